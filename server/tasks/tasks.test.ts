import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { participations, projects, taskSteps, tasks } from "@/db/schema";
import { aTask } from "@/server/testing/a-task";
import { race } from "@/server/testing/barrier";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";

const day = "2027-01-15";
const stepsOf = (db: Db, taskId: string) => db.$count(taskSteps, eq(taskSteps.taskId, taskId));

describe("a task", () => {
  test("is open for one's own organisation, asked of another one, and added once", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    const partner = await callAs(project.partner.contributor, tx);
    const add = (id: string, organisationId: string) =>
      partner.tasks.add({
        id,
        projectId: project.id,
        title: "Print the posters",
        dueOn: day,
        assignee: { organisationId },
        outputId: output.id,
      });
    const [own, asked] = [uuid(), uuid()];
    const { types, jobNames } = await watch(tx, async () => {
      await add(own, project.partner.organisationId);
      await add(asked, project.other.organisationId);
      await add(asked, project.other.organisationId);
    });
    expect(types).toEqual(["task.added", "task.added"]);
    expect(jobNames).toEqual(["notify", "notify"]);
    const states = Object.fromEntries(
      (await partner.tasks.list({ slug: project.slug })).items.map(({ id, state, dueOn }) => [id, [state, dueOn]]),
    );
    expect(states).toEqual({ [own]: ["open", day], [asked]: ["asked", day] });
    const stranger = await callAs(project.other.contributor, tx);
    const taken = { id: asked, projectId: project.id, title: "Mine", assignee: { personId: project.other.manager } };
    expect(await problemOf(stranger.tasks.add(taken))).toBe("input.id_taken");
  });

  test.for([
    ["an evaluator", "evaluator"],
    ["a viewer", "viewer"],
    ["an organisation that left", "left"],
    ["a person of another project", "elsewhere"],
  ] as const)("is not for %s", async ([, who], { tx }) => {
    const project = await aProject(tx);
    const elsewhere = await aProject(tx);
    await tx
      .update(participations)
      .set({ endedOn: "2020-01-01" })
      .where(eq(participations.id, project.other.participationId));
    const assignee = {
      evaluator: { organisationId: project.evaluator.organisationId },
      viewer: { personId: project.partner.viewer },
      left: { organisationId: project.other.organisationId },
      elsewhere: { personId: elsewhere.partner.manager },
    }[who];
    const coordinator = await callAs(project.coordinator.manager, tx);
    const task = { id: uuid(), projectId: project.id, title: "Print", assignee };
    expect(await problemOf(coordinator.tasks.add(task))).toBe("task.assignee_unknown");
  });

  test("is due within the project, and belongs to outputs and work packages of its project", async ({ tx }) => {
    const project = await aProject(tx);
    await tx.update(projects).set({ startsOn: "2026-09-01", durationMonths: 24 }).where(eq(projects.id, project.id));
    const elsewhere = await anOutput(tx, await aProject(tx));
    const coordinator = await callAs(project.coordinator.manager, tx);
    const assignee = { organisationId: project.partner.organisationId };
    const add = (more: object) =>
      problemOf(coordinator.tasks.add({ id: uuid(), projectId: project.id, title: "Print", assignee, ...more }));
    expect(await add({ dueOn: "2099-01-01" })).toBe("task.due_outside");
    expect(await add({ outputId: elsewhere.id })).toBe("output.not_found");
    expect(await add({ workPackageId: uuid() })).toBe("work_package.not_found");
    expect(await add({ dueOn: "2026-09-01" })).toBe("");
    const taskId = await aTask(tx, project);
    const move = { id: uuid(), taskId, dueOn: "2026-08-31", reason: "Earlier." };
    expect(await problemOf(coordinator.tasks.moreTime(move))).toBe("task.due_outside");
    const [moved, again] = [
      { ...move, dueOn: day },
      { ...move, id: uuid(), dueOn: day },
    ];
    expect([
      await problemOf(coordinator.tasks.moreTime(moved)),
      await problemOf(coordinator.tasks.moreTime(moved)),
    ]).toEqual(["", ""]);
    expect(await problemOf(coordinator.tasks.moreTime(again))).toBe("task.due_unchanged");
  });

  test("is accepted, moved, given to a colleague, done and opened again, each act once", async ({ tx }) => {
    const project = await aProject(tx);
    const taskId = await aTask(tx, project, { dueOn: "2026-12-01" });
    const manager = await callAs(project.partner.manager, tx);
    const act = { id: uuid(), taskId };
    const { types } = await watch(tx, async () => {
      expect(await manager.tasks.accept(act)).toEqual({ state: "open" });
      expect(await manager.tasks.accept(act)).toEqual({ state: "open" });
      await manager.tasks.moreTime({ id: uuid(), taskId, dueOn: day, reason: "Exams." });
      await manager.tasks.handOver({ id: uuid(), taskId, personId: project.partner.contributor });
    });
    expect(types).toEqual(["task.accepted", "task.due_moved", "task.handed_over"]);
    const contributor = await callAs(project.partner.contributor, tx);
    expect(await contributor.tasks.get({ taskId })).toMatchObject({
      state: "open",
      dueOn: day,
      firstDueOn: "2026-12-01",
      moves: [{ from: "2026-12-01", to: day, reason: "Exams." }],
      assigneeId: project.partner.contributor,
      can: ["decline", "done", "handOver", "moreTime"],
    });
    expect(await contributor.tasks.done({ id: uuid(), taskId })).toEqual({ state: "done" });
    expect(await contributor.tasks.reopen({ id: uuid(), taskId })).toEqual({ state: "open" });
    const other = { id: uuid(), taskId, personId: project.other.contributor };
    expect(await problemOf(contributor.tasks.handOver(other))).toBe("task.not_a_colleague");
    expect(await problemOf(manager.tasks.decline({ ...act, reason: "No." }))).toBe("");
    expect((await manager.tasks.get({ taskId })).state).toBe("open");
  });

  test("is declined or dropped with a reason, which the other side is told", async ({ tx }) => {
    const project = await aProject(tx);
    const [declined, dropped] = [await aTask(tx, project), await aTask(tx, project)];
    const partner = await callAs(project.partner.contributor, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const { events } = await watch(tx, async () => {
      await partner.tasks.decline({ id: uuid(), taskId: declined, reason: "We have no printer." });
      await coordinator.tasks.drop({ id: uuid(), taskId: dropped, reason: "Done elsewhere." });
    });
    expect(events.map(({ type, data }) => [type, data["reason"]])).toEqual([
      ["task.declined", "We have no printer."],
      ["task.dropped", "Done elsewhere."],
    ]);
    expect(await partner.tasks.get({ taskId: declined })).toMatchObject({
      state: "dropped",
      reason: "We have no printer.",
    });
    expect(await problemOf(partner.tasks.decline({ id: uuid(), taskId: dropped, reason: " " }))).toBe("input.invalid");
  });

  test("is asked again when the other side opens it after it was declined", async ({ tx }) => {
    const project = await aProject(tx);
    const [one, two] = [await aTask(tx, project), await aTask(tx, project)];
    const partner = await callAs(project.partner.contributor, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    for (const taskId of [one, two]) await partner.tasks.decline({ id: uuid(), taskId, reason: "No printer." });
    expect(await coordinator.tasks.reopen({ id: uuid(), taskId: one })).toEqual({ state: "asked" });
    expect(await partner.tasks.get({ taskId: one })).toMatchObject({ state: "asked", reason: "" });
    expect(await partner.tasks.reopen({ id: uuid(), taskId: two })).toEqual({ state: "open" });
  });

  test("is late from the day after it was due, in Brussels, while it is not done", async ({ tx }) => {
    const project = await aProject(tx);
    const [open, done] = [
      await aTask(tx, project, { dueOn: "2020-01-01" }),
      await aTask(tx, project, { dueOn: "2020-01-01", state: "done" }),
    ];
    const viewer = await callAs(project.partner.viewer, tx);
    const late = Object.fromEntries((await viewer.tasks.list({ slug: project.slug })).items.map((t) => [t.id, t.late]));
    expect(late).toEqual({ [open]: true, [done]: false });
  });
});

test("tasks are listed over pages by day, those without a day last, by project, state and own organisation", async ({
  tx,
}) => {
  const project = await aProject(tx);
  for (let n = 0; n < 28; n += 1) {
    await aTask(tx, project, { dueOn: n === 0 ? null : `2027-02-${String(29 - n).padStart(2, "0")}` });
  }
  const done = await aTask(tx, project, { state: "done", dueOn: "2027-01-01" });
  const partner = await callAs(project.partner.contributor, tx);
  const { rows, pages } = await everyRow((cursor) =>
    partner.tasks.list({ slug: project.slug, state: "waiting", mine: true, cursor }),
  );
  const days = rows.map(({ dueOn }) => dueOn ?? "none");
  expect([pages, rows.length, days]).toEqual([2, 28, days.toSorted()]);
  expect((await partner.tasks.list({ state: "done" })).items.map(({ id }) => id)).toEqual([done]);
  const other = await callAs(project.other.contributor, tx);
  expect((await other.tasks.list({ mine: true })).items).toEqual([]);
});

test("two people who finish the same task at the same moment finish it once", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const taskId = await aTask(own.db, project, { state: "open" });
  const [one, two] = [await callAs(project.partner.contributor, own.db), await callAs(project.partner.manager, own.db)];
  const lock = sql`select id from tasks where id = ${taskId} for update`;
  const outcomes = await race(own.db, lock, [
    () => problemOf(one.tasks.done({ id: uuid(), taskId })),
    () => problemOf(two.tasks.done({ id: uuid(), taskId })),
  ]);
  expect(outcomes.sort()).toEqual(["", "task.wrong_state"]);
  expect(await own.db.select({ act: taskSteps.act }).from(taskSteps)).toEqual([{ act: "done" }]);
  expect(await own.db.select({ state: tasks.state }).from(tasks)).toEqual([{ state: "done" }]);
  await own.close();
});

