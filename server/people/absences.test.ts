import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { absences, lateReminders, notifications, participationPeople, people, reviews, tasks } from "@/db/schema";
import { addDays, dayInBrussels } from "@/domain/dates";
import { mailLate } from "@/server/mail/mail-late";
import { notify } from "@/server/mail/notify";
import { remindReviewers } from "@/server/mail/remind-reviewers";
import { currentlyDue } from "@/server/mail/still-due";
import { aTask } from "@/server/testing/a-task";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aMember, aPassword, aPerson, aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput, aSubmission, aTimeRequest, aVersion } from "@/server/testing/work-factories";

const until = "2026-06-03";

/** The contributor of the partner is away, and a new colleague stands in. */
async function anAbsence(tx: Db) {
  const project = await aProject(tx);
  const standIn = (await aPerson(tx)).id;
  const { participationId } = project.partner;
  const memberId = await aMember(tx, { projectId: project.id, participationId }, standIn, "contributor");
  const absent = project.partner.contributor;
  await (await callAs(absent, tx)).people.setAway({ until, standInId: standIn });
  return { project, absent, standIn, memberId };
}

/** The people who are told of an event and get an e-mail at once, each as often as that happens. */
async function told(tx: Db, mutate: () => Promise<unknown>) {
  const { jobs } = await watch(tx, mutate);
  const sent = await watch(tx, async () => {
    for (const { name, payload } of jobs) {
      if (name === "notify" && "activityId" in payload) await notify(tx, noon, String(payload.activityId));
    }
  });
  return sent.jobs.map(({ payload }) => (payload as { personId?: string }).personId).sort();
}

const ask = async (tx: Db, project: TestProject, by: string, personId: string) => {
  const task = { id: uuid(), projectId: project.id, title: "Print the posters", assignee: { personId } };
  await (await callAs(by, tx)).tasks.add(task);
};

const dueOf = async (tx: Db, personId: string, now = noon) =>
  (await (await callAs(personId, tx, { now })).people.due({})).items;

describe("a person who is away", () => {
  test("names a colleague, who is told once; strangers, viewers and days of the past are refused", async ({ tx }) => {
    const project = await aProject(tx);
    const { partner, other } = project;
    const api = await callAs(partner.contributor, tx);
    const colleagues = async () => (await api.people.absence()).colleagues.map(({ id }) => id);
    expect(await colleagues()).toEqual([partner.manager]);
    const refused = async (standInId: string, day = until) => problemOf(api.people.setAway({ until: day, standInId }));
    expect(await refused(other.manager)).toBe("person.stand_in_unknown");
    expect(await refused(partner.viewer)).toBe("person.stand_in_unknown");
    expect(await refused(partner.contributor)).toBe("person.stand_in_unknown");
    expect(await refused(partner.manager, "2026-03-15")).toBe("person.away_outside");
    expect(await refused(partner.manager, "2099-01-01")).toBe("person.away_outside");
    const away = () => api.people.setAway({ until, standInId: partner.manager });
    const { types } = await watch(tx, away);
    expect(types).toEqual(["person.away", "person.stand_in_named"]);
    expect(await told(tx, away)).toEqual([]);
    expect((await api.people.absence()).away).toEqual({ until, standInId: partner.manager });
    expect((await watch(tx, () => api.people.comeBack())).types).toEqual(["person.back"]);
    expect((await watch(tx, () => api.people.comeBack())).types).toEqual([]);
    expect((await api.people.absence()).away).toBeNull();
  });

  test.for([
    ["Pacific/Auckland", "2026-06-03T11:59:00Z", "2026-06-03T12:00:00Z"],
    ["America/Los_Angeles", "2026-06-04T06:59:00Z", "2026-06-04T07:00:00Z"],
    ["Europe/Athens", "2026-06-03T20:59:00Z", "2026-06-03T21:00:00Z"],
  ] as const)("is there again at midnight in %s", async ([timeZone, last, first], { tx }) => {
    const { partner } = await aProject(tx);
    const awayAt = async (at: string) =>
      (await (await callAs(partner.contributor, tx, { now: new Date(at) })).people.absence()).away?.until ?? null;
    const check = async () => expect([await awayAt(last), await awayAt(first)]).toEqual([until, null]);
    // By the zone of the browser, then by that of the account.
    await (await callAs(partner.contributor, tx)).people.setAway({ until, timeZone });
    await check();
    await (await callAs(partner.contributor, tx)).people.setAway({ until, timeZone: "Asia/Tokyo" });
    await (await callAs(partner.contributor, tx)).people.updateProfile({ name: "Nikos", locale: "el", timeZone });
    await check();
  });

  test("is asked along with the stand-in, each once, and nobody stands in for the stand-in", async ({ tx }) => {
    const { project, absent, standIn } = await anAbsence(tx);
    const { partner, coordinator } = project;
    await (await callAs(standIn, tx)).people.setAway({ until, standInId: partner.manager });
    const asked = (personId: string, by = coordinator.manager) => told(tx, () => ask(tx, project, by, personId));
    expect(await asked(absent)).toEqual([absent, standIn].sort());
    const [row] = await tx.select().from(notifications).where(eq(notifications.personId, standIn)).limit(1);
    expect(row?.why).toBe("stand_in");
    // Never about own acts, and one e-mail for those who are asked themselves.
    expect(await asked(absent, standIn)).toEqual([absent]);
    const manager = await callAs(partner.manager, tx);
    await manager.people.setAway({ until, standInId: absent });
    const toAll = {
      id: uuid(),
      projectId: project.id,
      title: "Sign",
      assignee: { organisationId: partner.organisationId },
    };
    expect(await told(tx, async () => (await callAs(coordinator.manager, tx)).tasks.add(toAll))).toEqual(
      [absent, partner.manager].sort(),
    );
    await (await callAs(absent, tx)).people.comeBack();
    expect(await asked(absent)).toEqual([absent]);
  });

  test("keeps a stand-in only in projects where both work for one organisation", async ({ tx }) => {
    const { project, absent, standIn, memberId } = await anAbsence(tx);
    const { coordinator } = project;
    const asked = () => told(tx, () => ask(tx, project, coordinator.manager, absent));
    const shown = async () => {
      const assignees = await (await callAs(coordinator.manager, tx)).tasks.assignees({ slug: project.slug });
      return assignees.flatMap((one) => one.people).find(({ id }) => id === absent)?.away;
    };
    const [named] = await tx.select({ name: people.name }).from(people).where(eq(people.id, standIn));
    expect(await shown()).toEqual({ until, standInId: standIn, standIn: named?.name });
    const elsewhere = await aProject(tx);
    const { participationId } = elsewhere.other;
    await aMember(tx, { projectId: elsewhere.id, participationId }, absent, "contributor");
    expect(await told(tx, () => ask(tx, elsewhere, elsewhere.other.manager, absent))).toEqual([absent]);
    await tx.update(participationPeople).set({ endedAt: noon }).where(eq(participationPeople.id, memberId));
    expect(await asked()).toEqual([absent]);
    expect(await shown()).toEqual({ until, standInId: null, standIn: null });
  });

  test("loses a stand-in whose account is closed", async ({ tx }) => {
    const { standIn } = await anAbsence(tx);
    await (await callAs(standIn, tx)).people.closeAccount({ password: aPassword });
    expect((await tx.select().from(absences)).map(({ standInId }) => standInId)).toEqual([null]);
  });
});

