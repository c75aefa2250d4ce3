import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { projects } from "@/db/schema";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { aPublication } from "@/server/testing/publication-factories";
import { aPractice } from "@/server/testing/work-factories";

test("the sitemap has the pages that are public, and no other", async ({ tx }) => {
  const hidden = await aProject(tx);
  await aPractice(tx, hidden, { status: "submitted" });
  await aPublication(tx, hidden, { status: "withdrawn" });
  const project = await aProject(tx);
  const { slug } = await aPublication(tx, project);
  const practice = await aPractice(tx, project, { status: "published" });
  const paths = async () =>
    (await (await callAs(null, tx)).public.addresses({ page: 0 })).addresses.map(({ path }) => path).sort();
  const partners = [project.coordinator, project.partner, project.other].map(
    ({ organisationId }) => `/partners/o-${organisationId}`,
  );
  const works = [`/outputs/${slug}`, `/practices/${practice.slug}`];
  expect(await paths()).toEqual([...works, ...partners, `/partnerships/${project.slug}`].sort());
  await tx.update(projects).set({ publicPage: false }).where(eq(projects.id, project.id));
  expect(await paths()).toEqual(works.sort());
  expect(await (await callAs(null, tx)).public.addresses({ page: 1 })).toEqual({ pages: 1, addresses: [] });
});
