import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attachments, blobs } from "@/db/schema";
import { type AttachedFile, attachedFiles } from "@/domain/attachments";

/**
 * The files that a description names, with what was uploaded, in its order. Errors: file.not_found when one was not
 * uploaded to this practice or report.
 */
export async function findFiles(
  tx: Db,
  of: { practiceId: string } | { replicationId: string },
  chosen: readonly Pick<AttachedFile, "id" | "text">[],
): Promise<AttachedFile[]> {
  if (chosen.length === 0) return [];
  const ids = chosen.map(({ id }) => id);
  const ofSubject =
    "practiceId" in of ? eq(attachments.practiceId, of.practiceId) : eq(attachments.replicationId, of.replicationId);
  const uploaded = await tx
    .select({ id: attachments.id, name: attachments.name, mediaType: blobs.mediaType, sizeBytes: blobs.sizeBytes })
    .from(attachments)
    .innerJoin(blobs, eq(blobs.id, attachments.blobId))
    .where(and(ofSubject, inArray(attachments.id, ids)));
  return attachedFiles(chosen, uploaded);
}
