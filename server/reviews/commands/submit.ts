import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { fileVersions, outputs, reviews, submissions, submissionVersions } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { decideMove } from "@/domain/outputs";
import { outputTypes } from "@/domain/programme/vocabulary";
import type { SubmitForReview } from "@/domain/schemas/reviews";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import { currentHashes } from "@/server/outputs/commands/approval";
import { lockOutput } from "@/server/outputs/commands/lock-output";
import { orTakenId } from "@/server/taken-id";
import type { MemberContext } from "@/server/context";
import { reviewersOf } from "../queries/reviewers";
import { currentRubric } from "../queries/rubrics";

async function versionsToFreeze(tx: Db, outputId: string, versionIds: string[]) {
  const rows = await tx
    .select({ id: fileVersions.id, sha256: fileVersions.sha256, withdrawnAt: fileVersions.withdrawnAt })
    .from(fileVersions)
    .where(and(eq(fileVersions.outputId, outputId), inArray(fileVersions.id, versionIds)));
  if (rows.length === 0 || rows.length < new Set(versionIds).size) throw new DomainError("output.no_file");
  if (rows.some((row) => row.withdrawnAt !== null)) throw new DomainError("file.withdrawn");
  return rows;
}

/**
 * Freezes versions by hash and asks people of other organisations to review them. Replaces an open submission. A
 * repeated id returns the first result. Errors: output.no_file, file.withdrawn, review.reviewer_unknown,
 * review.own_organisation, output.wrong_state, input.id_taken.
 */
export async function submitForReview(ctx: MemberContext, input: SubmitForReview): Promise<{ submissionId: string }> {
  return ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.submit", output);
    const [again] = await tx
      .select({ id: submissions.id, outputId: submissions.outputId, submittedBy: submissions.submittedBy })
      .from(submissions)
      .where(eq(submissions.id, input.id));
    if (again) {
      const sameRequest = again.outputId === output.id && again.submittedBy === ctx.actor.personId;
      if (!sameRequest) throw new DomainError("input.id_taken");
      return { submissionId: again.id };
    }
    const status = output.status === "in_review" ? "in_review" : decideMove(output.status, "submit");
    const frozen = await versionsToFreeze(tx, output.id, input.versionIds);
    const reviewers = await reviewersOf(tx, ctx.now, output, input.reviewerIds);
    const outputType = outputTypes.find((type) => type === output.type) ?? "other";
    const participation = participationIn(ctx.actor, output.projectId);
    if (!participation) throw new DomainError("output.not_found");
    await tx
      .update(submissions)
      .set({ status: "replaced", decidedAt: ctx.now, decidedBy: ctx.actor.personId })
      .where(and(eq(submissions.outputId, output.id), eq(submissions.status, "open")));
    const [last] = await tx
      .select({ number: sql<number>`coalesce(max(${submissions.number}), 0)::int` })
      .from(submissions)
      .where(eq(submissions.outputId, output.id));
    const submission = (last?.number ?? 0) + 1;
    const chosen = new Set(frozen.map(({ sha256 }) => sha256));
    const leftOut = (await currentHashes(tx, output.id)).filter((sha256) => !chosen.has(sha256));
    const submissionRow = {
      id: input.id,
      projectId: output.projectId,
      outputId: output.id,
      number: submission,
      note: input.note,
      leftOut,
      rubric: await currentRubric(tx, output.projectId, outputType),
      submittedBy: ctx.actor.personId,
      organisationId: participation.organisationId,
      createdAt: ctx.now,
    };
    await orTakenId(tx.insert(submissions).values(submissionRow));
    await tx
      .insert(submissionVersions)
      .values(frozen.map(({ id, sha256 }) => ({ submissionId: input.id, versionId: id, sha256 })));
    await tx.update(outputs).set({ status }).where(eq(outputs.id, output.id));
    const where = { projectId: output.projectId, outputId: output.id };
    const named = { number: output.number, title: output.title, submissionId: input.id, submission };
    await record(tx, ctx, where, { type: "output.submitted", data: named });
    for (const reviewer of reviewers) {
      const reviewId = uuid();
      await tx.insert(reviews).values({
        id: reviewId,
        projectId: output.projectId,
        submissionId: input.id,
        reviewerId: reviewer.personId,
        organisationId: reviewer.organisationId,
        dueOn: input.dueOn,
        requestedBy: ctx.actor.personId,
        createdAt: ctx.now,
      });
      const data = { ...named, reviewId, personId: reviewer.personId };
      await record(tx, ctx, where, { type: "review.requested", data });
    }
    return { submissionId: input.id };
  });
}