test("of two people who accept and decline, or move, the same task, the second sees what the first did", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const [taskId, moved] = [await aTask(own.db, project), await aTask(own.db, project, { dueOn: day })];
  const [one, two] = [await callAs(project.partner.contributor, own.db), await callAs(project.partner.manager, own.db)];
  const lockOf = (id: string) => sql`select id from tasks where id = ${id} for update`;
  const answers = await race(own.db, lockOf(taskId), [
    () => problemOf(one.tasks.decline({ id: uuid(), taskId, reason: "Exams." })),
    () => problemOf(two.tasks.accept({ id: uuid(), taskId })),
  ]);
  // A task that was accepted can still be declined; one that was declined cannot be accepted.
  const { state } = await two.tasks.get({ taskId });
  expect([state, answers[1]]).toEqual(["dropped", (await stepsOf(own.db, taskId)) === 2 ? "" : "task.wrong_state"]);
  const move = (person: typeof one, dueOn: string) => () =>
    problemOf(person.tasks.moreTime({ id: uuid(), taskId: moved, dueOn, reason: "Exams." }));
  expect(await race(own.db, lockOf(moved), [move(one, "2027-02-01"), move(two, "2027-03-01")])).toEqual(["", ""]);
  const { dueOn, firstDueOn, moves } = await one.tasks.get({ taskId: moved });
  expect([firstDueOn, moves[0]?.to, moves[1]?.to]).toEqual([day, moves[1]?.from, dueOn]);
  await own.close();
});

