import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { callAs } from "./caller";
import { aProject } from "./factories";
import { anOutput, aVersion } from "./work-factories";

/** An output with a file, its lead, a reviewer of another organisation and the coordinator. */
export async function aReviewStage(tx: Db) {
  const project = await aProject(tx);
  const output = await anOutput(tx, project, { status: "in_progress" });
  const version = await aVersion(tx, output, { name: "Guide.pdf" });
  return {
    project,
    output,
    version,
    outputId: output.id,
    lead: await callAs(project.partner.contributor, tx),
    reviewer: await callAs(project.other.contributor, tx),
    coordinator: await callAs(project.coordinator.manager, tx),
  };
}
export type ReviewStage = Awaited<ReturnType<typeof aReviewStage>>;

/** Input of a request for review of the file by the reviewer, unless others are given. */
export const ask = (
  stage: ReviewStage,
  values: { id?: string; versionIds?: string[]; reviewerIds?: string[] } = {},
) => ({
  id: values.id ?? uuid(),
  outputId: stage.outputId,
  versionIds: values.versionIds ?? [stage.version.id],
  reviewerIds: values.reviewerIds ?? [stage.project.other.contributor],
});

export const approve = { verdict: "approve" as const };

/** The review of the reviewer in a submission. */
export async function reviewIdIn(stage: ReviewStage, submissionId: string): Promise<string> {
  const { reviews } = await stage.reviewer.reviews.submission({ submissionId });
  return reviews[0]?.id ?? "";
}

/** Adds a link, which has a version like any upload: the next of the given name. */
export const replaceGuide = (stage: ReviewStage, name = "Guide.pdf") =>
  stage.lead.outputs.addLink({ id: uuid(), outputId: stage.outputId, url: `https://example.org/${uuid()}`, name });

/** Whether files changed after the approval. */
export const isChanged = async (stage: ReviewStage) =>
  (await stage.lead.outputs.get({ outputId: stage.outputId })).changedSinceApproval;

/** The reviewer recommends approval. */
export async function recommendApproval(stage: ReviewStage, { submissionId }: { submissionId: string }): Promise<void> {
  await stage.reviewer.reviews.give({ reviewId: await reviewIdIn(stage, submissionId), ...approve });
}

/** The coordinator approves what the reviewer recommended. */
export async function approveSubmission(stage: ReviewStage, submission: { submissionId: string }): Promise<void> {
  await recommendApproval(stage, submission);
  await stage.coordinator.reviews.decide({ submissionId: submission.submissionId, ...approve });
}
