import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { participationPeople, participations, tasks } from "@/db/schema";
import { race } from "@/server/testing/barrier";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject, type TestProject } from "@/server/testing/factories";

/** A task of the 31st of each month, open for the partner's contributor. */
async function aMonthlyTask(db: Db, project: TestProject): Promise<string> {
  const partner = await callAs(project.partner.manager, db);
  const { id } = await partner.tasks.add({
    id: uuid(),
    projectId: project.id,
    title: "Time sheets",
    dueOn: "2027-01-31",
    monthly: true,
    assignee: { personId: project.partner.contributor },
  });
  return id;
}

const listed = (db: Db) =>
  db.select({ state: tasks.state, dueOn: tasks.dueOn, assigneeId: tasks.assigneeId }).from(tasks).orderBy(tasks.dueOn);

test("a monthly task adds that of the next month when it is done, once, and undoing it leaves one", async ({ tx }) => {
  const project = await aProject(tx);
  const taskId = await aMonthlyTask(tx, project);
  const assigneeId = project.partner.contributor;
  const contributor = await callAs(assigneeId, tx);
  const finish = () => contributor.tasks.done({ id: uuid(), taskId });
  const first = { dueOn: "2027-01-31", assigneeId };
  const second = { dueOn: "2027-02-28", assigneeId, state: "open" };
  const { types } = await watch(tx, finish);
  expect(types).toEqual(["task.done"]);
  expect(await listed(tx)).toEqual([{ ...first, state: "done" }, second]);
  await contributor.tasks.reopen({ id: uuid(), taskId });
  expect(await listed(tx)).toEqual([{ ...first, state: "open" }]);
  await finish();
  const [next] = (await contributor.tasks.list({ slug: project.slug, state: "open" })).items;
  expect(next?.monthly).toBe(true);
  await contributor.tasks.moreTime({ id: uuid(), taskId: next?.id ?? "", dueOn: "2027-03-02", reason: "Exams." });
  await contributor.tasks.reopen({ id: uuid(), taskId });
  await finish();
  expect(await listed(tx)).toEqual([
    { ...first, state: "done" },
    { ...second, dueOn: "2027-03-02" },
  ]);
  await contributor.tasks.done({ id: uuid(), taskId: next?.id ?? "" });
  expect((await listed(tx)).at(-1)).toMatchObject({ dueOn: "2027-03-31", state: "open" });
});

test("the next task is for the organisation when the person left, and there is none when the organisation left", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const one = await aMonthlyTask(tx, project);
  const manager = await callAs(project.partner.manager, tx);
  const coordinator = await callAs(project.coordinator.manager, tx);
  await tx
    .update(participationPeople)
    .set({ endedAt: new Date() })
    .where(eq(participationPeople.personId, project.partner.contributor));
  await manager.tasks.done({ id: uuid(), taskId: one });
  expect((await listed(tx)).at(-1)).toMatchObject({ dueOn: "2027-02-28", assigneeId: null });
  const [next] = await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.previousId, one));
  await tx
    .update(participations)
    .set({ endedOn: "2020-01-01" })
    .where(eq(participations.id, project.partner.participationId));
  await coordinator.tasks.done({ id: uuid(), taskId: next?.id ?? "" });
  expect(await listed(tx)).toHaveLength(2);
});

test("a monthly task needs its first day", async ({ tx }) => {
  const project = await aProject(tx);
  const partner = await callAs(project.partner.manager, tx);
  const assignee = { personId: project.partner.contributor };
  const task = { id: uuid(), projectId: project.id, title: "Time sheets", monthly: true, assignee };
  expect(await problemOf(partner.tasks.add(task))).toBe("task.monthly_without_day");
});

test("two people who finish a monthly task at the same moment add one next task", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const taskId = await aMonthlyTask(own.db, project);
  const [one, two] = [await callAs(project.partner.contributor, own.db), await callAs(project.partner.manager, own.db)];
  const outcomes = await race(own.db, sql`select id from tasks for update`, [
    () => problemOf(one.tasks.done({ id: uuid(), taskId })),
    () => problemOf(two.tasks.done({ id: uuid(), taskId })),
  ]);
  expect(outcomes.sort()).toEqual(["", "task.wrong_state"]);
  expect(await listed(own.db)).toHaveLength(2);
  await own.close();
});
