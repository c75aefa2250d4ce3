import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { projects, uploads } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { env } from "@/server/env";

/** Maximum number of unfinished uploads per person. */
export const maxUnfinishedUploads = 25;

/** Unfinished uploads have no version yet, so their rows are counted against every limit. */
const unfinished = sql`not exists (select from file_versions v where v.id = uploads.version_id)
  and not exists (select from attachments a where a.id = uploads.version_id)`;

/** Bytes announced by all unfinished uploads of the instance. */
async function announcedBytes(tx: Db): Promise<number> {
  const [row] = await tx
    .select({ bytes: sql<number>`coalesce(sum(size_bytes), 0)::float8` })
    .from(uploads)
    .where(unfinished);
  return row?.bytes ?? 0;
}

/** Refuses sizes that no upload may have. Errors: file.too_big with `maxBytes`, file.empty. */
export function requireSize(sizeBytes: number, maxBytes = env().MAX_FILE_BYTES): void {
  if (sizeBytes > maxBytes) throw new DomainError("file.too_big", { maxBytes });
  if (sizeBytes === 0) throw new DomainError("file.empty");
}

/** Refuses one more upload of a person who has many unfinished ones. Errors: file.too_many_unfinished. */
export async function requireFewUnfinished(tx: Db, personId: string): Promise<void> {
  const [begun] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(uploads)
    .where(sql`person_id = ${personId} and ${unfinished}`);
  if ((begun?.count ?? 0) >= maxUnfinishedUploads) {
    throw new DomainError("file.too_many_unfinished", { most: maxUnfinishedUploads });
  }
}

/** Refuses an upload that does not fit into its project. Errors: file.storage_full with `leftBytes`, project.not_found. */
export async function requireRoom(tx: Db, projectId: string, sizeBytes: number): Promise<void> {
  // One statement, so that an upload that finishes meanwhile is counted once: as announced or as stored.
  const [taken] = await tx
    .select({
      left: sql<number>`greatest(0, coalesce(${projects.storageLimitBytes}, ${env().PROJECT_STORAGE_BYTES}::bigint)
        - ${projects.storedBytes}
        - (select coalesce(sum(size_bytes), 0) from uploads where project_id = projects.id and ${unfinished}))::float8`,
    })
    .from(projects)
    .where(eq(projects.id, projectId));
  if (!taken) throw new DomainError("project.not_found");
  if (taken.left < sizeBytes) {
    throw new DomainError("file.storage_full", { leftBytes: taken.left, neededBytes: sizeBytes });
  }
}

/** A new upload; `freeBytes` is the free space without unfinished ones, undefined when the store has no limit. */
export type NewUpload = { id: string; sizeBytes: number; expiresAt: Date; freeBytes: number | undefined };

type UploadRow = typeof uploads.$inferInsert;

/**
 * Stores the row of a new upload, which reserves its size in all limits. `check` decides whether this person may begin
 * it, and says what it belongs to. Errors: those of `check`, file.disk_full.
 */
export async function reserveUpload(
  db: Db,
  { id, sizeBytes, expiresAt, freeBytes }: NewUpload,
  check: (tx: Db) => Promise<Omit<UploadRow, "id" | "sizeBytes" | "expiresAt" | "versionId">>,
): Promise<void> {
  await db.transaction(async (tx) => {
    // Serialize new uploads of the instance: two uploads that fit alone may not fit together.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('begin upload', 0))`);
    const allowed = await check(tx);
    if (freeBytes !== undefined && freeBytes - (await announcedBytes(tx)) < sizeBytes) {
      throw new DomainError("file.disk_full");
    }
    await tx.insert(uploads).values({ ...allowed, id, sizeBytes, expiresAt, versionId: uuid() });
  });
}
