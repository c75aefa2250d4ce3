import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { addresses, invitations, participationPeople } from "@/db/schema";
import { aTask } from "@/server/testing/a-task";
import { callAs, everyRow } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anInvitation, anInvitedParticipation, aProject, noon } from "@/server/testing/factories";
import { anOutput, aPractice, aSubmission, aTimeRequest, aVersion } from "@/server/testing/work-factories";

const dueOf = async (tx: Db, personId: string) => {
  const { items, today } = await (await callAs(personId, tx)).people.due({});
  return { today, shown: items.map(({ kind, id, dueOn, late, group }) => ({ kind, id, dueOn, late, group })), items };
};

test("what is due comes by day: late, then today with what waits for an answer, then later, without a day last", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const { partner, other, coordinator } = project;
  const { today } = await dueOf(tx, partner.manager);
  expect(today).toBe(noon.toISOString().slice(0, 10));
  const late = await aTask(tx, project, { dueOn: "2020-01-01", state: "open" });
  const undated = await aTask(tx, project);
  await aTask(tx, project, { dueOn: "2020-01-01", state: "done" });
  const led = await anOutput(tx, project, { dueOn: "2026-12-31", contributors: [other] });
  const request = await aTimeRequest(tx, led, other);
  const returned = await aPractice(tx, project, { status: "returned" });
  const { shown, items } = await dueOf(tx, partner.manager);
  expect(shown).toEqual([
    { kind: "task", id: late, dueOn: "2020-01-01", late: true, group: "late" },
    { kind: "time_request", id: request, dueOn: null, late: false, group: "week" },
    { kind: "practice", id: returned.id, dueOn: null, late: false, group: "week" },
    { kind: "output", id: led.id, dueOn: "2026-12-31", late: false, group: "later" },
    { kind: "task", id: undated, dueOn: null, late: false, group: "later" },
  ]);
  expect(items.map(({ can }) => can)).toEqual([
    ["decline", "done", "handOver", "moreTime", "comment"],
    ["acceptTime", "declineTime"],
    ["update"],
    ["upload", "moveDue", "askTime"],
    ["accept", "decline", "done", "handOver", "moreTime", "comment"],
  ]);
  expect(items[0]).toMatchObject({ projectSlug: project.slug, path: `/projects/${project.slug}/tasks/${late}` });
  expect((await dueOf(tx, other.manager)).shown.map(({ kind }) => kind)).toEqual(["contribution"]);
  expect((await dueOf(tx, coordinator.manager)).shown.map(({ kind }) => kind)).toEqual(["time_request"]);
  expect((await dueOf(tx, partner.viewer)).shown).toEqual([]);
});

test("a task says whether the person who asked for it still takes part", async ({ tx }) => {
  const project = await aProject(tx);
  await aTask(tx, project, { state: "open" });
  const asker = async () =>
    (await dueOf(tx, project.partner.manager)).items.map(
      ({ details }) => "askerTakesPart" in details && details.askerTakesPart,
    );
  expect(await asker()).toEqual([true]);
  await tx
    .update(participationPeople)
    .set({ endedAt: new Date() })
    .where(eq(participationPeople.personId, project.coordinator.manager));
  expect(await asker()).toEqual([false]);
});

test("reviews are due from the reviewer and shown to their organisation, decisions from the coordinator, invitations by address", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const { other, coordinator, evaluator } = project;
  const output = await anOutput(tx, project, { status: "in_review" });
  const version = await aVersion(tx, output);
  const submission = await aSubmission(
    tx,
    output,
    [version],
    [
      { personId: other.contributor, organisationId: other.organisationId },
      { personId: evaluator.contributor, organisationId: evaluator.organisationId },
    ],
  );
  const [ofPartner, ofEvaluator] = submission.reviewIds;
  const reviewer = await dueOf(tx, other.contributor);
  expect(reviewer.items.map(({ kind, id, can }) => [kind, id, can])).toEqual([["review", ofPartner, ["give"]]]);
  const colleague = await dueOf(tx, other.manager);
  expect(colleague.items.map(({ kind, id, can }) => [kind, id, can])).toEqual([["review", ofPartner, []]]);
  expect((await dueOf(tx, evaluator.contributor)).shown.map(({ id }) => id)).toEqual([ofEvaluator]);
  expect((await dueOf(tx, evaluator.manager)).shown).toEqual([]);
  expect((await dueOf(tx, coordinator.manager)).shown.map(({ kind, id }) => [kind, id])).toEqual([
    ["decision", submission.id],
  ]);
  const elsewhere = await aProject(tx);
  const invited = await anInvitation(tx, elsewhere, await anInvitedParticipation(tx, elsewhere));
  const [own] = await tx.select().from(addresses).where(eq(addresses.personId, evaluator.manager));
  await tx
    .update(invitations)
    .set({ address: own?.address ?? "" })
    .where(eq(invitations.id, invited.id));
  const { items } = await dueOf(tx, evaluator.manager);
  expect(items).toMatchObject([{ kind: "invitation", id: invited.id, projectSlug: null }]);
  expect((await dueOf(tx, evaluator.contributor)).shown.map(({ kind }) => kind)).toEqual(["review"]);
});

test("what is due is listed once over all pages, over kinds that are due on one day, and not from closed projects", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const made: string[] = [];
  for (let n = 0; n < 20; n += 1) {
    const dueOn = n % 2 === 0 ? "2026-12-01" : null;
    made.push(await aTask(tx, project, { dueOn, state: "open" }));
    made.push((await anOutput(tx, project, dueOn === null ? {} : { dueOn })).id);
    made.push((await anOutput(tx, project, { lead: project.other, contributors: [project.partner] })).id);
  }
  const api = await callAs(project.partner.manager, tx);
  const { rows, pages } = await everyRow((cursor) => api.people.due({ cursor }));
  expect([pages, rows.length]).toEqual([3, 60]);
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(made));
  await (await callAs(project.coordinator.manager, tx)).projects.close({ projectId: project.id });
  expect((await (await callAs(project.partner.manager, tx)).people.due({})).items).toEqual([]);
});
