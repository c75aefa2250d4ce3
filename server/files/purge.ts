import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attachments, blobs, fileVersions, uploads } from "@/db/schema";
import type { Handler } from "@/server/jobs/handler";
import { storage } from "./open-storage";

const batchSize = 200;

/** Removes all expired uploads and their bytes. */
export const purgeUploads: Handler<"purge_uploads"> = async ({ db, now }) => {
  while ((await purgeBatch(db, now)) === batchSize);
};

/** Removes one batch of expired uploads; returns how many it held. */
async function purgeBatch(db: Db, now: Date): Promise<number> {
  const left = await db
    .select({ id: uploads.id, becameVersion: fileVersions.id, becameAttachment: attachments.id })
    .from(uploads)
    .leftJoin(fileVersions, eq(fileVersions.id, uploads.versionId))
    .leftJoin(attachments, eq(attachments.id, uploads.versionId))
    .where(lt(uploads.expiresAt, now))
    .limit(batchSize);
  if (left.length === 0) return 0;
  const store = await storage();
  for (const { id, becameVersion, becameAttachment } of left) {
    await store.drop(id);
    // A process that died between the last byte and the commit leaves a content that no version refers to.
    if (becameVersion === null && becameAttachment === null) await store.erase(id);
  }
  await db.delete(uploads).where(
    inArray(
      uploads.id,
      left.map(({ id }) => id),
    ),
  );
  return left.length;
}

/** Erases a withdrawn content unless a version that is not withdrawn shares it. */
export const eraseBlob: Handler<"erase_blob"> = async ({ db, now }, { blobId }) => {
  const standing = await db
    .select({ id: fileVersions.id })
    .from(fileVersions)
    .where(and(eq(fileVersions.blobId, blobId), isNull(fileVersions.withdrawnAt)))
    .limit(1);
  if (standing.length > 0) return;
  const [blob] = await db.select().from(blobs).where(eq(blobs.id, blobId));
  if (blob === undefined || blob.erasedAt !== null) return;
  await (await storage()).erase(blob.storageKey);
  await db.transaction(async (tx) => {
    const erased = await tx
      .update(blobs)
      .set({ erasedAt: now })
      .where(and(eq(blobs.id, blobId), isNull(blobs.erasedAt)))
      .returning({ id: blobs.id });
    if (erased.length === 0) return;
    await tx.execute(sql`update projects set stored_bytes = greatest(0, stored_bytes - ${blob.sizeBytes})
      where id = (select v.project_id from file_versions v where v.blob_id = ${blobId} limit 1)`);
  });
};
