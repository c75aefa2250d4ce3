import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { mails, reviews, submissions } from "@/db/schema";
import { problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { noon } from "@/server/testing/factories";
import { approve, aReviewStage, ask, reviewIdIn } from "@/server/testing/review-stage";
import { notify } from "./notify";
import { remindReviewers } from "./remind-reviewers";
import { sendMail } from "./send";

type Payload = Parameters<typeof sendMail>[2];

test("the e-mail of a request for review holds message, date and file names", async ({ tx }) => {
  const stage = await aReviewStage(tx);
  const request = { ...ask(stage), note: "Please read page 4 first.", dueOn: "2026-04-01" };
  const { jobs } = await watch(tx, () => stage.lead.reviews.submit(request));
  const sent = await watch(tx, async () => {
    for (const { payload } of jobs) if ("activityId" in payload) await notify(tx, noon, String(payload.activityId));
  });
  for (const { payload } of sent.jobs) await sendMail(tx, noon, payload as Payload);
  const texts = (await tx.select().from(mails)).map(({ text }) => text ?? "");
  const asked = texts.filter((text) => text.includes("asks you to review"));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain("Please read page 4 first.");
  expect(asked[0]).toContain("Guide.pdf");
  expect(asked[0]).toMatch(/Review needed by \S*\s?1 April 2026/u);
});

test("reviewers are reminded three days before their review is needed and on the day, while it is not given", async ({
  tx,
}) => {
  const stage = await aReviewStage(tx);
  const sent = await stage.lead.reviews.submit({ ...ask(stage), dueOn: "2026-03-19" });
  const stagesOn = async (day: string) => {
    const { jobs } = await watch(tx, () => remindReviewers(tx, new Date(`${day}T06:00:00Z`)));
    for (const { payload } of jobs) await sendMail(tx, noon, payload as Payload);
    return jobs.map(({ payload }) => payload.props?.["stage"]);
  };
  expect(await stagesOn("2026-03-15")).toEqual([]);
  expect(await stagesOn("2026-03-16")).toEqual(["soon"]);
  // The cron job may run twice: the e-mail is sent once.
  await stagesOn("2026-03-16");
  expect(await stagesOn("2026-03-17")).toEqual([]);
  expect(await stagesOn("2026-03-19")).toEqual(["today"]);
  const stored = await tx.select().from(mails);
  expect(stored).toHaveLength(2);
  expect(stored.map(({ subject, text }) => `${subject} ${text ?? ""}`).join()).not.toMatch(/[{}]|reviewReminder\./u);
  expect(stored.every(({ text }) => text?.includes("/stop/") && text.includes(sent.submissionId))).toBe(true);

  const reviewId = await reviewIdIn(stage, sent.submissionId);
  await tx.update(reviews).set({ dueOn: "2026-03-25" }).where(eq(reviews.id, reviewId));
  await stage.reviewer.reviews.give({ reviewId, ...approve });
  expect(await stagesOn("2026-03-22")).toEqual([]);
});

test("reviewers who said when they answer are reminded of that day", async ({ tx }) => {
  const stage = await aReviewStage(tx);
  const sent = await stage.lead.reviews.submit({ ...ask(stage), dueOn: "2026-03-19" });
  const reviewId = await reviewIdIn(stage, sent.submissionId);
  await stage.reviewer.reviews.acknowledge({ reviewId, answerBy: "2026-03-25" });
  const jobsOn = async (day: string) => (await watch(tx, () => remindReviewers(tx, new Date(`${day}T06:00:00Z`)))).jobs;
  expect(await jobsOn("2026-03-16")).toEqual([]);
  expect(await jobsOn("2026-03-19")).toEqual([]);
  for (const { payload } of await jobsOn("2026-03-22")) await sendMail(tx, noon, payload as Payload);
  expect((await tx.select().from(mails)).map(({ text }) => text).join()).toMatch(/25 March 2026/u);
});

test("nobody is reminded of a review of a withdrawn submission, nor after they have left", async ({ tx }) => {
  const stage = await aReviewStage(tx);
  const sent = await stage.lead.reviews.submit({ ...ask(stage), dueOn: "2026-03-19" });
  const remindedOn = async (day: string) =>
    (await watch(tx, () => remindReviewers(tx, new Date(`${day}T06:00:00Z`)))).jobs.length;
  const { participationId } = stage.project.other;
  const setStatus = (status: "open" | "withdrawn") =>
    tx.update(submissions).set({ status }).where(eq(submissions.id, sent.submissionId));
  await setStatus("withdrawn");
  expect(await remindedOn("2026-03-16")).toBe(0);
  await setStatus("open");
  expect(await problemOf(stage.coordinator.projects.endParticipation({ participationId, endedOn: "2026-03-15" }))).toBe(
    "",
  );
  expect(await remindedOn("2026-03-16")).toBe(0);
});
