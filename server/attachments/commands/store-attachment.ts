import { and, desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { attachments, blobs } from "@/db/schema";
import { fileName, fileNameKey } from "@/domain/outputs";
import type { MemberContext } from "@/server/context";

/** A received content, which becomes a version of the file with this name. */
export type ReceivedFile = {
  versionId: string;
  name: string;
  storageKey: string;
  sha256: string;
  sizeBytes: number;
  mediaType: string;
};

/** The locked practice or report, and the organisation that the actor uploads for. */
type Subject = ({ practiceId: string } | { replicationId: string }) & { organisationId: string };

/**
 * Stores received content as the next version of a file of a practice or a report; the description shows it once it names
 * it. Returns the stored name; null when the version exists already.
 */
export async function storeAttachment(
  tx: Db,
  ctx: MemberContext,
  subject: Subject,
  received: ReceivedFile,
): Promise<string | null> {
  const { versionId: id, storageKey, sha256, sizeBytes, mediaType } = received;
  const [again] = await tx.select({ id: attachments.id }).from(attachments).where(eq(attachments.id, id));
  if (again) return null;
  const blobId = uuid();
  await tx.insert(blobs).values({ id: blobId, storageKey, sha256, sizeBytes, mediaType });
  const name = fileName(received.name);
  const nameKey = fileNameKey(name);
  const ofSubject =
    "practiceId" in subject
      ? eq(attachments.practiceId, subject.practiceId)
      : eq(attachments.replicationId, subject.replicationId);
  const [last] = await tx
    .select({ number: attachments.number })
    .from(attachments)
    .where(and(ofSubject, eq(attachments.nameKey, nameKey)))
    .orderBy(desc(attachments.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const uploadedBy = ctx.actor.personId;
  await tx
    .insert(attachments)
    .values({ ...subject, id, blobId, name, nameKey, number, uploadedBy, createdAt: ctx.now });
  return name;
}
