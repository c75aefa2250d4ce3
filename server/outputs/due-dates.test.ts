import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { outputDueDates, outputs, people, projects } from "@/db/schema";
import { race } from "@/server/testing/barrier";
import { callAs, everyRow, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";

const first = "2026-05-31";

/** An output of the partner in a project from 1 September 2025 to 31 August 2027. */
async function aDueOutput(db: Db, project: TestProject) {
  await db.update(projects).set({ startsOn: "2025-09-01", durationMonths: 24 }).where(eq(projects.id, project.id));
  const { id } = await anOutput(db, project, { dueOn: first, contributors: [project.other] });
  return id;
}

describe("the due date of an output", () => {
  test("moves with a reason, keeps the first date, and tells the team and the coordinator", async ({ tx }) => {
    const project = await aProject(tx);
    const outputId = await aDueOutput(tx, project);
    const lead = await callAs(project.partner.manager, tx);
    const move = { id: uuid(), outputId, dueOn: "2026-06-30", reason: "Exams.", revision: 1 };
    const { events, jobNames, answer } = await watch(tx, async () => {
      await lead.outputs.moveDue(move);
      return lead.outputs.moveDue(move);
    });
    expect(answer).toMatchObject({ dueOn: "2026-06-30", firstDueOn: first, dueMoves: 1, revision: 2 });
    expect(events).toMatchObject([
      { type: "output.due_moved", data: { from: first, dueOn: "2026-06-30", reason: "Exams." } },
    ]);
    expect(jobNames).toEqual(["notify"]);
    const coordinator = await callAs(project.coordinator.manager, tx);
    await coordinator.outputs.moveDue({ ...move, id: uuid(), dueOn: "2026-07-31", reason: "Later.", revision: 2 });
    const viewer = await callAs(project.other.viewer, tx);
    expect((await viewer.outputs.dueDates({ outputId })).items).toMatchObject([
      { from: "2026-06-30", to: "2026-07-31", reason: "Later.", organisation: expect.any(String) as string },
      { from: first, to: "2026-06-30", reason: "Exams." },
    ]);
    expect(await viewer.outputs.get({ outputId })).toMatchObject({ dueOn: "2026-07-31", firstDueOn: first });
    await tx.update(people).set({ closedAt: noon }).where(eq(people.id, project.partner.manager));
    expect((await viewer.outputs.dueDates({ outputId })).items[1]?.person).toBeNull();
  });

  test("is not changed with the rest of the plan", async ({ tx }) => {
    const project = await aProject(tx);
    const outputId = await aDueOutput(tx, project);
    const lead = await callAs(project.partner.manager, tx);
    const plan = { title: "A guide", type: "guide" as const, leadOrganisationId: project.partner.organisationId };
    const edit = { outputId, revision: 1, ...plan, dueOn: "2026-12-31" };
    expect(await lead.outputs.update(edit)).toMatchObject({ title: "A guide", dueOn: first });
  });

  test("moves past the end of the project only by the coordinator, and not without a reason", async ({ tx }) => {
    const project = await aProject(tx);
    const outputId = await aDueOutput(tx, project);
    const lead = await callAs(project.partner.manager, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const move = (more: object) => ({
      id: uuid(),
      outputId,
      dueOn: "2027-10-01",
      reason: "Exams.",
      revision: 1,
      ...more,
    });
    expect(await problemOf(lead.outputs.moveDue(move({})))).toBe("output.due_after_end");
    expect(await problemOf(lead.outputs.moveDue(move({ dueOn: first })))).toBe("output.due_unchanged");
    expect(await problemOf(coordinator.outputs.moveDue(move({ dueOn: "2099-01-01" })))).toBe("output.due_outside");
    expect(await problemOf(coordinator.outputs.moveDue(move({ reason: " " })))).toBe("input.invalid");
    expect(await coordinator.outputs.moveDue(move({}))).toMatchObject({ dueOn: "2027-10-01", firstDueOn: first });
  });

  test("is the first one when it is set later", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: outputId } = await anOutput(tx, project);
    const lead = await callAs(project.partner.manager, tx);
    const move = { id: uuid(), outputId, dueOn: "2026-06-30", reason: "Agreed in Turku.", revision: 1 };
    expect(await lead.outputs.moveDue(move)).toMatchObject({ dueOn: "2026-06-30", firstDueOn: "2026-06-30" });
    const taken = await callAs(project.coordinator.manager, tx);
    expect(await problemOf(taken.outputs.moveDue({ ...move, revision: 2 }))).toBe("input.id_taken");
    expect(await refusalOf(lead.outputs.moveDue({ ...move, id: uuid(), dueOn: "2026-07-01" }))).toMatchObject({
      problem: "output.changed",
      data: { current: { dueOn: "2026-06-30", revision: 2 } },
    });
  });

  test("has a history over pages, newest first, which goes with the output", async ({ tx }) => {
    const project = await aProject(tx);
    const outputId = await aDueOutput(tx, project);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const days = Array.from({ length: 27 }, (_, n) => `2026-06-${String(n + 1).padStart(2, "0")}`);
    for (const [n, dueOn] of days.entries()) {
      await coordinator.outputs.moveDue({ id: uuid(), outputId, dueOn, reason: "Again.", revision: n + 1 });
    }
    const { rows, pages } = await everyRow((cursor) => coordinator.outputs.dueDates({ outputId, cursor }));
    expect([pages, rows.map(({ to }) => to)]).toEqual([2, days.toReversed()]);
    await coordinator.outputs.remove({ outputId });
    expect(await tx.select().from(outputDueDates)).toEqual([]);
  });
});

