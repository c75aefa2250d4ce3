import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attachments, blobs, practices, projects, replications } from "@/db/schema";
import { enqueue } from "@/server/jobs/enqueue";

/** How long a file that no description names is kept, in days: its upload may have finished before the form was saved. */
const unusedDays = 7;
const batchSize = 200;

type Erased = { id: string; practiceId: string | null; blobId: string };

/** Deletes these files of locked subjects, and frees the storage of their project. */
async function erase(tx: Db, files: readonly Erased[]): Promise<void> {
  for (const { id, practiceId, blobId } of files) {
    await tx.delete(attachments).where(eq(attachments.id, id));
    await enqueue(tx, "erase_blob", { blobId });
    if (practiceId === null) continue;
    const size = tx.select({ bytes: blobs.sizeBytes }).from(blobs).where(eq(blobs.id, blobId));
    const project = tx.select({ id: practices.projectId }).from(practices).where(eq(practices.id, practiceId));
    await tx
      .update(projects)
      .set({ storedBytes: sql`greatest(0, ${projects.storedBytes} - (${size}))` })
      .where(eq(projects.id, project));
  }
}

const columns = { id: attachments.id, practiceId: attachments.practiceId, blobId: attachments.blobId };

/** Deletes the files of a locked practice that is deleted. */
export async function eraseFilesOf(tx: Db, practiceId: string): Promise<void> {
  await erase(tx, await tx.select(columns).from(attachments).where(eq(attachments.practiceId, practiceId)));
}

/** True while neither the description nor an edition of it names the file. */
const isUnused = sql`not exists (select from (
    select content from practices where id = attachments.practice_id
    union all select content from practice_editions where practice_id = attachments.practice_id
    union all select content from replications where id = attachments.replication_id) c
  where c.content->'files' @> jsonb_build_array(jsonb_build_object('id', attachments.id)))`;

/** Deletes the files that no description has named for some days, each in its own transaction. */
export async function eraseUnusedFiles(db: Db, now: Date): Promise<void> {
  while ((await eraseBatch(db, now)) === batchSize);
}

/** Deletes one batch of unused files; returns how many it held. */
async function eraseBatch(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - unusedDays * 24 * 3_600_000).toISOString();
  const unused = await db
    .select({ id: attachments.id, practiceId: attachments.practiceId, replicationId: attachments.replicationId })
    .from(attachments)
    .where(sql`${attachments.createdAt} < ${before}::timestamptz and ${isUnused}`)
    .limit(batchSize);
  for (const { id, practiceId, replicationId } of unused) {
    await db.transaction(async (tx) => {
      // A form that names the file again waits, or is seen here.
      if (practiceId !== null) {
        await tx.select({ id: practices.id }).from(practices).where(eq(practices.id, practiceId)).for("update");
      } else if (replicationId !== null) {
        const own = eq(replications.id, replicationId);
        await tx.select({ id: replications.id }).from(replications).where(own).for("update");
      }
      await erase(
        tx,
        await tx
          .select(columns)
          .from(attachments)
          .where(sql`${attachments.id} = ${id} and ${isUnused}`),
      );
    });
  }
  return unused.length;
}
