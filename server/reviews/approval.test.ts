import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { approvalRules, outputs, participationPeople, reopenedDecisions, submissions } from "@/db/schema";
import { callAs, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
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
import { aFinding } from "@/server/testing/work-factories";

const status = async (stage: ReviewStage) => (await stage.lead.outputs.get({ outputId: stage.outputId })).status;
const submit = (stage: ReviewStage, values: Parameters<typeof ask>[1] = {}) =>
  stage.lead.reviews.submit(ask(stage, values));

async function missingOf(stage: ReviewStage, submissionId: string): Promise<string[]> {
  const { missing } = await stage.coordinator.reviews.submission({ submissionId });
  return missing.map(({ rule, needed, have }) => `${rule} ${String(have)}/${String(needed)}`);
}

describe("rules of approval", () => {
  test("are asked for by the decision, and the page says what is missing", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId } = await submit(stage);
    expect(await missingOf(stage, submissionId)).toEqual(["recommendations 0/1", "organisations 0/1"]);
    const refused = await refusalOf(stage.coordinator.reviews.decide({ submissionId, ...approve }));
    expect(refused).toMatchObject({
      problem: "review.rules_not_met",
      data: {
        missing: [
          { rule: "recommendations", needed: 1, have: 0 },
          { rule: "organisations", needed: 1, have: 0 },
        ],
      },
    });
    expect(await status(stage)).toBe("in_review");
    await recommendApproval(stage, { submissionId });
    expect(await missingOf(stage, submissionId)).toEqual([]);
    await stage.coordinator.reviews.decide({ submissionId, ...approve });
    expect(await status(stage)).toBe("approved");
  });

  test("count evaluators, and no recommendation that was changed", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { evaluator } = stage.project;
    const { submissionId } = await submit(stage, { reviewerIds: [evaluator.contributor] });
    const api = await callAs(evaluator.contributor, tx);
    const reviewId = (await api.reviews.submission({ submissionId })).reviews[0]?.id ?? "";
    await api.reviews.give({ reviewId, verdict: "approve_with_remarks", comment: "One typo." });
    expect(await missingOf(stage, submissionId)).toEqual([]);
    await api.reviews.give({ reviewId, verdict: "reject", comment: "It is a copy." });
    expect(await missingOf(stage, submissionId)).toEqual(["recommendations 0/1", "organisations 0/1"]);
  });

  test("are versions of the consortium's record, and earlier approvals stay valid", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { id: projectId, slug } = stage.project;
    const sent = await submit(stage);
    await approveSubmission(stage, sent);
    const rules = { projectId, recommendations: 2, organisations: 3, mustFindingsBlock: false };
    expect(await problemOf(stage.lead.reviews.changeRules({ ...rules, number: 0 }))).toBe("forbidden");
    const made = await watch(tx, () => stage.coordinator.reviews.changeRules({ ...rules, number: 0 }));
    expect([made.answer, made.types]).toEqual([{ number: 1 }, ["approval_rules.changed"]]);
    expect(await problemOf(stage.coordinator.reviews.changeRules({ ...rules, number: 0 }))).toBe(
      "review.rules_changed",
    );
    const again = await watch(tx, () => stage.coordinator.reviews.changeRules({ ...rules, number: 1 }));
    expect([again.answer, again.types]).toEqual([{ number: 1 }, []]);
    // More organisations than recommendations cannot be met.
    expect((await stage.lead.reviews.settings({ slug })).rules).toEqual({
      number: 1,
      recommendations: 2,
      organisations: 2,
      mustFindingsBlock: false,
    });
    expect(await status(stage)).toBe("approved");
    expect(await tx.$count(approvalRules, eq(approvalRules.projectId, projectId))).toBe(1);
  });

  test("let must-findings that are not closed prevent an approval, also those of an earlier submission", async ({
    tx,
  }) => {
    const stage = await aReviewStage(tx);
    const first = await submit(stage);
    const { other } = stage.project;
    const reviewId = await reviewIdIn(stage, first.submissionId);
    const findingId = await aFinding(tx, stage.output, reviewId, other.contributor, stage.version, "open");
    await aFinding(tx, stage.output, reviewId, other.contributor, stage.version, "draft");
    const second = await submit(stage);
    await recommendApproval(stage, second);
    expect(await missingOf(stage, second.submissionId)).toEqual(["must_findings 1/0"]);
    expect(await problemOf(stage.coordinator.reviews.decide({ ...second, ...approve }))).toBe("review.rules_not_met");
    await stage.reviewer.reviews.closeFinding({ findingId });
    await stage.coordinator.reviews.decide({ submissionId: second.submissionId, ...approve });
  });

  test("ask for one recommendation from elsewhere when the coordinator leads the output", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { id: projectId, coordinator } = stage.project;
    const none = { projectId, number: 0, recommendations: 0, organisations: 0, mustFindingsBlock: true };
    await stage.coordinator.reviews.changeRules(none);
    const sent = await submit(stage);
    expect(await missingOf(stage, sent.submissionId)).toEqual([]);
    await tx
      .update(outputs)
      .set({ leadOrganisationId: coordinator.organisationId })
      .where(eq(outputs.id, stage.outputId));
    expect(await missingOf(stage, sent.submissionId)).toEqual(["recommendations 0/1", "organisations 0/1"]);
  });
});

