import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { fileVersions, reviews, submissionVersions } from "@/db/schema";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { noon } from "@/server/testing/factories";
import {
  approve,
  approveSubmission,
  aReviewStage,
  ask,
  isChanged,
  recommendApproval,
  replaceGuide,
  reviewIdIn,
  type ReviewStage,
} from "@/server/testing/review-stage";
import { aVersion } from "@/server/testing/work-factories";

describe("submitting for review", () => {
  test("freezes versions by hash and asks each reviewer, once for a repeated id", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { other, evaluator } = stage.project;
    const request = ask(stage, { reviewerIds: [other.contributor, evaluator.contributor] });
    const submitted = await watch(tx, () => stage.lead.reviews.submit(request));
    expect(submitted.types).toEqual(["output.submitted", "review.requested", "review.requested"]);
    expect(submitted.jobNames).toEqual(["notify", "notify", "notify"]);
    const again = await watch(tx, () => stage.lead.reviews.submit(request));
    expect([again.answer, again.types]).toEqual([submitted.answer, []]);
    const frozen = await tx.select().from(submissionVersions).where(eq(submissionVersions.submissionId, request.id));
    expect(frozen).toEqual([{ submissionId: request.id, versionId: stage.version.id, sha256: stage.version.sha256 }]);
    expect(await stage.lead.outputs.get({ outputId: stage.outputId })).toMatchObject({
      status: "in_review",
      next: "wait_reviews",
    });
    expect((await stage.reviewer.reviews.mine({})).items).toMatchObject([{ submissionId: request.id }]);
  });

  test("refuses empty submissions, versions that are foreign or withdrawn, own people and strangers", async ({
    tx,
  }) => {
    const stage = await aReviewStage(tx);
    const elsewhere = await aReviewStage(tx);
    const { project } = stage;
    const problem = (values: Parameters<typeof ask>[1]) => problemOf(stage.lead.reviews.submit(ask(stage, values)));
    expect(await problem({ versionIds: [] })).toBe("input.invalid");
    expect(await problem({ versionIds: [elsewhere.version.id] })).toBe("output.no_file");
    expect(await problem({ reviewerIds: [project.partner.manager] })).toBe("review.own_organisation");
    expect(await problem({ reviewerIds: [elsewhere.project.other.manager] })).toBe("review.reviewer_unknown");
    await tx.update(fileVersions).set({ withdrawnAt: noon }).where(eq(fileVersions.id, stage.version.id));
    expect(await problem({})).toBe("file.withdrawn");
  });

  test("replaces an open submission and ends its reviews", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const first = await stage.lead.reviews.submit(ask(stage));
    const reviewId = await reviewIdIn(stage, first.submissionId);
    const second = await stage.lead.reviews.submit(ask(stage));
    expect(await stage.lead.reviews.submission(first)).toMatchObject({ status: "replaced", number: 1 });
    expect(await stage.lead.reviews.submission(second)).toMatchObject({ status: "open", number: 2 });
    expect(await problemOf(stage.reviewer.reviews.give({ reviewId, ...approve }))).toBe("submission.not_open");
    expect(await problemOf(stage.coordinator.reviews.decide({ ...first, ...approve }))).toBe("submission.not_open");
    const { rows } = await everyRow((cursor) => stage.lead.reviews.submissions({ outputId: stage.outputId, cursor }));
    expect(rows.map((row) => [row.number, row.status])).toEqual([
      [2, "open"],
      [1, "replaced"],
    ]);
  });

  test("counts only reviews of open submissions as pending", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { outputId, project } = stage;
    const pending = async () =>
      (await stage.lead.reviews.possibleReviewers({ outputId })).find(
        ({ personId }) => personId === project.other.contributor,
      )?.open;
    await stage.lead.reviews.submit(ask(stage));
    const second = await stage.lead.reviews.submit(ask(stage));
    expect(await pending()).toBe(1);
    await approveSubmission(stage, second);
    expect(await pending()).toBe(0);
    const { organisationId } = project.other;
    const { items } = await stage.lead.activity.partnerReviews({ slug: project.slug, organisationId });
    expect(items.map(({ verdict, open }) => [verdict, open]).sort()).toEqual([
      [null, false],
      ["approve", false],
    ]);
  });

  test("offers people of other organisations to those who may ask", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { outputId, project } = stage;
    const offered = await stage.lead.reviews.possibleReviewers({ outputId });
    const organisations = new Set(offered.map((person) => person.organisation.id));
    expect(organisations.has(project.partner.organisationId)).toBe(false);
    expect(organisations.has(project.evaluator.organisationId)).toBe(true);
    await stage.lead.reviews.submit(ask(stage, { reviewerIds: [project.evaluator.contributor] }));
    const evaluator = await callAs(project.evaluator.contributor, tx);
    expect(await evaluator.reviews.possibleReviewers({ outputId })).toEqual([]);
  });
});

