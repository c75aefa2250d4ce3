import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { projects } from "@/db/schema";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { aPublication } from "@/server/testing/publication-factories";
import { aPractice } from "@/server/testing/work-factories";
import { listAddresses } from "./sitemap";

test("the sitemap has the pages that are public, and no other", async ({ tx }) => {
  const hidden = await aProject(tx);
  await aPractice(tx, hidden, { status: "submitted" });
  await aPublication(tx, hidden, { status: "withdrawn" });
  const project = await aProject(tx);
  const { slug } = await aPublication(tx, project);
  const practice = await aPractice(tx, project, { status: "published" });
  const paths = async () =>
    (await (await callAs(null, tx)).public.addresses({ page: 0 })).addresses
      .map(({ path }) => path)
      .filter((path) => path.split("/").length > 2)
      .sort();
  const partners = [project.coordinator, project.partner, project.other].map(
    ({ organisationId }) => `/partners/o-${organisationId}`,
  );
  const works = [`/outputs/${slug}`, `/practices/${practice.slug}`];
  expect(await paths()).toEqual([...works, ...partners, `/partnerships/${project.slug}`].sort());
  await tx.update(projects).set({ publicPage: false }).where(eq(projects.id, project.id));
  expect(await paths()).toEqual(works.sort());
  expect(await (await callAs(null, tx)).public.addresses({ page: 1 })).toEqual({ pages: 1, addresses: [] });
});

test("a large site has every address in one of its sitemaps, and none of them is too large", async ({ tx }) => {
  for (let n = 0; n < 3; n += 1) await aPublication(tx, await aProject(tx));
  const whole = await listAddresses({ db: tx }, { page: 0 });
  const most = 12;
  const { pages } = await listAddresses({ db: tx }, { page: 0 }, most);
  const parts = [];
  for (let page = 0; page < pages; page += 1) parts.push((await listAddresses({ db: tx }, { page }, most)).addresses);
  expect(pages).toBeGreaterThan(2);
  expect(Math.max(...parts.map((part) => part.length))).toBe(most);
  expect(parts.flat()).toEqual(whole.addresses);
  expect(parts.flat().map(({ path }) => path)).toContain("/library");
});
