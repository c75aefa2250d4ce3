import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { mails, outputs, participationPeople, reviews, tasks } from "@/db/schema";
import type { Db } from "@/db/client";
import { dayInBrussels } from "@/domain/dates";
import { aTask } from "@/server/testing/a-task";
import { callAs, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anAddress, aProject, noon } from "@/server/testing/factories";
import { aReviewStage, ask } from "@/server/testing/review-stage";
import { anOutput } from "@/server/testing/work-factories";
import { mailLate } from "./mail-late";
import { notify } from "./notify";
import { remind } from "./remind";
import { remindReviewers } from "./remind-reviewers";
import { sendMail } from "./send";

type Mail = Parameters<typeof sendMail>[2];

/** The e-mails that some work enqueues. */
async function mailsOf(tx: Db, work: () => Promise<unknown>): Promise<Mail[]> {
  const { jobs } = await watch(tx, work);
  return jobs.filter(({ name }) => name === "send_mail").map(({ payload }) => payload as Mail);
}

/** Sends e-mails anew, as if they had waited; returns those that were written. */
async function sentNow(tx: Db, jobs: readonly Mail[]) {
  await tx.delete(mails);
  for (const job of jobs) await sendMail(tx, noon, { ...job, dedupeKey: uuid() });
  return tx.select().from(mails);
}

test("a reminder is not sent for an output that was finished or moved, nor to someone who has left", async ({ tx }) => {
  const project = await aProject(tx);
  const output = await anOutput(tx, project, { dueOn: "2026-03-16" });
  const jobs = await mailsOf(tx, () => remind(tx, noon));
  expect(await sentNow(tx, jobs)).toHaveLength(2);
  const set = (values: Partial<typeof outputs.$inferInsert>) =>
    tx.update(outputs).set(values).where(eq(outputs.id, output.id));
  await set({ dueOn: "2026-03-20" });
  expect(await sentNow(tx, jobs)).toEqual([]);
  await set({ dueOn: "2026-03-16", status: "approved" });
  expect(await sentNow(tx, jobs)).toEqual([]);
  await set({ status: "planned" });
  await tx
    .update(participationPeople)
    .set({ endedAt: noon })
    .where(eq(participationPeople.personId, project.partner.contributor));
  expect((await sentNow(tx, jobs)).map(({ personId }) => personId)).toEqual([project.partner.manager]);
});

test("neither a request for a review nor its reminder is sent once the submission was withdrawn", async ({ tx }) => {
  const stage = await aReviewStage(tx);
  const { jobs } = await watch(tx, () => stage.lead.reviews.submit({ ...ask(stage), dueOn: "2026-03-19" }));
  const requests = await mailsOf(tx, async () => {
    for (const { payload } of jobs) if ("activityId" in payload) await notify(tx, noon, String(payload.activityId));
  });
  const reminders = await mailsOf(tx, () => remindReviewers(tx, new Date("2026-03-16T06:00:00Z")));
  expect(requests.length).toBeGreaterThan(0);
  expect(reminders).toHaveLength(1);
  expect(await sentNow(tx, [...requests, ...reminders])).toHaveLength(requests.length + 1);
  await tx.update(reviews).set({ verdict: "approve" });
  expect(await sentNow(tx, reminders)).toEqual([]);
  await tx.update(reviews).set({ verdict: null });
  await tx.execute(sql`update submissions set status = 'withdrawn'`);
  expect(await sentNow(tx, [...requests, ...reminders])).toEqual([]);
});

test("an invitation that was revoked meanwhile is not sent", async ({ tx }) => {
  const project = await aProject(tx);
  const api = await callAs(project.coordinator.manager, tx);
  const invitation = {
    participationId: project.partner.participationId,
    emails: [anAddress()],
    role: "contributor" as const,
    message: "",
    locale: "en" as const,
  };
  const jobs = await mailsOf(tx, () => api.projects.invitePeople(invitation));
  expect(await sentNow(tx, jobs)).toHaveLength(1);
  const { items } = await api.projects.invitations({ slug: project.slug });
  await api.projects.revokeInvitation({ invitationId: items[0]?.id ?? "" });
  expect(await sentNow(tx, jobs)).toEqual([]);
});

test("the list of what is late leaves out what was done before it is sent", async ({ tx }) => {
  const project = await aProject(tx);
  const { organisationId } = project.partner;
  const done = await aTask(tx, project, { title: "Posters", dueOn: "2020-01-01" });
  await aTask(tx, project, { title: "Banner", dueOn: "2020-01-01" });
  const api = await callAs(project.coordinator.manager, tx);
  await api.tasks.remindLate({ projectId: project.id, organisationIds: [organisationId] });
  const jobs = await mailsOf(tx, () =>
    mailLate(tx, noon, { projectId: project.id, organisationId, day: dayInBrussels(noon) }),
  );
  await tx.update(tasks).set({ state: "done" }).where(eq(tasks.id, done));
  const [mail] = await sentNow(tx, jobs);
  expect(mail?.text).toContain("Banner");
  expect(mail?.text).not.toContain("Posters");
  await tx.update(tasks).set({ state: "done" });
  expect(await sentNow(tx, jobs)).toEqual([]);
});