test("a task stays without its output when the output is removed from the plan", async ({ tx }) => {
  const project = await aProject(tx);
  const output = await anOutput(tx, project);
  const coordinator = await callAs(project.coordinator.manager, tx);
  const assignee = { organisationId: project.partner.organisationId };
  const taskId = uuid();
  await coordinator.tasks.add({ id: taskId, projectId: project.id, title: "Print", assignee, outputId: output.id });
  await coordinator.outputs.remove({ outputId: output.id });
  expect(await coordinator.tasks.get({ taskId })).toMatchObject({ title: "Print", output: null });
});

test("several tasks are added at once or not at all, and each person or organisation is told once", async ({ tx }) => {
  const project = await aProject(tx);
  const coordinator = await callAs(project.coordinator.manager, tx);
  const named = { personId: project.other.contributor };
  const anyone = { organisationId: project.partner.organisationId };
  const asked = [anyone, named, anyone].map((assignee, n) => ({ id: uuid(), title: `Task ${String(n)}`, assignee }));
  const unknown = { id: uuid(), title: "Task 3", assignee: { personId: project.partner.viewer } };
  const add = (list: typeof asked) => coordinator.tasks.addSeveral({ projectId: project.id, tasks: list });
  expect(await problemOf(coordinator.tasks.addSeveral({ projectId: project.id, tasks: [...asked, unknown] }))).toBe(
    "task.assignee_unknown",
  );
  expect((await coordinator.tasks.list({ slug: project.slug })).items).toEqual([]);
  const { events } = await watch(tx, async () => {
    expect(await add(asked)).toEqual({ added: 3 });
    expect(await add(asked)).toEqual({ added: 0 });
  });
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ["task.several_added", { taskId: asked[0]?.id, title: "Task 0", tasks: 2 }],
    ["task.added", { taskId: asked[1]?.id, title: "Task 1" }],
  ]);
  const many = Array.from({ length: 101 }, () => ({ id: uuid(), title: "Print", assignee: anyone }));
  expect(await problemOf(add(many))).toBe("input.invalid");
});
