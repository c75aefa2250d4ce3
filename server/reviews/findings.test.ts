import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { blobs, findings, participationPeople, submissions } from "@/db/schema";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { noon } from "@/server/testing/factories";
import { approve, aReviewStage, ask, reviewIdIn, type ReviewStage } from "@/server/testing/review-stage";
import { aVersion } from "@/server/testing/work-factories";

type Weight = "must" | "should" | "could";

async function aReview(stage: ReviewStage, values: Parameters<typeof ask>[1] = {}) {
  const { submissionId } = await stage.lead.reviews.submit(ask(stage, values));
  return { submissionId, reviewId: await reviewIdIn(stage, submissionId) };
}

const finding = (stage: ReviewStage, reviewId: string, values: { weight?: Weight; page?: number } = {}) => ({
  id: uuid(),
  reviewId,
  versionId: stage.version.id,
  weight: values.weight ?? ("must" as const),
  text: "Page 4 is missing.",
  ...(values.page === undefined ? {} : { page: values.page }),
});

const seenBy = async (api: ReviewStage["lead"], submissionId: string) =>
  (await api.reviews.findings({ submissionId })).items.map(({ status, can }) => `${status}: ${can.join(" ")}`);

describe("a draft finding", () => {
  test("is seen by its reviewer alone until the review is given, and adds nothing for a repeated id", async ({
    tx,
  }) => {
    const stage = await aReviewStage(tx);
    const { submissionId, reviewId } = await aReview(stage);
    const draft = finding(stage, reviewId, { page: 4 });
    const made = await watch(tx, () => stage.reviewer.reviews.addFinding(draft));
    expect([made.answer, made.types]).toEqual([{ id: draft.id, revision: 1 }, []]);
    expect(await stage.reviewer.reviews.addFinding(draft)).toEqual({ id: draft.id, revision: 1 });
    const others = [stage.lead, stage.coordinator, await callAs(stage.project.other.manager, tx)];
    for (const other of others) {
      expect(await seenBy(other, submissionId)).toEqual([]);
      expect(await problemOf(other.reviews.closeFinding({ findingId: draft.id }))).toBe("finding.not_found");
    }
    expect(await seenBy(stage.reviewer, submissionId)).toEqual(["draft: edit remove give"]);
    await stage.reviewer.reviews.give({ reviewId, verdict: "request_changes", comment: "See the finding." });
    for (const other of others) expect(await seenBy(other, submissionId)).toHaveLength(1);
  });

  test("is edited from the revision it was read at, and removed", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId, reviewId } = await aReview(stage);
    const draft = finding(stage, reviewId);
    await stage.reviewer.reviews.addFinding(draft);
    const { id: findingId, reviewId: _, ...fields } = draft;
    const edit = { ...fields, findingId, revision: 1, text: "Pages 4 and 5 are missing." };
    expect(await stage.reviewer.reviews.editFinding(edit)).toEqual({ revision: 2 });
    expect(await problemOf(stage.reviewer.reviews.editFinding({ ...edit, text: "Other." }))).toBe("finding.changed");
    await stage.reviewer.reviews.removeFinding({ findingId });
    expect(await seenBy(stage.reviewer, submissionId)).toEqual([]);
    await stage.reviewer.reviews.addFinding(draft);
    await stage.reviewer.reviews.give({ reviewId, ...approve });
    const late = stage.reviewer.reviews.editFinding({ ...edit, revision: 1 });
    expect(await problemOf(late)).toBe("finding.wrong_state");
    expect(await problemOf(stage.reviewer.reviews.removeFinding({ findingId }))).toBe("finding.wrong_state");
  });

  test("is in a version of the submission, on a page that exists", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const other = await aVersion(tx, stage.output, { name: "Annex.pdf" });
    const { reviewId } = await aReview(stage);
    await tx.update(blobs).set({ pages: 12 }).where(eq(blobs.id, stage.version.blobId));
    const add = (values: object) =>
      problemOf(stage.reviewer.reviews.addFinding({ ...finding(stage, reviewId), ...values }));
    expect(await add({ versionId: other.id })).toBe("finding.version_unknown");
    expect(await add({ page: 13 })).toBe("finding.page_unknown");
    expect(await add({ seconds: 10 })).toBe("finding.place_unsuitable");
    expect(await add({ page: 0 })).toBe("input.invalid");
    expect(await add({ page: 12 })).toBe("");
  });

  test("cannot be added to a review that has ended, nor to one of another person", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId, reviewId } = await aReview(stage);
    expect(await problemOf(stage.lead.reviews.addFinding(finding(stage, reviewId)))).toBe("review.not_found");
    await tx.update(submissions).set({ status: "replaced" }).where(eq(submissions.id, submissionId));
    expect(await problemOf(stage.reviewer.reviews.addFinding(finding(stage, reviewId)))).toBe("submission.not_open");
  });
});