describe("a rejection", () => {
  test("needs a reason, and returns the output to its lead", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId } = await submit(stage);
    const reject = { submissionId, verdict: "reject" as const };
    expect(await problemOf(stage.coordinator.reviews.decide(reject))).toBe("review.comment_missing");
    const done = await watch(tx, () =>
      stage.coordinator.reviews.decide({ ...reject, comment: "Not what was promised." }),
    );
    expect(done.types).toEqual(["output.rejected"]);
    expect(await status(stage)).toBe("changes_requested");
    const page = await stage.lead.reviews.outputPage({ outputId: stage.outputId });
    expect(page.newest).toMatchObject({ reasons: "Not what was promised." });
  });
});

describe("a submission", () => {
  test("can be withdrawn with a reason while it is reviewed, and its output returns to its state", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId } = await submit(stage);
    const reviewId = await reviewIdIn(stage, submissionId);
    const withdraw = { submissionId, reason: "A chapter is missing." };
    const done = await watch(tx, () => stage.lead.reviews.withdraw(withdraw));
    expect(done.types).toEqual(["submission.withdrawn"]);
    expect(await status(stage)).toBe("in_progress");
    expect(await problemOf(stage.reviewer.reviews.give({ reviewId, ...approve }))).toBe("submission.not_open");
    expect((await stage.reviewer.reviews.mine({})).items).toEqual([]);
    expect(await problemOf(stage.lead.reviews.withdraw(withdraw))).toBe("submission.not_open");
    expect(await stage.lead.reviews.submission({ submissionId })).toMatchObject({
      status: "withdrawn",
      decisionComment: "A chapter is missing.",
    });
  });

  test("that is withdrawn keeps the approval of an earlier one, or the request for changes", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const first = await submit(stage);
    await stage.coordinator.reviews.decide({ ...first, verdict: "request_changes", comment: "Add page 4." });
    const reason = "The wrong file.";
    await stage.lead.reviews.withdraw({ ...(await submit(stage)), reason });
    expect(await status(stage)).toBe("changes_requested");
    await approveSubmission(stage, await submit(stage));
    await stage.lead.reviews.withdraw({ ...(await submit(stage)), reason });
    expect([await status(stage), await isChanged(stage)]).toEqual(["approved", false]);
  });
});

describe("a decision that is reopened", () => {
  test("stays in the history, and an earlier approval holds again", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const first = await submit(stage);
    await approveSubmission(stage, first);
    const { versionId } = await replaceGuide(stage);
    const second = await submit(stage, { versionIds: [versionId] });
    await approveSubmission(stage, second);
    expect(await isChanged(stage)).toBe(false);
    const reopen = { ...second, reason: "A file was confused." };
    expect(await problemOf(stage.lead.reviews.reopen(reopen))).toBe("forbidden");
    expect(await problemOf(stage.coordinator.reviews.reopen({ ...first, reason: "It was first." }))).toBe(
      "submission.newer_exists",
    );
    const done = await watch(tx, () => stage.coordinator.reviews.reopen(reopen));
    expect(done.types).toEqual(["submission.reopened"]);
    const output = await stage.lead.outputs.get({ outputId: stage.outputId });
    expect(output).toMatchObject({
      status: "in_review",
      approvedSubmissionId: first.submissionId,
      changedSinceApproval: true,
    });
    expect(await stage.lead.reviews.submission(second)).toMatchObject({
      status: "open",
      decidedAt: null,
      reopened: [{ status: "approved", reason: "A file was confused." }],
    });
    expect(await problemOf(stage.coordinator.reviews.reopen(reopen))).toBe("submission.not_decided");
    const refuse = { ...second, verdict: "request_changes" as const, comment: "Take the other file." };
    await stage.coordinator.reviews.decide(refuse);
    expect(await tx.$count(reopenedDecisions, eq(reopenedDecisions.submissionId, second.submissionId))).toBe(1);
  });
});