test("evaluators see only submissions they were asked to review", async ({ tx }) => {
  const stage = await aReviewStage(tx);
  const { outputId, project } = stage;
  const { versionId: notes } = await replaceGuide(stage, "Draft notes");
  const other = await aVersion(tx, stage.output, { name: "Costs.pdf" });
  const mine = await stage.lead.reviews.submit(ask(stage, { reviewerIds: [project.evaluator.contributor] }));
  const { versionId: newer } = await replaceGuide(stage, stage.version.name);
  const theirs = await stage.lead.reviews.submit(ask(stage, { versionIds: [notes] }));
  const seenBy = async (api: ReviewStage["lead"]) => {
    const files = await api.outputs.files({ outputId });
    const versions = [];
    for (const { fileId } of files.items) versions.push(...(await api.outputs.versions({ fileId })).items);
    const { items } = await api.reviews.submissions({ outputId });
    return { versions: versions.map(({ id }) => id).sort(), submissions: items.map(({ id }) => id).sort() };
  };
  const evaluator = await callAs(project.evaluator.contributor, tx);
  expect(await seenBy(evaluator)).toEqual({ versions: [stage.version.id], submissions: [mine.submissionId] });
  expect(await seenBy(stage.reviewer)).toEqual({
    versions: [stage.version.id, notes, newer, other.id].sort(),
    submissions: [mine.submissionId, theirs.submissionId].sort(),
  });
  expect(await problemOf(evaluator.reviews.submission(theirs))).toBe("submission.not_found");
  expect(await problemOf(evaluator.comments.list({ subject: { type: "submission", id: theirs.submissionId } }))).toBe(
    "submission.not_found",
  );
  expect(await problemOf(evaluator.outputs.version({ versionId: other.id }))).toBe("file.not_found");
  const remark = {
    id: uuid(),
    subject: { type: "submission", id: theirs.submissionId },
    text: "I was not asked.",
    visibility: "everyone",
  } as const;
  expect(await problemOf(evaluator.comments.add(remark))).toBe("submission.not_found");
  expect(await problemOf(evaluator.reviews.decide({ ...theirs, ...approve }))).toBe("submission.not_found");
  expect(await problemOf(evaluator.outputs.restoreVersion({ versionId: other.id }))).toBe("file.not_found");
  expect(await problemOf(evaluator.outputs.versions({ fileId: other.fileId }))).toBe("file.not_found");
  expect((await evaluator.outputs.fileNames({ outputId })).map(({ name }) => name)).toEqual([stage.version.name]);
  expect((await evaluator.outputs.version({ versionId: stage.version.id })).id).toBe(stage.version.id);
  expect((await evaluator.outputs.archive({ outputId, all: true })).versionIds).toEqual([stage.version.id]);
  expect(new Set((await stage.reviewer.outputs.archive({ outputId, all: true })).versionIds)).toEqual(
    new Set([stage.version.id, other.id]),
  );
});

