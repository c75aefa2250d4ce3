import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { projects, uploads } from "@/db/schema";
import { type Actor, participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { fileName } from "@/domain/outputs";
import type { UploadMetadata } from "@/domain/schemas/outputs";
import { authorize } from "@/server/authorize";
import { env } from "@/server/env";
import { lockOutput } from "./lock-output";

/** Maximum number of unfinished uploads per person. */
export const maxUnfinishedUploads = 25;

/** Unfinished uploads have no version yet, so their rows are counted against every limit. */
const unfinished = sql`not exists (select from file_versions v where v.id = uploads.version_id)`;

/** Bytes announced by all unfinished uploads of the instance. */
async function announcedBytes(tx: Db): Promise<number> {
  const [row] = await tx
    .select({ bytes: sql<number>`coalesce(sum(size_bytes), 0)::float8` })
    .from(uploads)
    .where(unfinished);
  return row?.bytes ?? 0;
}

/**
 * Checks whether this person may upload to the output; bytes announced by other uploads count as stored. Errors:
 * output.not_found, forbidden, project.closed, file.name_invalid, file.too_big, file.empty, file.storage_full with
 * `leftBytes`, file.too_many_unfinished.
 */
export async function checkUpload(tx: Db, actor: Actor, upload: UploadMetadata & { sizeBytes: number }) {
  const { sizeBytes } = upload;
  if (sizeBytes > env().MAX_FILE_BYTES) throw new DomainError("file.too_big", { maxBytes: env().MAX_FILE_BYTES });
  if (sizeBytes === 0) throw new DomainError("file.empty");
  const name = fileName(upload.name);
  const output = await lockOutput(tx, actor, upload.outputId);
  authorize(actor, "output.upload", output);
  const organisationId = participationIn(actor, output.projectId)?.organisationId;
  if (!organisationId) throw new DomainError("output.not_found");
  // One statement, so that an upload that finishes meanwhile is counted once: as announced or as stored.
  const [taken] = await tx
    .select({
      left: sql<number>`greatest(0, coalesce(${projects.storageLimitBytes}, ${env().PROJECT_STORAGE_BYTES}::bigint)
        - ${projects.storedBytes}
        - (select coalesce(sum(size_bytes), 0) from uploads where project_id = projects.id and ${unfinished}))::float8`,
      begun: sql<number>`(select count(*)::int from uploads where person_id = ${actor.personId} and ${unfinished})`,
    })
    .from(projects)
    .where(eq(projects.id, output.projectId));
  if (!taken) throw new DomainError("output.not_found");
  if (taken.begun >= maxUnfinishedUploads) {
    throw new DomainError("file.too_many_unfinished", { most: maxUnfinishedUploads });
  }
  if (taken.left < sizeBytes) {
    throw new DomainError("file.storage_full", { leftBytes: taken.left, neededBytes: sizeBytes });
  }
  return { projectId: output.projectId, organisationId, name };
}

/**
 * Stores the row of a new upload, which reserves its size in all limits. `freeBytes` is the free space without
 * unfinished uploads; undefined when the store has no limit. Errors: as checkUpload, file.disk_full.
 */
export async function beginUpload(
  db: Db,
  actor: Actor,
  upload: UploadMetadata & { id: string; sizeBytes: number; expiresAt: Date; freeBytes: number | undefined },
): Promise<void> {
  const { id, sizeBytes, expiresAt, freeBytes, outputId, language, note } = upload;
  await db.transaction(async (tx) => {
    // Serialize new uploads of the instance: two uploads that fit alone may not fit together.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('begin upload', 0))`);
    const allowed = await checkUpload(tx, actor, upload);
    if (freeBytes !== undefined && freeBytes - (await announcedBytes(tx)) < sizeBytes) {
      throw new DomainError("file.disk_full");
    }
    const row = { id, outputId, language, note, sizeBytes, expiresAt, personId: actor.personId, versionId: uuid() };
    await tx.insert(uploads).values({ ...row, ...allowed });
  });
}