describe("a finding of a given review", () => {
  test("is answered by the lead, closed and reopened by its reviewer, each with an event", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId, reviewId } = await aReview(stage);
    const { id: findingId } = await stage.reviewer.reviews.addFinding(finding(stage, reviewId));
    await stage.reviewer.reviews.give({ reviewId, verdict: "request_changes", comment: "See the finding." });
    expect(await seenBy(stage.lead, submissionId)).toEqual(["open: fixed declined"]);
    const newer = await aVersion(tx, stage.output, { name: "Guide 2.pdf" });
    const answer = {
      id: uuid(),
      findingId,
      resolution: "fixed" as const,
      versionId: newer.id,
      text: "Page 4 is there now.",
    };
    expect(await problemOf(stage.reviewer.reviews.answerFinding(answer))).toBe("forbidden");
    expect(await problemOf(stage.lead.reviews.answerFinding({ ...answer, versionId: uuid() }))).toBe(
      "finding.version_unknown",
    );
    const answered = await watch(tx, () => stage.lead.reviews.answerFinding(answer));
    expect([answered.types, answered.jobNames]).toEqual([["finding.answered"], ["notify"]]);
    expect((await watch(tx, () => stage.lead.reviews.answerFinding(answer))).types).toEqual([]);
    expect(await seenBy(stage.reviewer, submissionId)).toEqual(["fixed: close reopen"]);
    const reopen = { findingId, text: "Page 4 is empty." };
    expect((await watch(tx, () => stage.reviewer.reviews.reopenFinding(reopen))).types).toEqual(["finding.reopened"]);
    await stage.lead.reviews.answerFinding({
      ...answer,
      id: uuid(),
      resolution: "declined",
      text: "It is on purpose.",
    });
    const closed = await watch(tx, () => stage.reviewer.reviews.closeFinding({ findingId }));
    expect(closed.types).toEqual(["finding.closed"]);
    expect((await watch(tx, () => stage.reviewer.reviews.closeFinding({ findingId }))).types).toEqual([]);
    const [shown] = (await stage.lead.reviews.findings({ submissionId })).items;
    expect(shown?.answers.map(({ act, version }) => [act, version?.name ?? null])).toEqual([
      ["fixed", "Guide 2.pdf"],
      ["reopen", null],
      ["declined", null],
      ["close", null],
    ]);
  });

  test("is closed by the coordinator when its reviewer has left, not before", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId, reviewId } = await aReview(stage);
    const { id: findingId } = await stage.reviewer.reviews.addFinding(finding(stage, reviewId));
    await stage.reviewer.reviews.give({ reviewId, verdict: "request_changes", comment: "See the finding." });
    expect(await problemOf(stage.coordinator.reviews.closeFinding({ findingId }))).toBe("forbidden");
    const left = eq(participationPeople.personId, stage.project.other.contributor);
    await tx.update(participationPeople).set({ endedAt: noon }).where(left);
    expect(await seenBy(stage.coordinator, submissionId)).toEqual(["open: fixed declined close"]);
    await stage.coordinator.reviews.closeFinding({ findingId, text: "Checked by us." });
    expect(await seenBy(stage.coordinator, submissionId)).toEqual(["closed: reopen"]);
  });

  test("is listed with the next submission, and its reviewer is proposed again", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { other, evaluator } = stage.project;
    const first = await aReview(stage, { reviewerIds: [other.contributor, evaluator.contributor] });
    await stage.reviewer.reviews.addFinding(finding(stage, first.reviewId));
    await stage.reviewer.reviews.give({ reviewId: first.reviewId, verdict: "request_changes", comment: "See it." });
    const proposed = (await stage.lead.reviews.possibleReviewers({ outputId: stage.outputId }))
      .filter((person) => person.proposed)
      .map(({ personId }) => personId);
    expect(proposed).toEqual([other.contributor]);
    const refusal = { verdict: "request_changes" as const, comment: "Please add page 4." };
    await stage.coordinator.reviews.decide({ submissionId: first.submissionId, ...refusal });
    const { submissionId } = await stage.lead.reviews.submit(ask(stage));
    const page = await stage.lead.reviews.submission({ submissionId });
    expect(page.decidedBefore).toMatchObject({ number: 1, status: "changes_requested", comment: "Please add page 4." });
    // An evaluator who was not asked on the first submission sees nothing of it.
    const external = await callAs(evaluator.manager, tx);
    const third = await stage.lead.reviews.submit(ask(stage, { reviewerIds: [evaluator.manager] }));
    expect(await external.reviews.submission(third)).toMatchObject({ decidedBefore: null, earlier: { items: [] } });
    expect([page.findings.items.length, page.earlier.items.map(({ submission }) => submission)]).toEqual([0, [1]]);
  });

  test("is one of a list that is complete over its pages, oldest first", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { submissionId, reviewId } = await aReview(stage);
    const made: string[] = [];
    for (let count = 0; count < 45; count += 1) {
      made.push((await stage.reviewer.reviews.addFinding(finding(stage, reviewId))).id);
    }
    await tx.update(findings).set({ status: "open" }).where(eq(findings.reviewId, reviewId));
    const { rows, pages } = await everyRow((cursor) => stage.lead.reviews.findings({ submissionId, cursor }));
    expect([rows.map(({ id }) => id), pages]).toEqual([made.toSorted(), 3]);
    const first = await stage.lead.reviews.submission({ submissionId });
    const cursor = first.findings.nextCursor ?? "";
    const second = await stage.lead.reviews.submission({ submissionId, findings: cursor });
    expect(second.findings.items.map(({ id }) => id)).toEqual(made.toSorted().slice(20, 40));
  });
});