test("two people who move the same due date at the same moment move it once; the other sees the new date", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const outputId = await aDueOutput(own.db, project);
  const [lead, coordinator] = [
    await callAs(project.partner.manager, own.db),
    await callAs(project.coordinator.manager, own.db),
  ];
  const move = (dueOn: string) => ({ id: uuid(), outputId, dueOn, reason: "Exams.", revision: 1 });
  const outcomes = await race(own.db, sql`select id from outputs where id = ${outputId} for update`, [
    () => problemOf(lead.outputs.moveDue(move("2026-06-30"))),
    () => problemOf(coordinator.outputs.moveDue(move("2026-07-31"))),
  ]);
  expect(outcomes.sort()).toEqual(["", "output.changed"]);
  const [moved] = await own.db.select().from(outputDueDates);
  expect(await own.db.select({ dueOn: outputs.dueOn }).from(outputs)).toEqual([{ dueOn: moved?.dueTo }]);
  await own.close();
});

describe("a request for more time on an output", () => {
  test("is asked once by each organisation of the output, and moves the date with its reason when it is accepted", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const outputId = await aDueOutput(tx, project);
    const contributor = await callAs(project.other.contributor, tx);
    const ask = { id: uuid(), outputId, dueOn: "2026-06-30", reason: "Exams." };
    const asked = await watch(tx, async () => {
      await contributor.outputs.askTime(ask);
      await contributor.outputs.askTime(ask);
    });
    expect(asked.events).toMatchObject([
      { type: "output.time_asked", data: { dueOn: "2026-06-30", reason: "Exams." } },
    ]);
    expect(asked.jobNames).toEqual(["notify"]);
    expect(await problemOf(contributor.outputs.askTime({ ...ask, id: uuid() }))).toBe("output.time_already_asked");
    const lead = await callAs(project.partner.manager, tx);
    expect((await lead.reviews.outputPage({ outputId })).timeRequests).toMatchObject([
      { id: ask.id, dueOn: "2026-06-30", reason: "Exams.", organisationId: project.other.organisationId },
    ]);
    const accept = { id: uuid(), requestId: ask.id };
    const accepted = await watch(tx, async () => {
      await lead.outputs.acceptTime(accept);
      await lead.outputs.acceptTime(accept);
    });
    expect(accepted.events).toMatchObject([{ type: "output.due_moved", data: { from: first, reason: "Exams." } }]);
    const page = await contributor.reviews.outputPage({ outputId });
    expect([page.output.dueOn, page.output.firstDueOn, page.timeRequests]).toEqual(["2026-06-30", first, []]);
    const decline = { requestId: ask.id, reason: "Too late." };
    expect(await problemOf(lead.outputs.declineTime(decline))).toBe("output.time_answered");
    await contributor.outputs.askTime({ ...ask, id: uuid(), dueOn: "2026-07-31" });
  });

  test("is declined with a reason, which the person who asked is told", async ({ tx }) => {
    const project = await aProject(tx);
    const outputId = await aDueOutput(tx, project);
    const contributor = await callAs(project.other.contributor, tx);
    const requestId = uuid();
    await contributor.outputs.askTime({ id: requestId, outputId, dueOn: "2026-06-30", reason: "Exams." });
    const coordinator = await callAs(project.coordinator.manager, tx);
    const decline = { requestId, reason: "The next output needs it." };
    const { events, jobNames } = await watch(tx, async () => {
      await coordinator.outputs.declineTime(decline);
      await coordinator.outputs.declineTime(decline);
    });
    expect(events).toMatchObject([
      { type: "output.time_declined", data: { reason: decline.reason, personId: project.other.contributor } },
    ]);
    expect(jobNames).toEqual(["notify"]);
    expect(await contributor.outputs.get({ outputId })).toMatchObject({ dueOn: first, openTimeRequests: 0 });
    expect(await problemOf(coordinator.outputs.acceptTime({ id: uuid(), requestId }))).toBe("output.time_answered");
  });

  test("after the end of the project is accepted only by the coordinator; the days of the report are the limit", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const outputId = await aDueOutput(tx, project);
    const lead = await callAs(project.partner.manager, tx);
    const ask = { id: uuid(), outputId, dueOn: "2027-10-01", reason: "The last meeting." };
    expect(await problemOf(lead.outputs.askTime({ ...ask, dueOn: "2099-01-01" }))).toBe("output.due_outside");
    expect(await problemOf(lead.outputs.askTime({ ...ask, dueOn: "2025-08-31" }))).toBe("output.due_outside");
    await lead.outputs.askTime(ask);
    const accept = { id: uuid(), requestId: ask.id };
    expect(await problemOf(lead.outputs.acceptTime(accept))).toBe("output.due_after_end");
    const coordinator = await callAs(project.coordinator.manager, tx);
    expect(await coordinator.outputs.acceptTime(accept)).toEqual({ dueOn: "2027-10-01" });
  });
});

test("a request that two people accept at the same moment moves the date once", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const outputId = await aDueOutput(own.db, project);
  const requestId = uuid();
  const contributor = await callAs(project.other.contributor, own.db);
  await contributor.outputs.askTime({ id: requestId, outputId, dueOn: "2026-06-30", reason: "Exams." });
  const people = [project.partner.manager, project.coordinator.manager];
  const outcomes = await race(
    own.db,
    sql`select id from outputs where id = ${outputId} for update`,
    await Promise.all(
      people.map(async (person) => {
        const api = await callAs(person, own.db);
        return () => problemOf(api.outputs.acceptTime({ id: uuid(), requestId }));
      }),
    ),
  );
  expect(outcomes).toEqual(["", ""]);
  expect(await own.db.select({ to: outputDueDates.dueTo }).from(outputDueDates)).toEqual([{ to: "2026-06-30" }]);
  await own.close();
});
