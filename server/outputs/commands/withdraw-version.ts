import { and, eq, isNull } from "drizzle-orm";
import { fileVersions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import { enqueue } from "@/server/jobs/enqueue";
import type { MemberContext } from "@/server/context";
import { updateApproval } from "./approval";
import { lockVersion } from "./lock-version";

/**
 * Withdraws a version with a reason: its content is erased, its row and hash are kept. Versions that were restored from
 * it have the same content and are withdrawn too. Errors: file.withdrawn, forbidden.
 */
export async function withdrawVersion(ctx: MemberContext, input: { versionId: string; reason: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { version, output } = await lockVersion(tx, ctx, input.versionId);
    authorize(ctx.actor, "version.withdraw", {
      ...output,
      uploadedBy: version.uploadedBy,
      versionOrganisationId: version.organisationId,
    });
    if (version.withdrawnAt) throw new DomainError("file.withdrawn");
    const withdrawn = await tx
      .update(fileVersions)
      .set({ withdrawnAt: ctx.now, withdrawnBy: ctx.actor.personId, withdrawReason: input.reason, url: null })
      .where(
        and(
          eq(fileVersions.fileId, version.fileId),
          isNull(fileVersions.withdrawnAt),
          version.blobId === null ? eq(fileVersions.sha256, version.sha256) : eq(fileVersions.blobId, version.blobId),
        ),
      )
      .returning({ id: fileVersions.id, name: fileVersions.name, number: fileVersions.number });
    await updateApproval(tx, ctx, output);
    if (version.blobId) await enqueue(tx, "erase_blob", { blobId: version.blobId });
    const where = { projectId: output.projectId, outputId: output.id };
    for (const { id, name, number } of withdrawn.sort((a, b) => a.number - b.number)) {
      const named = { number: output.number, title: output.title, versionId: id, file: name, version: number };
      await record(tx, ctx, where, { type: "file.withdrawn", data: { ...named, reason: input.reason } });
    }
  });
}
