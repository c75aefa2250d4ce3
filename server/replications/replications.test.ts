import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { libraryItems, people, practices } from "@/db/schema";
import { callAs, everyRow, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aReplication, aReplicationContent } from "@/server/testing/a-replication";
import { aProject, noon } from "@/server/testing/factories";
import { aPractice } from "@/server/testing/work-factories";
import { publishUnanswered } from "./commands/publish-unanswered";

const day = 24 * 3_600_000;

async function aStage(tx: Parameters<typeof aProject>[0]) {
  const project = await aProject(tx);
  const elsewhere = await aProject(tx);
  const practice = await aPractice(tx, project, { status: "published", title: "Open days" });
  return { project, practiceId: practice.id, slug: practice.slug, trying: elsewhere.partner, elsewhere };
}

test("a report is drafted, sent, answered and published beside the practice", async ({ tx }) => {
  const { project, practiceId, slug, trying } = await aStage(tx);
  const author = await callAs(trying.contributor, tx);
  const owner = await callAs(project.partner.contributor, tx);
  const everyone = await callAs(null, tx);
  const publicReports = async () => (await everyone.replications.list({ practiceId })).items;
  const input = { id: uuid(), practiceId, organisationId: trying.organisationId, ...aReplicationContent() };
  const drafted = await watch(tx, () => author.replications.draft(input));
  expect(drafted.types).toEqual(["replication.drafted"]);
  const { id: replicationId } = drafted.answer;
  expect((await watch(tx, () => author.replications.draft(input))).types).toEqual([]);
  expect(await problemOf(owner.replications.get({ replicationId }))).toBe("replication.not_found");

  const sent = await watch(tx, () => author.replications.send({ replicationId }));
  expect([sent.types, sent.jobNames]).toEqual([["replication.sent"], ["notify"]]);
  expect(await publicReports()).toEqual([]);
  expect(await owner.replications.get({ replicationId })).toMatchObject({ can: { "replication.answer": true } });

  const later = await watch(tx, () => owner.replications.answer({ replicationId, answer: "Good.", agreed: false }));
  expect(later.types).toEqual(["replication.answered"]);
  expect(await publicReports()).toEqual([]);
  const answer = { replicationId, answer: "Thank you.", agreed: true };
  const answered = await watch(tx, () => owner.replications.answer(answer));
  expect(answered.types).toEqual(["replication.answered", "replication.published"]);
  // The answer is in the record of the organisation that tried it, which is not of the project.
  expect(answered.events[0]?.organisationId).toBe(trying.organisationId);
  expect(await publicReports()).toMatchObject([
    { id: replicationId, country: "PT", result: "worked", answer: "Thank you.", answered: true },
  ]);
  const page = await everyone.public.practice({ slug });
  const worked = { result: "worked", count: 1 };
  expect(page).toMatchObject({
    tried: [
      { by: "country", value: "PT", ...worked },
      { by: "targetGroup", value: "pupils", ...worked },
      { by: "field", value: "school", ...worked },
    ],
    hasMoreReplications: false,
  });
  const found = await everyone.public.search({ triedIn: "PT" });
  expect(found.items.map((item) => item.slug)).toEqual([slug]);

  await author.replications.withdraw({ replicationId });
  expect(await publicReports()).toEqual([]);
  expect((await everyone.public.search({ triedIn: "PT" })).total).toBe(0);
  expect(await author.replications.get({ replicationId })).toMatchObject({ status: "draft", answer: "" });
});

test("a report that nobody agreed to becomes public after thirty days, and says that it was not answered", async ({
  tx,
}) => {
  const { practiceId, trying } = await aStage(tx);
  const sentAt = (days: number) => ({ sentAt: new Date(noon.getTime() - days * day) });
  const due = await aReplication(tx, practiceId, trying, sentAt(30));
  await aReplication(tx, practiceId, trying, sentAt(29));
  await aReplication(tx, practiceId, trying, { status: "draft" });
  const run = await watch(tx, () => publishUnanswered(tx, noon));
  expect(run.types).toEqual(["replication.published"]);
  const { items } = await (await callAs(null, tx)).replications.list({ practiceId });
  expect(items).toMatchObject([{ id: due, answered: false, answer: "" }]);
  expect((await watch(tx, () => publishUnanswered(tx, noon))).types).toEqual([]);
});

