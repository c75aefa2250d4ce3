import { expect } from "vitest";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { aPublication } from "@/server/testing/publication-factories";
import { aPractice } from "@/server/testing/work-factories";

test("the page of an impact shows what says it serves it, with the evidence of the public edition", async ({ tx }) => {
  const project = await aProject(tx);
  const evidence = [{ kind: "quotation" as const, text: "I can read the map now.", source: "A pupil" }];
  const served = await aPractice(tx, project, {
    status: "published",
    texts: { impacts: ["digital_competence"], objectives: ["modernise_systems"], evidence },
  });
  await aPractice(tx, project, { status: "published", texts: { impacts: ["foreign_languages"] } });
  await aPractice(tx, project, { status: "submitted", texts: { impacts: ["digital_competence"] } });
  const output = await aPublication(tx, project, { texts: { impacts: ["digital_competence"], abstract: "Maps." } });
  const everyone = await callAs(null, tx);
  const page = await everyone.public.impact({ aim: "digital_competence" });
  expect(page.total).toBe(2);
  expect(page.items.find(({ slug }) => slug === served.slug)?.evidence).toEqual(evidence);
  expect(page.items.find(({ slug }) => slug === output.slug)).toMatchObject({ kind: "output", evidence: [] });
  const objective = await everyone.public.impact({ aim: "modernise_systems" });
  expect(objective.items.map(({ slug }) => slug)).toEqual([served.slug]);
  expect((await everyone.public.search({ impact: "digital_competence" })).total).toBe(2);
});