describe("a stand-in", () => {
  test("is named by the reviewer among colleagues, and by the lead among all reviewers", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { other, partner, evaluator } = stage.project;
    const { submissionId } = await submit(stage);
    const reviewId = await reviewIdIn(stage, submissionId);
    const offered = async (api: ReviewStage["lead"]) =>
      (await api.reviews.standIns({ reviewId })).map(({ personId }) => personId);
    expect((await offered(stage.reviewer)).sort()).toEqual([other.manager, other.viewer].sort());
    expect(await offered(stage.lead)).toContain(evaluator.contributor);
    const name = (api: ReviewStage["lead"], personId: string) => api.reviews.nameStandIn({ reviewId, personId });
    expect(await problemOf(name(stage.reviewer, evaluator.contributor))).toBe("forbidden");
    expect(await problemOf(name(stage.lead, partner.manager))).toBe("review.own_organisation");
    expect(await problemOf(name(stage.lead, other.contributor))).toBe("review.already_asked");
    const draft = await aFinding(tx, stage.output, reviewId, other.contributor, stage.version);
    const done = await watch(tx, () => name(stage.reviewer, other.manager));
    expect([done.types, done.jobNames]).toEqual([["review.stand_in_named"], ["notify"]]);
    const standIn = await callAs(other.manager, tx);
    expect((await standIn.reviews.submission({ submissionId })).findings.items).toMatchObject([
      { id: draft, mine: true },
    ]);
    expect(await problemOf(stage.reviewer.reviews.give({ reviewId, ...approve }))).toBe("review.not_found");
    await standIn.reviews.give({ reviewId, ...approve });
    expect(await problemOf(name(stage.lead, evaluator.contributor))).toBe("review.given");
  });
});

test("a version that arrives while a review is open is not approved with it", async ({ tx }) => {
  const stage = await aReviewStage(tx);
  const sent = await submit(stage);
  await replaceGuide(stage);
  await approveSubmission(stage, sent);
  expect([await status(stage), await isChanged(stage)]).toEqual(["approved", true]);
});

test("what an approval does not cover is said wherever the output is shown", async ({ tx }) => {
  const stage = await aReviewStage(tx);
  const { slug } = stage.project;
  const shown = async () => {
    const places = [
      (await stage.lead.outputs.get({ outputId: stage.outputId })).coverage,
      (await stage.lead.outputs.list({ slug })).items[0]?.coverage,
      (await stage.lead.outputs.plan({ slug })).outputs[0]?.coverage,
      (await stage.lead.projects.overview({ slug })).plan.outputs[0]?.coverage,
      (await stage.lead.people.due({})).items.map((item) =>
        item.kind === "output" ? item.details.coverage : null,
      )[0] ?? null,
    ];
    for (const place of places) expect(place).toEqual(places[0]);
    return places[0];
  };
  const sent = await submit(stage);
  await approveSubmission(stage, sent);
  expect(await shown()).toBeNull();
  await replaceGuide(stage);
  expect(await shown()).toEqual({ files: 1, approved: 1, current: 2, findings: 0 });
  const reviewId = await reviewIdIn(stage, sent.submissionId);
  await aFinding(tx, stage.output, reviewId, stage.project.other.contributor, stage.version, "open");
  await replaceGuide(stage, "Annex.pdf");
  expect(await shown()).toMatchObject({ files: 2, findings: 1 });
  await stage.lead.outputs.restoreVersion({ versionId: stage.version.id });
  expect(await shown()).toEqual({ files: 1, approved: null, current: 1, findings: 1 });
});

test("a reviewer whose participation ends in between cannot recommend any more; what was given counts", async ({
  tx,
}) => {
  const stage = await aReviewStage(tx);
  const sent = await submit(stage);
  const reviewId = await reviewIdIn(stage, sent.submissionId);
  await recommendApproval(stage, sent);
  await leave(tx, stage.project.other.contributor);
  const gone = await callAs(stage.project.other.contributor, tx);
  const change = { reviewId, verdict: "reject" as const, comment: "I changed my mind." };
  expect(await problemOf(gone.reviews.give(change))).toBe("submission.not_found");
  await stage.coordinator.reviews.decide({ ...sent, ...approve });
});

const leave = (tx: Db, personId: string) =>
  tx
    .update(participationPeople)
    .set({ endedAt: sql`now()` })
    .where(eq(participationPeople.personId, personId));

test("no path of decisions, withdrawals and new versions leads to an approval without a recommendation", async ({
  tx,
}) => {
  const stage = await aReviewStage(tx);
  let open = (await submit(stage)).submissionId;
  const acts: (() => Promise<unknown>)[] = [
    () => stage.coordinator.reviews.decide({ submissionId: open, ...approve }),
    () => stage.coordinator.reviews.decide({ submissionId: open, verdict: "request_changes", comment: "Add page 4." }),
    () => stage.coordinator.reviews.reopen({ submissionId: open, reason: "A mistake." }),
    () => stage.lead.reviews.withdraw({ submissionId: open, reason: "A mistake." }),
    async () => (open = (await stage.lead.reviews.submit({ ...ask(stage), id: uuid() })).submissionId),
    () => replaceGuide(stage, "Annex.pdf"),
    () => stage.coordinator.reviews.decide({ submissionId: open, verdict: "reject", comment: "Not promised." }),
  ];
  // A walk that takes every act after every other one.
  for (const first of acts) {
    for (const second of acts) {
      for (const act of [first, second]) await problemOf(act());
      expect(await tx.$count(submissions, eq(submissions.status, "approved"))).toBe(0);
      expect(["approved", "published"]).not.toContain(await status(stage));
    }
  }
});