describe("a stand-in", () => {
  test("sees for whom they are asked, and takes a task over; others do not", async ({ tx }) => {
    const { project, absent, standIn } = await anAbsence(tx);
    const { partner, coordinator } = project;
    const taskId = await aTask(tx, project, { assigneeId: absent });
    const [row] = await dueOf(tx, standIn);
    const [named] = await tx.select({ name: people.name }).from(people).where(eq(people.id, absent));
    expect(row).toMatchObject({ id: taskId, can: ["takeOver", "comment"], standsInFor: { name: named?.name, until } });
    expect((await dueOf(tx, standIn, new Date("2026-06-03T22:00:00Z")))[0]).toMatchObject({
      can: ["comment"],
      standsInFor: null,
    });
    expect((await dueOf(tx, partner.manager))[0]?.standsInFor).toBeNull();
    const takeOver = async (personId: string) =>
      problemOf((await callAs(personId, tx)).tasks.takeOver({ id: uuid(), taskId }));
    for (const stranger of [partner.manager, partner.viewer, coordinator.manager, absent]) {
      expect(await takeOver(stranger)).toBe("forbidden");
    }
    const { events } = await watch(tx, () => takeOver(standIn));
    expect(events).toMatchObject([{ type: "task.taken_over", data: { taskId, personId: absent } }]);
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId));
    expect(task).toMatchObject({ assigneeId: standIn, state: "open" });
    expect(await takeOver(standIn)).toBe("forbidden");
  });

  test("of a manager sees requests for more time, which only managers answer", async ({ tx }) => {
    const { project, standIn } = await anAbsence(tx);
    const { partner, other } = project;
    const output = await anOutput(tx, project, { contributors: [other] });
    const requestId = await aTimeRequest(tx, output, other);
    const requests = async () => (await dueOf(tx, standIn)).filter(({ kind }) => kind === "time_request");
    expect(await requests()).toEqual([]);
    await (await callAs(partner.manager, tx)).people.setAway({ until, standInId: standIn });
    expect(await requests()).toMatchObject([{ id: requestId, can: [], standsInFor: { until } }]);
    expect(await problemOf((await callAs(standIn, tx)).outputs.acceptTime({ id: uuid(), requestId }))).toBe(
      "forbidden",
    );
  });

  test("is reminded of reviews and of what is late like the person who is away", async ({ tx }) => {
    const { project, absent, standIn } = await anAbsence(tx);
    const { partner, other, coordinator } = project;
    const output = await anOutput(tx, project, { status: "in_review", lead: other });
    const reviewer = { personId: absent, organisationId: partner.organisationId };
    await aSubmission(tx, output, [await aVersion(tx, output)], [reviewer]);
    const today = dayInBrussels(noon);
    await tx.update(reviews).set({ dueOn: today }).where(eq(reviews.reviewerId, absent));
    const { jobs } = await watch(tx, () => remindReviewers(tx, noon));
    const reminded = jobs.map(({ payload }) => payload as Parameters<typeof currentlyDue>[2]);
    expect(reminded.map(({ personId }) => personId).sort()).toEqual([absent, standIn].sort());
    for (const mail of reminded) expect(await currentlyDue(tx, noon, mail)).not.toBeNull();
    await aTask(tx, project, { assigneeId: absent, dueOn: addDays(today, -3), state: "open" });
    const reminder = { projectId: project.id, organisationId: partner.organisationId, day: today };
    await tx.insert(lateReminders).values({ ...reminder, personId: coordinator.manager });
    const late = await watch(tx, () => mailLate(tx, noon, reminder));
    expect(late.jobs.map(({ payload }) => (payload as { personId?: string }).personId).sort()).toEqual(
      [absent, standIn, partner.manager].sort(),
    );
  });
});