test("an approval of some files does not cover the others; a change of those does not affect it", async ({ tx }) => {
  const stage = await aReviewStage(tx);
  await replaceGuide(stage, "Draft notes");
  const submitted = await stage.lead.reviews.submit(ask(stage));
  await approveSubmission(stage, submitted);
  expect(await isChanged(stage)).toBe(false);
  await replaceGuide(stage, "Draft notes");
  expect(await isChanged(stage)).toBe(true);
});

describe("a review", () => {
  test("can be changed until the decision, with a comment when it recommends changes", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId } = await stage.lead.reviews.submit(ask(stage));
    const reviewId = await reviewIdIn(stage, submissionId);
    const change = { reviewId, verdict: "request_changes" as const };
    expect(await problemOf(stage.reviewer.reviews.give(change))).toBe("review.comment_missing");
    const values = await watch(tx, () => stage.reviewer.reviews.give({ ...change, comment: "Page 4 is missing." }));
    expect([values.types, values.jobNames]).toEqual([["review.given"], ["notify"]]);
    const tally = async () => (await stage.lead.reviews.submission({ submissionId })).tally;
    expect(await tally()).toEqual({ approve: 0, requestChanges: 1, reject: 0, waiting: 0 });
    const again = { ...change, comment: "Page 4 is missing." };
    expect((await watch(tx, () => stage.reviewer.reviews.give(again))).types).toEqual([]);
    const other = await watch(tx, () => stage.reviewer.reviews.give({ reviewId, ...approve }));
    expect(other.types).toEqual(["review.given"]);
    expect(await tally()).toEqual({ approve: 1, requestChanges: 0, reject: 0, waiting: 0 });
    expect(await stage.reviewer.reviews.submission({ submissionId })).toMatchObject({
      output: { next: "decide" },
      reviews: [{ verdict: "approve", comment: "", can: { "review.give": true } }],
    });
    await stage.coordinator.reviews.decide({ submissionId, ...approve });
    expect(await problemOf(stage.reviewer.reviews.give(again))).toBe("submission.not_open");
    expect((await stage.reviewer.reviews.submission({ submissionId })).reviews[0]?.can["review.give"]).toBe(false);
  });

  test("is acknowledged with the day of the answer, which is shown until somebody else is asked", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId } = await stage.lead.reviews.submit(ask(stage));
    const reviewId = await reviewIdIn(stage, submissionId);
    const on = (answerBy: string) => stage.reviewer.reviews.acknowledge({ reviewId, answerBy });
    const shown = async () => (await stage.lead.reviews.submission({ submissionId })).reviews[0]?.answerBy;
    for (const day of ["2026-03-15", "2027-03-17"]) expect(await problemOf(on(day))).toBe("review.answer_by_outside");
    for (const day of ["9999-01-01", "soon", ""]) expect(await problemOf(on(day))).toBe("input.invalid");
    expect(await problemOf(stage.lead.reviews.acknowledge({ reviewId, answerBy: "2026-03-20" }))).toBe(
      "review.not_found",
    );
    const first = await watch(tx, () => on("2026-03-20"));
    expect([first.types, first.jobNames]).toEqual([["review.acknowledged"], ["notify"]]);
    expect(await shown()).toBe("2026-03-20");
    expect((await watch(tx, () => on("2026-03-20"))).types).toEqual([]);
    expect((await watch(tx, () => on("2026-03-22"))).types).toEqual(["review.acknowledged"]);
    const [standIn] = await stage.reviewer.reviews.standIns({ reviewId });
    await stage.reviewer.reviews.nameStandIn({ reviewId, personId: standIn?.personId ?? "" });
    expect(await shown()).toBeNull();
  });

  test("is late from the day of the answer on, once its reviewer named one, in every list", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId } = await stage.lead.reviews.submit(ask(stage));
    const reviewId = await reviewIdIn(stage, submissionId);
    await tx.update(reviews).set({ dueOn: "2026-03-10" }).where(eq(reviews.id, reviewId));
    const { slug } = stage.project;
    const days = async () => [
      (await stage.reviewer.people.due({})).items.find(({ id }) => id === reviewId),
      (await stage.reviewer.reviews.mine({})).items.find((one) => one.submissionId === submissionId),
      (
        await stage.coordinator.calendar.list({ slug, who: "everyone", from: "2026-03-01", to: "2026-03-31" })
      ).items.find(({ id }) => id === reviewId),
      (await stage.coordinator.tasks.late({ slug })).flatMap(({ items }) => items).find(({ id }) => id === reviewId),
    ];
    const dueOn = async () => (await days()).map((one) => one?.dueOn);
    expect(await dueOn()).toEqual(Array(4).fill("2026-03-10"));
    await stage.reviewer.reviews.acknowledge({ reviewId, answerBy: "2026-03-20" });
    expect(await dueOn()).toEqual(["2026-03-20", "2026-03-20", "2026-03-20", undefined]);
    const [due] = await days();
    expect(due).toMatchObject({ late: false });
  });

  test("that is given or decided is not acknowledged any more", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId } = await stage.lead.reviews.submit(ask(stage));
    const reviewId = await reviewIdIn(stage, submissionId);
    const late = () => problemOf(stage.reviewer.reviews.acknowledge({ reviewId, answerBy: "2026-03-20" }));
    await stage.reviewer.reviews.give({ reviewId, ...approve });
    expect(await late()).toBe("review.given");
    await stage.coordinator.reviews.decide({ submissionId, ...approve });
    expect(await late()).toBe("submission.not_open");
  });

  test("belongs to the asked reviewer until their participation ends", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { project } = stage;
    const { submissionId } = await stage.lead.reviews.submit(
      ask(stage, { reviewerIds: [project.evaluator.contributor] }),
    );
    const evaluator = await callAs(project.evaluator.contributor, tx);
    const reviewId = (await evaluator.reviews.submission({ submissionId })).reviews[0]?.id ?? "";
    expect(await problemOf(stage.coordinator.reviews.give({ reviewId, ...approve }))).toBe("review.not_found");
    const { participationId } = project.evaluator;
    await stage.coordinator.projects.endParticipation({ participationId, endedOn: "2026-03-15" });
    const gone = await callAs(project.evaluator.contributor, tx);
    expect(await problemOf(gone.reviews.give({ reviewId, ...approve }))).toBe("submission.not_found");
    expect((await gone.reviews.mine({})).items).toEqual([]);
  });
});

