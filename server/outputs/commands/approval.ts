import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fileVersions, submissionVersions } from "@/db/schema";
import { approvalHolds } from "@/domain/reviews";

/** Whether an output holds something else than what the submission's approval speaks of: by hash, not by number. */
export async function changedSince(tx: Db, outputId: string, submissionId: string): Promise<boolean> {
  const frozen = await tx
    .select({ sha256: submissionVersions.sha256, withdrawnAt: fileVersions.withdrawnAt })
    .from(submissionVersions)
    .innerJoin(fileVersions, eq(fileVersions.id, submissionVersions.versionId))
    .where(eq(submissionVersions.submissionId, submissionId));
  const current = await tx
    .selectDistinctOn([fileVersions.fileId], { sha256: fileVersions.sha256 })
    .from(fileVersions)
    .where(and(eq(fileVersions.outputId, outputId), isNull(fileVersions.withdrawnAt)))
    .orderBy(fileVersions.fileId, desc(fileVersions.number));
  return !approvalHolds(
    frozen,
    current.map((version) => version.sha256),
  );
}
