import { count, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attachments } from "@/db/schema";
import { maxFiles, maxReportFileBytes } from "@/domain/attachments";
import { DomainError } from "@/domain/errors";
import { fileName } from "@/domain/outputs";
import { type ReceivedFile, storeAttachment } from "@/server/attachments/commands/store-attachment";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { env } from "@/server/env";
import { type NewUpload, requireFewUnfinished, requireSize, reserveUpload } from "@/server/uploads/reserve-upload";
import { lockReplication, ofOwnOrganisations } from "./lock-replication";

/** The most versions of files that a report keeps. */
const maxVersions = 2 * maxFiles;

async function lockToAdd(tx: Db, ctx: MemberContext, replicationId: string) {
  const replication = await lockReplication(tx, replicationId, ofOwnOrganisations(ctx.actor));
  authorize(ctx.actor, "replication.write", replication);
  const { status, organisationId } = replication;
  if (status !== "draft") throw new DomainError("replication.wrong_state", { status });
  return { replicationId, organisationId };
}

/**
 * Begins the upload of a file to the draft of a report. Errors: replication.not_found, replication.wrong_state,
 * file.name_invalid, file.too_big, file.empty, file.too_many with the `most`, file.too_many_unfinished, file.disk_full.
 */
export async function beginReplicationFile(
  ctx: MemberContext,
  upload: { replicationId: string; name: string } & NewUpload,
): Promise<void> {
  await reserveUpload(ctx.db, upload, async (tx) => {
    requireSize(upload.sizeBytes, Math.min(maxReportFileBytes, env().MAX_FILE_BYTES));
    const name = fileName(upload.name);
    const subject = await lockToAdd(tx, ctx, upload.replicationId);
    const { personId } = ctx.actor;
    await requireFewUnfinished(tx, personId);
    const [kept] = await tx
      .select({ versions: count() })
      .from(attachments)
      .where(eq(attachments.replicationId, upload.replicationId));
    if ((kept?.versions ?? 0) >= maxVersions) throw new DomainError("file.too_many", { most: maxVersions });
    return { ...subject, personId, name };
  });
}

/**
 * Adds received content as a file of the draft of a report, or as its next version. Drafts are private to the
 * organisation, so their files are not in its record. Idempotent by version id. Errors: replication.not_found,
 * replication.wrong_state.
 */
export async function addReplicationFile(ctx: MemberContext, upload: { replicationId: string } & ReceivedFile) {
  return ctx.db.transaction(async (tx) => {
    await storeAttachment(tx, ctx, await lockToAdd(tx, ctx, upload.replicationId), upload);
    return { versionId: upload.versionId };
  });
}
