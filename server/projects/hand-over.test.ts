import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { findings, participationPeople, reviews, tasks, taskSteps } from "@/db/schema";
import type { Db } from "@/db/client";
import { aTask } from "@/server/testing/a-task";
import { race } from "@/server/testing/barrier";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject, memberIdOf, type TestProject } from "@/server/testing/factories";
import { aFinding, anOutput, aSubmission, aVersion } from "@/server/testing/work-factories";

/** A contributor of the partner with an open, an asked and a finished task and a review, and the ids of the members. */
async function aBusyPerson(db: Db, project: TestProject) {
  const { partner } = project;
  const assigneeId = partner.contributor;
  const output = await anOutput(db, project, {
    status: "in_review",
    lead: project.other,
  });
  const version = await aVersion(db, output);
  const reviewer = { personId: assigneeId, organisationId: partner.organisationId };
  const submission = await aSubmission(db, output, [version], [reviewer]);
  const reviewId = submission.reviewIds[0] ?? "";
  return {
    open: await aTask(db, project, { assigneeId, state: "open" }),
    asked: await aTask(db, project, { assigneeId, state: "asked" }),
    done: await aTask(db, project, { assigneeId, state: "done" }),
    reviewId,
    submissionId: submission.id,
    draft: await aFinding(db, output, reviewId, assigneeId, version, "draft"),
    from: await memberIdOf(db, project.id, partner.contributor),
    manager: await memberIdOf(db, project.id, partner.manager),
    viewer: await memberIdOf(db, project.id, partner.viewer),
  };
}

describe("handing everything over", () => {
  test("moves open tasks, reviews and draft findings, keeps what is over, and tells the colleague once", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { partner } = project;
    const busy = await aBusyPerson(tx, project);
    const api = await callAs(partner.contributor, tx);
    const give = () => api.projects.handOverWork({ memberId: busy.from, toMemberId: busy.manager });
    const before = await api.projects.work({ memberId: busy.from });
    expect([before.taskCount, before.reviewCount, before.mayGiveRole]).toEqual([2, 1, false]);
    const { answer, events } = await watch(tx, give);
    expect(answer).toEqual({ tasks: 2, reviews: 1, role: false });
    const data = { personId: partner.manager, fromPersonId: partner.contributor, tasks: 2, reviews: 1 };
    expect(events).toMatchObject([{ type: "member.work_handed_over", data }]);
    const rows = await tx.select().from(tasks).where(eq(tasks.projectId, project.id));
    const held = Object.fromEntries(rows.map(({ id, assigneeId, state }) => [id, [assigneeId, state]]));
    expect(held).toEqual({
      [busy.open]: [partner.manager, "open"],
      [busy.asked]: [partner.manager, "asked"],
      [busy.done]: [partner.contributor, "done"],
    });
    const [review] = await tx.select().from(reviews).where(eq(reviews.id, busy.reviewId));
    const [draft] = await tx.select().from(findings).where(eq(findings.id, busy.draft));
    expect([review?.reviewerId, draft?.personId]).toEqual([partner.manager, partner.manager]);
    const steps = await tx.select().from(taskSteps).where(eq(taskSteps.toPersonId, partner.manager));
    expect(steps.map(({ act, personId }) => [act, personId])).toEqual([
      ["handOver", partner.contributor],
      ["handOver", partner.contributor],
    ]);
    // Repeated, it moves nothing and tells nobody.
    const again = await watch(tx, give);
    expect([again.answer, again.events]).toEqual([{ tasks: 0, reviews: 0, role: false }, []]);
  });

  test("leaves a review that the colleague was asked for too, and drafts that are not the actor's", async ({ tx }) => {
    const project = await aProject(tx);
    const { partner } = project;
    const busy = await aBusyPerson(tx, project);
    const manager = await callAs(partner.manager, tx);
    await tx.insert(reviews).values({
      id: uuid(),
      projectId: project.id,
      submissionId: busy.submissionId,
      reviewerId: partner.manager,
      organisationId: partner.organisationId,
      requestedBy: project.coordinator.manager,
    });
    const { answer, events } = await watch(tx, () =>
      manager.projects.handOverWork({ memberId: busy.from, toMemberId: busy.manager }),
    );
    expect(answer).toEqual({ tasks: 2, reviews: 0, role: false });
    // The person whose work a manager gives away is told.
    const moved = { type: "member.work_moved", data: { personId: partner.contributor, tasks: 2, reviews: 0 } };
    expect(events).toMatchObject([{ type: "member.work_handed_over" }, moved]);
    const [draft] = await tx.select().from(findings).where(eq(findings.id, busy.draft));
    expect(draft?.personId).toBe(partner.contributor);
  });

  test("gives the role away on request, and never leaves the coordinator without a manager", async ({ tx }) => {
    const project = await aProject(tx);
    const { coordinator } = project;
    const [memberId, toMemberId] = [
      await memberIdOf(tx, project.id, coordinator.manager),
      await memberIdOf(tx, project.id, coordinator.viewer),
    ];
    const api = await callAs(coordinator.manager, tx);
    const { types } = await watch(tx, () => api.projects.handOverWork({ memberId, toMemberId, role: true }));
    expect(types).toEqual(["member.role_changed", "member.role_changed"]);
    const rows = await tx.select().from(participationPeople).where(eq(participationPeople.projectId, project.id));
    const roleOf = (id: string) => rows.find((row) => row.id === id)?.role;
    expect([roleOf(memberId), roleOf(toMemberId)]).toEqual(["contributor", "manager"]);
  });

  test("is refused to other organisations, to people without work, and for another organisation's person", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const busy = await aBusyPerson(tx, project);
    const own = await callAs(project.partner.contributor, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const foreign = await memberIdOf(tx, project.id, project.other.manager);
    const give = (api: typeof own, toMemberId: string, role = false) =>
      problemOf(api.projects.handOverWork({ memberId: busy.from, toMemberId, role }));
    expect([
      await give(own, foreign),
      await give(own, busy.viewer),
      await give(own, busy.from),
      await give(own, uuid()),
      await give(coordinator, busy.manager),
      // A contributor makes nobody a contributor.
      await give(own, busy.viewer, true),
    ]).toEqual([
      "member.not_a_colleague",
      "member.not_a_colleague",
      "member.not_a_colleague",
      "member.not_found",
      "forbidden",
      "forbidden",
    ]);
  });
});