test("a report names its organisation, and no person", async ({ tx }) => {
  const { practiceId, slug, trying } = await aStage(tx);
  await aReplication(tx, practiceId, trying, { status: "published" });
  const everyone = await callAs(null, tx);
  const shown = JSON.stringify([
    await everyone.replications.list({ practiceId }),
    await everyone.public.practice({ slug }),
  ]);
  expect(shown).not.toMatch(/Person |authorId|answeredBy|@/u);
  await tx.update(people).set({ closedAt: noon }).where(eq(people.id, trying.contributor));
  expect((await everyone.replications.list({ practiceId })).items).toHaveLength(1);
});

test("another organisation sees its own report and nothing of the project", async ({ tx }) => {
  const { project, practiceId, trying } = await aStage(tx);
  const author = await callAs(trying.contributor, tx);
  const replicationId = await aReplication(tx, practiceId, trying);
  const seen = await author.replications.get({ replicationId });
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${project.slug}|projectId|projectStatus`, "u"));
  expect(await problemOf(author.practices.get({ practiceId }))).toBe("practice.not_found");
  await tx.update(practices).set({ title: "A title nobody may see yet" }).where(eq(practices.id, practiceId));
  const titles = [
    (await author.replications.get({ replicationId })).practice.title,
    ...(await author.replications.mine({})).items.map(({ title }) => title),
  ];
  expect(titles).toEqual(["Open days", "Open days"]);
  const withdrawn = await watch(tx, () => author.replications.withdraw({ replicationId }));
  expect(withdrawn.events[0]?.data).toMatchObject({ title: "Open days" });
  expect((await author.replications.received({ practiceId })).items).toEqual([]);
  const third = await callAs((await aProject(tx)).partner.manager, tx);
  expect(await problemOf(third.replications.get({ replicationId }))).toBe("replication.not_found");
});

test("an organisation does not report on its own practice, nor on one that is not public", async ({ tx }) => {
  const { project, practiceId, trying } = await aStage(tx);
  const own = await callAs(project.partner.contributor, tx);
  const report = { id: uuid(), practiceId, ...aReplicationContent() };
  const mine = { ...report, organisationId: project.partner.organisationId };
  expect(await problemOf(own.replications.draft(mine))).toBe("replication.own_practice");
  const author = await callAs(trying.contributor, tx);
  const draft = await aPractice(tx, project);
  const hidden = { ...report, practiceId: draft.id, organisationId: trying.organisationId };
  expect(await problemOf(author.replications.draft(hidden))).toBe("practice.not_found");
});

test("an incomplete report is not sent, and one that was sent is not changed", async ({ tx }) => {
  const { practiceId, trying } = await aStage(tx);
  const author = await callAs(trying.contributor, tx);
  const content = { result: null, advice: " " };
  const replicationId = await aReplication(tx, practiceId, trying, { status: "draft", content });
  expect(await refusalOf(author.replications.send({ replicationId }))).toMatchObject({
    ...{ problem: "replication.incomplete", data: { parts: "result, advice" } },
  });
  const update = (revision: number) =>
    author.replications.update({ ...aReplicationContent({ advice: "Begin early." }), replicationId, revision });
  await update(1);
  expect(await refusalOf(update(1))).toMatchObject({
    ...{ problem: "replication.changed", data: { current: { content: { advice: "Begin early." } } } },
  });
  await author.replications.send({ replicationId });
  expect(await problemOf(update(3))).toBe("replication.wrong_state");
});

test("lists hold each report once over all pages", async ({ tx }) => {
  const { project, practiceId, trying } = await aStage(tx);
  for (let n = 0; n < 32; n += 1) await aReplication(tx, practiceId, trying, { status: "published" });
  const everyone = await callAs(null, tx);
  const author = await callAs(trying.contributor, tx);
  const owner = await callAs(project.partner.viewer, tx);
  const lists = [
    await everyRow((cursor) => everyone.replications.list({ practiceId, cursor })),
    await everyRow((cursor) => owner.replications.received({ practiceId, cursor })),
    await everyRow((cursor) => author.replications.mine({ cursor })),
  ];
  for (const { rows, pages } of lists) expect([pages, new Set(rows.map(({ id }) => id)).size]).toEqual([2, 32]);
});

test("the library knows where a practice was tried only from public reports", async ({ tx }) => {
  const { practiceId, trying, project } = await aStage(tx);
  const replicationId = await aReplication(tx, practiceId, trying, { content: { country: "FI" } });
  const triedIn = async () =>
    (await tx.select().from(libraryItems).where(eq(libraryItems.subjectId, practiceId)))[0]?.triedIn;
  expect(await triedIn()).toEqual([]);
  const owner = await callAs(project.coordinator.manager, tx);
  await owner.replications.answer({ replicationId, answer: "", agreed: true });
  expect(await triedIn()).toEqual(["FI"]);
});
