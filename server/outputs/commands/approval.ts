import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fileVersions, submissions, submissionVersions } from "@/db/schema";
import { approvalHolds } from "@/domain/reviews";

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