test("a task that is finished while everything is handed over is finished once and stays with who did it", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const busy = await aBusyPerson(own.db, project);
  const [person, manager] = [
    await callAs(project.partner.contributor, own.db),
    await callAs(project.partner.manager, own.db),
  ];
  const lock = sql`select id from tasks where id = ${busy.open} for update`;
  const outcomes = await race(own.db, lock, [
    () => problemOf(person.tasks.done({ id: uuid(), taskId: busy.open })),
    () => problemOf(manager.projects.handOverWork({ memberId: busy.from, toMemberId: busy.manager })),
  ]);
  expect(outcomes[1]).toBe("");
  const [task] = await own.db.select().from(tasks).where(eq(tasks.id, busy.open));
  const steps = await own.db.select({ act: taskSteps.act }).from(taskSteps).where(eq(taskSteps.taskId, busy.open));
  // Whoever came first decided: done and kept, or handed over and then no longer the person's to finish.
  const expected = outcomes[0] === "" ? ["done", project.partner.contributor] : ["open", project.partner.manager];
  expect([task?.state, task?.assigneeId, steps.length]).toEqual([...expected, 1]);
  await own.close();
});

test("two opposite hand-overs at the same moment both end", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const busy = await aBusyPerson(own.db, project);
  await aTask(own.db, project, { assigneeId: project.partner.manager, state: "open" });
  const manager = await callAs(project.partner.manager, own.db);
  const lock = sql`select id from participations where id = ${project.partner.participationId} for update`;
  const outcomes = await race(own.db, lock, [
    () => problemOf(manager.projects.handOverWork({ memberId: busy.from, toMemberId: busy.manager })),
    () => problemOf(manager.projects.handOverWork({ memberId: busy.manager, toMemberId: busy.from })),
  ]);
  expect(outcomes).toEqual(["", ""]);
  await own.close();
});
