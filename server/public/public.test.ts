import { expect } from "vitest";
import type { PracticeContent } from "@/domain/schemas/practices";
import { callAs, everyRow, problemOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject, noon } from "@/server/testing/factories";
import { aPractice } from "@/server/testing/work-factories";

test("everyone finds only published practices, each once over all pages", async ({ tx }) => {
  const project = await aProject(tx);
  for (let i = 0; i < 27; i += 1) await aPractice(tx, project, { status: "published", title: `Garden lessons ${i}` });
  for (const status of ["draft", "submitted", "returned"] as const) {
    const { slug } = await aPractice(tx, project, { status, title: "Garden secrets" });
    expect(await problemOf((await callAs(null, tx)).public.practice({ slug }))).toBe("practice.not_found");
  }
  const everyone = await callAs(null, tx);
  const { rows, pages } = await everyRow((cursor) => everyone.public.search({ text: "garden", cursor }));
  expect([pages, new Set(rows.map((row) => row.slug)).size]).toEqual([2, 27]);
});

test("a withdrawn practice says why it was withdrawn, and not why it was returned later", async ({ tx }) => {
  const project = await aProject(tx);
  const { id: practiceId, slug } = await aPractice(tx, project, { status: "submitted" });
  const coordinator = await callAs(project.coordinator.manager, tx);
  const everyone = await callAs(null, tx);
  const publish = async () => {
    await coordinator.practices.submit({ practiceId });
    const { revision } = await coordinator.practices.get({ practiceId });
    await coordinator.practices.publish({ practiceId, revision });
  };
  await coordinator.practices.return({ practiceId, reason: "Too short." });
  expect(await problemOf(everyone.public.practice({ slug }))).toBe("practice.not_found");
  await publish();
  const reason = "A name is in it.";
  await coordinator.practices.withdraw({ practiceId, reason });
  await coordinator.practices.submit({ practiceId });
  await coordinator.practices.return({ practiceId, reason: "The name is still in it." });
  expect(await everyone.public.practice({ slug })).toEqual({ state: "withdrawn", reason, withdrawnAt: noon });
  await publish();
  expect(await everyone.public.practice({ slug })).toMatchObject({ state: "published", edition: 2 });
});

test("a published practice shows its organisation and project, but no names of people", async ({ tx }) => {
  const project = await aProject(tx);
  const { slug } = await aPractice(tx, project, { status: "published" });
  const shown = await (await callAs(null, tx)).public.practice({ slug });
  expect(shown).toMatchObject({ organisation: { name: project.partner.name, country: "GR" } });
  expect(JSON.stringify(shown)).not.toMatch(/Person |authorId|projectId|@/);
});

test("similar practices have the same topics, the most similar first; without topics, the same field", async ({ tx }) => {
  const project = await aProject(tx);
  const published = async (title: string, texts: Partial<PracticeContent>) =>
    (await aPractice(tx, project, { status: "published", title, texts })).slug;
  const slug = await published("Bees and herbs", { topics: ["heritage", "health_and_wellbeing"] });
  await published("Something else", { topics: ["migration"] });
  await published("A museum walk", { topics: ["heritage"], field: "vet", targetGroups: ["students"] });
  await published("Herbs of our grandmothers", { topics: ["heritage"] });
  await published("Bees in the yard", { topics: ["heritage", "health_and_wellbeing"] });
  await aPractice(tx, project, { status: "submitted", title: "Herbs for later", texts: { topics: ["heritage"] } });
  const similarTo = async (address: string) => {
    const page = await (await callAs(null, tx)).public.practice({ slug: address });
    return page.state === "published" ? page.similar.map(({ title }) => title) : [];
  };
  expect(await similarTo(slug)).toEqual(["Bees in the yard", "Herbs of our grandmothers", "A museum walk"]);
  const adult = await published("Reading circle", { field: "adult", topics: [] });
  await published("Evening school", { field: "adult", topics: ["languages"] });
  expect(await similarTo(adult)).toEqual(["Evening school"]);
});
