import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import { blobs, fileVersions, uploads } from "@/db/schema";
import type { Handler } from "@/server/jobs/handlers";
import { storage } from "./storage";

const atOnce = 200;

/** Forgets uploads that were begun and left, with what came in of them. */
export const purgeUploads: Handler<"purge_uploads"> = async ({ db, now }) => {
  const left = await db.select({ id: uploads.id }).from(uploads).where(lt(uploads.expiresAt, now)).limit(atOnce);
  if (left.length === 0) return;
  const place = await storage();
  for (const { id } of left) await place.drop(id);
  await db.delete(uploads).where(
    inArray(
      uploads.id,
      left.map(({ id }) => id),
    ),
  );
};

/** Erases a withdrawn content, once no version that still stands shares it. */
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
  await db.update(blobs).set({ erasedAt: now }).where(eq(blobs.id, blobId));
};
