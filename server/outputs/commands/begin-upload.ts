import type { Db } from "@/db/client";
import { type Actor, participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { fileName } from "@/domain/outputs";
import type { UploadMetadata } from "@/domain/schemas/outputs";
import { authorize } from "@/server/authorize";
import {
  type NewUpload,
  requireFewUnfinished,
  requireRoom,
  requireSize,
  reserveUpload,
} from "@/server/uploads/reserve-upload";
import { lockOutput } from "./lock-output";

/**
 * Checks whether this person may upload to the output; bytes announced by other uploads count as stored. Errors:
 * output.not_found, forbidden, project.closed, file.name_invalid, file.too_big, file.empty, file.storage_full with
 * `leftBytes`, file.too_many_unfinished.
 */
export async function checkUpload(tx: Db, actor: Actor, upload: UploadMetadata & { sizeBytes: number }) {
  const { sizeBytes } = upload;
  requireSize(sizeBytes);
  const name = fileName(upload.name);
  const output = await lockOutput(tx, actor, upload.outputId);
  authorize(actor, "output.upload", output);
  const organisationId = participationIn(actor, output.projectId)?.organisationId;
  if (!organisationId) throw new DomainError("output.not_found");
  await requireFewUnfinished(tx, actor.personId);
  await requireRoom(tx, output.projectId, sizeBytes);
  return { projectId: output.projectId, organisationId, name };
}

/** Begins an upload to an output. Errors: as checkUpload, file.disk_full. */
export async function beginUpload(db: Db, actor: Actor, upload: UploadMetadata & NewUpload): Promise<void> {
  const { outputId, language, note } = upload;
  await reserveUpload(db, upload, async (tx) => {
    const allowed = await checkUpload(tx, actor, upload);
    return { ...allowed, outputId, language, note, personId: actor.personId };
  });
}
