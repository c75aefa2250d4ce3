import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { blobs, fileVersions, findings, submissionVersions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decideFinding, requirePlace } from "@/domain/findings";
import type { AddFinding, EditFinding } from "@/domain/schemas/reviews";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockFinding } from "./lock-finding";
import { lockReview } from "./lock-submission";

/** Errors: finding.version_unknown for a version outside the submission, and those of requirePlace. */
async function requireVersion(tx: Db, submissionId: string, input: Omit<AddFinding, "id" | "reviewId">): Promise<void> {
  const [version] = await tx
    .select({ mediaType: fileVersions.mediaType, pages: blobs.pages })
    .from(submissionVersions)
    .innerJoin(fileVersions, eq(fileVersions.id, submissionVersions.versionId))
    .leftJoin(blobs, eq(blobs.id, fileVersions.blobId))
    .where(and(eq(submissionVersions.submissionId, submissionId), eq(submissionVersions.versionId, input.versionId)));
  if (!version) throw new DomainError("finding.version_unknown", { field: "versionId" });
  requirePlace(input, version);
}

const fieldsOf = ({ versionId, weight, text, page, seconds, quote }: Omit<AddFinding, "id" | "reviewId">) => ({
  versionId,
  weight,
  text,
  page,
  seconds,
  quote,
});

/**
 * Adds a finding to a review of the actor as a draft, which nobody else sees until the review is given. A repeated id
 * adds nothing. Errors: review.not_found, submission.not_open, finding.version_unknown, finding.place_unsuitable,
 * finding.page_unknown, input.id_taken.
 */
export async function addFinding(ctx: MemberContext, input: AddFinding): Promise<{ id: string; revision: number }> {
  return ctx.db.transaction(async (tx) => {
    const { review, submission, output } = await lockReview(tx, ctx, input.reviewId);
    authorize(ctx.actor, "review.give", { ...output, reviewerId: review.reviewerId });
    if (submission.status !== "open") throw new DomainError("submission.not_open");
    await requireVersion(tx, submission.id, input);
    const [made] = await tx
      .insert(findings)
      .values({
        ...fieldsOf(input),
        id: input.id,
        projectId: output.projectId,
        outputId: output.id,
        reviewId: review.id,
        personId: ctx.actor.personId,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: findings.id, revision: findings.revision });
    if (made) return made;
    const [again] = await tx
      .select({ id: findings.id, revision: findings.revision })
      .from(findings)
      .where(
        and(eq(findings.id, input.id), eq(findings.reviewId, review.id), eq(findings.personId, ctx.actor.personId)),
      );
    if (!again) throw new DomainError("input.id_taken");
    return again;
  });
}

/**
 * Changes a draft. Errors: finding.not_found, finding.changed with the stored text, finding.wrong_state when the review
 * was given, submission.not_open, and those of addFinding.
 */
export async function editFinding(ctx: MemberContext, input: EditFinding): Promise<{ revision: number }> {
  return ctx.db.transaction(async (tx) => {
    const { finding, submission, roles } = await lockFinding(tx, ctx, input.findingId);
    decideFinding(finding.status, "edit", roles);
    if (submission.status !== "open") throw new DomainError("submission.not_open");
    if (finding.revision !== input.revision) {
      throw new DomainError("finding.changed", { current: { text: finding.text, revision: finding.revision } });
    }
    await requireVersion(tx, submission.id, input);
    const revision = finding.revision + 1;
    await tx
      .update(findings)
      .set({ ...fieldsOf(input), revision })
      .where(eq(findings.id, finding.id));
    return { revision };
  });
}

/** Deletes a draft; nothing happens when it is gone. Errors: finding.wrong_state when the review was given. */
export async function removeFinding(ctx: MemberContext, { findingId }: { findingId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { finding, roles } = await lockFinding(tx, ctx, findingId);
    decideFinding(finding.status, "remove", roles);
    await tx.delete(findings).where(eq(findings.id, finding.id));
  });
}