describe("the decision", () => {
  test("is made once, and changes the status of the output", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId } = await stage.lead.reviews.submit(ask(stage));
    const decide = { submissionId, verdict: "request_changes" as const };
    expect(await problemOf(stage.coordinator.reviews.decide(decide))).toBe("review.comment_missing");
    expect(await problemOf(stage.lead.reviews.decide({ submissionId, ...approve }))).toBe("forbidden");
    const back = await watch(tx, () => stage.coordinator.reviews.decide({ ...decide, comment: "Add page 4." }));
    expect([back.types, back.jobNames]).toEqual([["output.changes_requested"], ["notify"]]);
    expect(await problemOf(stage.coordinator.reviews.decide({ submissionId, ...approve }))).toBe("submission.not_open");
    expect(await stage.lead.outputs.get({ outputId: stage.outputId })).toMatchObject({ status: "changes_requested" });
    const second = await stage.lead.reviews.submit(ask(stage));
    await recommendApproval(stage, second);
    const approved = await watch(tx, () => stage.coordinator.reviews.decide({ ...second, ...approve }));
    expect([approved.types, approved.jobNames]).toEqual([["output.approved"], ["notify"]]);
  });

  test("covers hashes: a newer version makes it outdated, and restoring the approved one makes it current", async ({
    tx,
  }) => {
    const stage = await aReviewStage(tx);
    const sent = await stage.lead.reviews.submit(ask(stage));
    await approveSubmission(stage, sent);
    expect(await isChanged(stage)).toBe(false);
    await replaceGuide(stage);
    expect(await isChanged(stage)).toBe(true);
    expect((await stage.lead.outputs.get({ outputId: stage.outputId })).next).toBe("ask_review_again");
    await stage.lead.outputs.restoreVersion({ versionId: stage.version.id });
    expect(await isChanged(stage)).toBe(false);
    await replaceGuide(stage, "Annex.pdf");
    expect(await isChanged(stage)).toBe(true);
  });

  test("tells the coordinator once when files change after it, and again after the next approval", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const sent = await stage.lead.reviews.submit(ask(stage));
    await approveSubmission(stage, sent);
    const first = await watch(tx, () => replaceGuide(stage));
    expect(first.types.toSorted()).toEqual(["file.linked", "output.approval_outdated"]);
    expect(first.jobNames).toContain("notify");
    const second = await watch(tx, () => replaceGuide(stage));
    expect([second.types, second.jobNames.includes("notify")]).toEqual([["file.linked"], false]);
    const again = await stage.lead.reviews.submit(ask(stage, { versionIds: [second.answer.versionId] }));
    await approveSubmission(stage, again);
    expect((await watch(tx, () => replaceGuide(stage))).types).toContain("output.approval_outdated");
  });

  test("brings an output whose files changed back to the home page of its lead until it is reviewed again", async ({
    tx,
  }) => {
    const stage = await aReviewStage(tx);
    const due = async () =>
      (await stage.lead.people.due({})).items.map(({ id, next }) => [id, next]).filter(([id]) => id === stage.outputId);
    const sent = await stage.lead.reviews.submit(ask(stage));
    await approveSubmission(stage, sent);
    expect(await due()).toEqual([]);
    await replaceGuide(stage);
    expect(await due()).toEqual([[stage.outputId, "ask_review_again"]]);
    await stage.lead.outputs.restoreVersion({ versionId: stage.version.id });
    expect(await due()).toEqual([]);
  });

  test("does not cover an output whose approved version was withdrawn, and covers it again when the newer one is withdrawn", async ({
    tx,
  }) => {
    const stage = await aReviewStage(tx);
    const sent = await stage.lead.reviews.submit(ask(stage));
    await approveSubmission(stage, sent);
    const { versionId } = await replaceGuide(stage);
    const reason = "Names of pupils in it.";
    await stage.lead.outputs.withdrawVersion({ versionId, reason });
    expect(await isChanged(stage)).toBe(false);
    await stage.lead.outputs.withdrawVersion({ versionId: stage.version.id, reason });
    expect(await isChanged(stage)).toBe(true);
    expect((await stage.lead.reviews.submission(sent)).versions).toMatchObject([
      { sha256: stage.version.sha256, withdrawReason: reason },
    ]);
  });

  test("on a submission older than the newest version approves only the submitted versions", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const sent = await stage.lead.reviews.submit(ask(stage));
    await replaceGuide(stage);
    await approveSubmission(stage, sent);
    expect(await isChanged(stage)).toBe(true);
  });
});

test("a closed project accepts no submission, review or decision, and its outputs have no next step", async ({
  tx,
}) => {
  const stage = await aReviewStage(tx);
  const { submissionId } = await stage.lead.reviews.submit(ask(stage));
  const reviewId = await reviewIdIn(stage, submissionId);
  await stage.coordinator.projects.close({ projectId: stage.project.id });
  for (const call of [
    () => stage.lead.reviews.submit(ask(stage)),
    () => stage.reviewer.reviews.give({ reviewId, ...approve }),
    () =>
      stage.reviewer.comments.add({
        id: uuid(),
        subject: { type: "submission", id: submissionId },
        visibility: "everyone",
        text: "Late.",
      }),
    () => stage.coordinator.reviews.decide({ submissionId, ...approve }),
  ]) {
    expect(await problemOf(call())).toBe("project.closed");
  }
  const closedStep = { next: "closed" };
  expect(await stage.lead.outputs.get({ outputId: stage.outputId })).toMatchObject(closedStep);
  const { slug } = stage.project;
  expect((await stage.lead.outputs.list({ slug })).items).toMatchObject([closedStep]);
  expect((await stage.lead.outputs.plan({ slug })).outputs).toMatchObject([closedStep]);
});