describe("scores", () => {
  test("follow the rubric that the submission was made under", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { id: projectId } = stage.project;
    const { submissionId, reviewId } = await aReview(stage);
    const rubric = { projectId, number: 0, type: "guide" as const, criteria: [{ key: "own-1", label: "Fun" }] };
    const changed = await watch(tx, () => stage.coordinator.reviews.changeRubric(rubric));
    expect([changed.answer, changed.types]).toEqual([{ number: 1 }, ["rubric.changed"]]);
    expect(await problemOf(stage.coordinator.reviews.changeRubric(rubric))).toBe("rubric.changed");
    const give = (scores: { criterion: string; score: number | null; comment?: string }[]) =>
      stage.reviewer.reviews.give({ reviewId, ...approve, scores });
    expect(await problemOf(give([{ criterion: "own-1", score: 3 }]))).toBe("review.criterion_unknown");
    expect(await problemOf(give([{ criterion: "fit", score: 6 }]))).toBe("input.invalid");
    await give([
      { criterion: "fit", score: 5, comment: "As promised." },
      { criterion: "content", score: null },
    ]);
    const scoresOf = async () => (await stage.lead.reviews.submission({ submissionId })).reviews[0]?.scores;
    expect(await scoresOf()).toEqual([
      { criterion: "content", score: null, comment: "" },
      { criterion: "fit", score: 5, comment: "As promised." },
    ]);
    await give([{ criterion: "fit", score: 4 }]);
    expect(await scoresOf()).toEqual([{ criterion: "fit", score: 4, comment: "" }]);
    const next = await stage.lead.reviews.submit(ask(stage));
    expect((await stage.lead.reviews.submission(next)).rubric).toEqual([{ key: "own-1", label: "Fun" }]);
  });
});
