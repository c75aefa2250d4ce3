import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { lateReminders, outputContributors, outputs } from "@/db/schema";
import { mailLate } from "@/server/mail/mail-late";
import { aTask } from "@/server/testing/a-task";
import { race } from "@/server/testing/barrier";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject, noon } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";

const past = "2020-01-01";

test("the coordinator sees what each other organisation owes, and each gets one e-mail a day", async ({ tx }) => {
  const project = await aProject(tx);
  await aTask(tx, project, { title: "Late task", dueOn: past, assigneeId: project.partner.contributor });
  await aTask(tx, project, { title: "Done task", dueOn: past, state: "done" });
  await aTask(tx, project, { title: "Later task", dueOn: "2099-01-01" });
  const output = await anOutput(tx, project);
  await tx.update(outputs).set({ dueOn: past });
  const coordinator = await callAs(project.coordinator.manager, tx);
  const late = await coordinator.tasks.late({ slug: project.slug });
  expect(late.map(({ organisationId, count, remindedToday }) => [organisationId, count, remindedToday])).toEqual([
    [project.partner.organisationId, 2, false],
  ]);
  expect(late[0]?.items.map(({ kind, title }) => [kind, title])).toEqual([
    ["output", output.title],
    ["task", "Late task"],
  ]);
  const remind = () =>
    coordinator.tasks.remindLate({ projectId: project.id, organisationIds: [project.partner.organisationId] });
  const { types, jobNames } = await watch(tx, async () => {
    expect(await remind()).toEqual({ reminded: 1 });
    expect(await remind()).toEqual({ reminded: 0 });
  });
  expect([types, jobNames]).toEqual([["task.late_reminded"], ["mail_late"]]);
  expect((await coordinator.tasks.late({ slug: project.slug }))[0]?.remindedToday).toBe(true);
  const [reminder] = await tx.select().from(lateReminders);
  const { jobs } = await watch(tx, () =>
    mailLate(tx, noon, {
      projectId: project.id,
      organisationId: project.partner.organisationId,
      day: reminder?.day ?? "",
    }),
  );
  expect(jobs).toHaveLength(2);
});

test("a manager of a lead reminds only of what is for its outputs, and others remind nobody", async ({ tx }) => {
  const project = await aProject(tx);
  const output = await anOutput(tx, project);
  await tx.update(outputs).set({ dueOn: past });
  await tx.insert(outputContributors).values({ outputId: output.id, organisationId: project.other.organisationId });
  await aTask(tx, project, { dueOn: past });
  const lead = await callAs(project.partner.manager, tx);
  const late = await lead.tasks.late({ slug: project.slug });
  expect(late.map(({ organisationId, items }) => [organisationId, items.map(({ kind }) => kind)])).toEqual([
    [project.other.organisationId, ["contribution"]],
  ]);
  expect(await (await callAs(project.other.manager, tx)).tasks.late({ slug: project.slug })).toEqual([]);
  const contributor = await callAs(project.partner.contributor, tx);
  const organisationIds = [project.other.organisationId];
  expect(await problemOf(contributor.tasks.remindLate({ projectId: project.id, organisationIds }))).toBe("forbidden");
});

test("nothing is sent when all was done before the e-mail is written", async ({ tx }) => {
  const project = await aProject(tx);
  const taskId = await aTask(tx, project, { dueOn: past });
  const coordinator = await callAs(project.coordinator.manager, tx);
  await coordinator.tasks.remindLate({ projectId: project.id, organisationIds: [project.partner.organisationId] });
  await coordinator.tasks.drop({ id: taskId, taskId, reason: "Not needed." });
  const [reminder] = await tx.select().from(lateReminders);
  const { jobs } = await watch(tx, () =>
    mailLate(tx, noon, {
      projectId: project.id,
      organisationId: project.partner.organisationId,
      day: reminder?.day ?? "",
    }),
  );
  expect(jobs).toEqual([]);
});

test("two people who remind at the same moment send one e-mail", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  await aTask(own.db, project, { dueOn: past });
  const coordinator = await callAs(project.coordinator.manager, own.db);
  const again = await callAs(project.coordinator.manager, own.db);
  const input = { projectId: project.id, organisationIds: [project.partner.organisationId] };
  const lock = sql`lock table late_reminders in exclusive mode`;
  const { jobNames } = await watch(own.db, async () => {
    const outcomes = await race(own.db, lock, [
      () => coordinator.tasks.remindLate(input),
      () => again.tasks.remindLate(input),
    ]);
    expect(outcomes.map(({ reminded }) => reminded).sort()).toEqual([0, 1]);
  });
  expect(jobNames).toEqual(["mail_late"]);
  await own.close();
});
