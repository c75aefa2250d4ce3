import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { callAs, problemOf } from "@/server/testing/caller";
import { race } from "@/server/testing/barrier";
import { ownDatabase, test } from "@/server/testing/db";
import { aMember, aPerson } from "@/server/testing/factories";
import { approve, aReviewStage, ask, recommendApproval } from "@/server/testing/review-stage";

async function aRace() {
  const own = await ownDatabase();
  const stage = await aReviewStage(own.db);
  const lock = sql`select id from outputs where id = ${stage.outputId} for update`;
  return { own, stage, lock };
}

test("two coordinators who decide at the same time make one decision", async () => {
  const { own, stage, lock } = await aRace();
  const { coordinator, id: projectId } = stage.project;
  const second = await aPerson(own.db);
  await aMember(own.db, { projectId, participationId: coordinator.participationId }, second.id, "manager");
  const sent = await stage.lead.reviews.submit(ask(stage));
  await recommendApproval(stage, sent);
  const other = await callAs(second.id, own.db);
  const outcomes = await race(own.db, lock, [
    () => problemOf(stage.coordinator.reviews.decide({ ...sent, ...approve })),
    () => problemOf(other.reviews.decide({ ...sent, verdict: "reject", comment: "Not promised." })),
  ]);
  expect(outcomes.sort()).toEqual(["", "submission.not_open"]);
  await own.close();
});

test("two reviewers who recommend at the same time are both counted", async () => {
  const { own, stage, lock } = await aRace();
  const { other, evaluator, id: projectId } = stage.project;
  const rules = { projectId, number: 0, recommendations: 2, organisations: 2, mustFindingsBlock: true };
  await stage.coordinator.reviews.changeRules(rules);
  const sent = await stage.lead.reviews.submit(ask(stage, { reviewerIds: [other.contributor, evaluator.contributor] }));
  const { reviews } = await stage.lead.reviews.submission(sent);
  const idOf = (personId: string) => reviews.find(({ reviewerId }) => reviewerId === personId)?.id ?? "";
  const external = await callAs(evaluator.contributor, own.db);
  const outcomes = await race(own.db, lock, [
    () => problemOf(stage.reviewer.reviews.give({ reviewId: idOf(other.contributor), ...approve })),
    () => problemOf(external.reviews.give({ reviewId: idOf(evaluator.contributor), ...approve })),
  ]);
  expect(outcomes).toEqual(["", ""]);
  await stage.coordinator.reviews.decide({ ...sent, ...approve });
  await own.close();
});

test("a submission that is withdrawn while it is reviewed takes no review and no decision", async () => {
  const { own, stage, lock } = await aRace();
  const sent = await stage.lead.reviews.submit(ask(stage));
  await recommendApproval(stage, sent);
  const outcomes = await race(own.db, lock, [
    () => problemOf(stage.lead.reviews.withdraw({ ...sent, reason: "A chapter is missing." })),
    () => problemOf(stage.coordinator.reviews.decide({ ...sent, ...approve })),
  ]);
  expect(outcomes.sort()).toEqual(["", "submission.not_open"]);
  const { status } = await stage.lead.outputs.get({ outputId: stage.outputId });
  const { status: ended } = await stage.lead.reviews.submission(sent);
  expect([status, ended]).toEqual(ended === "withdrawn" ? ["in_progress", "withdrawn"] : ["approved", "approved"]);
  await own.close();
});

test("two changes of the rules at the same time make one new version", async () => {
  const { own, stage } = await aRace();
  const projectId = stage.project.id;
  const change = (recommendations: number) =>
    problemOf(
      stage.coordinator.reviews.changeRules({
        projectId,
        number: 0,
        recommendations,
        organisations: 1,
        mustFindingsBlock: true,
      }),
    );
  const lock = sql`select id from projects where id = ${projectId} for update`;
  const outcomes = await race(own.db, lock, [() => change(2), () => change(3)]);
  expect(outcomes.sort()).toEqual(["", "review.rules_changed"]);
  await own.close();
});
