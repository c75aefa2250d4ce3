import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { projects } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { env } from "@/server/env";

/**
 * Adds bytes to the project's used storage in the caller's transaction. Errors: file.storage_full with the bytes left.
 */
export async function takeStorage(tx: Db, projectId: string, bytes: number): Promise<void> {
  const standard = env().PROJECT_STORAGE_BYTES;
  const [taken] = await tx
    .update(projects)
    .set({ storedBytes: sql`${projects.storedBytes} + ${bytes}` })
    .where(
      and(
        eq(projects.id, projectId),
        sql`${projects.storedBytes} + ${bytes} <= coalesce(${projects.storageLimitBytes}, ${standard}::bigint)`,
      ),
    )
    .returning({ id: projects.id });
  if (taken) return;
  const [left] = await tx
    .select({
      bytes: sql<number>`(coalesce(${projects.storageLimitBytes}, ${standard}::bigint) - ${projects.storedBytes})::float8`,
    })
    .from(projects)
    .where(eq(projects.id, projectId));
  throw new DomainError("file.storage_full", { leftBytes: left?.bytes ?? 0, neededBytes: bytes });
}
