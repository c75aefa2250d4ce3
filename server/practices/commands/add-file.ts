import type { Db } from "@/db/client";
import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { fileName } from "@/domain/outputs";
import { type ReceivedFile, storeAttachment } from "@/server/attachments/commands/store-attachment";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import {
  type NewUpload,
  requireFewUnfinished,
  requireRoom,
  requireSize,
  reserveUpload,
} from "@/server/uploads/reserve-upload";
import { takeStorage } from "@/server/uploads/take-storage";
import { lockPractice } from "./lock-practice";

async function lockToAdd(tx: Db, ctx: MemberContext, practiceId: string) {
  const practice = await lockPractice(tx, ctx, practiceId);
  authorize(ctx.actor, "practice.edit", practice);
  const organisationId = participationIn(ctx.actor, practice.projectId)?.organisationId;
  if (!organisationId) throw new DomainError("practice.not_found");
  return { projectId: practice.projectId, title: practice.title, organisationId };
}

/**
 * Begins the upload of a file to a practice; it counts against the storage of the project. Errors: practice.not_found,
 * forbidden, file.name_invalid, file.too_big, file.empty, file.storage_full, file.too_many_unfinished, file.disk_full.
 */
export async function beginPracticeFile(
  ctx: MemberContext,
  upload: { practiceId: string; name: string } & NewUpload,
): Promise<void> {
  await reserveUpload(ctx.db, upload, async (tx) => {
    const { practiceId, sizeBytes } = upload;
    requireSize(sizeBytes);
    const name = fileName(upload.name);
    const { projectId, organisationId } = await lockToAdd(tx, ctx, practiceId);
    const { personId } = ctx.actor;
    await requireFewUnfinished(tx, personId);
    await requireRoom(tx, projectId, sizeBytes);
    return { practiceId, projectId, organisationId, personId, name };
  });
}

/**
 * Adds received content as a file of a practice, or as its next version. Idempotent by version id. Errors:
 * practice.not_found, forbidden, file.storage_full.
 */
export async function addPracticeFile(ctx: MemberContext, upload: { practiceId: string } & ReceivedFile) {
  return ctx.db.transaction(async (tx) => {
    const { practiceId, versionId } = upload;
    const { projectId, title, organisationId } = await lockToAdd(tx, ctx, practiceId);
    const file = await storeAttachment(tx, ctx, { practiceId, organisationId }, upload);
    if (file === null) return { versionId };
    await takeStorage(tx, projectId, upload.sizeBytes);
    await record(tx, ctx, { projectId }, { type: "practice.file_added", data: { practiceId, title, file } });
    return { versionId };
  });
}
