import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fileVersions, outputs, submissions, submissionVersions } from "@/db/schema";
import { approvalHolds } from "@/domain/reviews";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import type { LockedOutput } from "./lock-output";

/** The hash of the newest version of each file of an output, without withdrawn versions. */
export async function currentHashes(tx: Db, outputId: string): Promise<string[]> {
  const current = await tx
    .selectDistinctOn([fileVersions.fileId], { sha256: fileVersions.sha256 })
    .from(fileVersions)
    .where(and(eq(fileVersions.outputId, outputId), isNull(fileVersions.withdrawnAt)))
    .orderBy(fileVersions.fileId, desc(fileVersions.number));
  return current.map((version) => version.sha256);
}

/** True when the files of an output differ from those of the approved submission, compared by hash, not by number. */
export async function changedSince(tx: Db, outputId: string, submissionId: string): Promise<boolean> {
  const frozen = await tx
    .select({
      sha256: submissionVersions.sha256,
      withdrawnAt: fileVersions.withdrawnAt,
      leftOut: submissions.leftOut,
    })
    .from(submissionVersions)
    .innerJoin(fileVersions, eq(fileVersions.id, submissionVersions.versionId))
    .innerJoin(submissions, eq(submissions.id, submissionVersions.submissionId))
    .where(eq(submissionVersions.submissionId, submissionId));
  return !approvalHolds(frozen, await currentHashes(tx, outputId), frozen[0]?.leftOut ?? []);
}

/** Stores whether the files of a locked output still are the approved ones, and tells the coordinator when they first differ. */
export async function updateApproval(tx: Db, ctx: MemberContext, output: LockedOutput): Promise<void> {
  if (output.approvedSubmissionId === null) return;
  const changedSinceApproval = await changedSince(tx, output.id, output.approvedSubmissionId);
  await tx.update(outputs).set({ changedSinceApproval }).where(eq(outputs.id, output.id));
  if (!changedSinceApproval || output.changedSinceApproval) return;
  const [approved] = await tx
    .select({ submissionId: submissions.id, submission: submissions.number })
    .from(submissions)
    .where(eq(submissions.id, output.approvedSubmissionId));
  if (!approved) return;
  await record(
    tx,
    ctx,
    { projectId: output.projectId, outputId: output.id },
    { type: "output.approval_outdated", data: { number: output.number, title: output.title, ...approved } },
  );
}
