import { and, eq, getTableColumns, inArray, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { projects } from "@/db/schema";
import { type Actor, consortiumProjects } from "@/domain/actor";
import { DomainError, type ErrorCode } from "@/domain/errors";

type SubjectTable = PgTable & { id: AnyPgColumn; projectId: AnyPgColumn };
type Project = typeof projects.$inferSelect;

/** Subjects of every project of the actor, evaluated ones included. */
export const inOwnProjects = (actor: Actor, projectId: AnyPgColumn): SQL =>
  inArray(
    projectId,
    actor.participations.map((place) => place.projectId),
  );

/** Subjects of the consortia that the actor belongs to; evaluators have none there. */
export const inOwnConsortia = (actor: Actor, projectId: AnyPgColumn): SQL =>
  inArray(projectId, consortiumProjects(actor));

/** Subjects of the actor's consortia; for an evaluator only those of their own organisation's participation. */
export const inOwnParticipations = (actor: Actor, projectId: AnyPgColumn, participationId: AnyPgColumn) =>
  or(
    inOwnConsortia(actor, projectId),
    inArray(
      participationId,
      actor.participations.map((place) => place.participationId),
    ),
  );

/**
 * Loads the row of a table that belongs to a project, locked until the transaction ends, with the project. `scope` says
 * which rows exist for the actor; every other one throws `notFound`. The lock is the one an UPDATE takes: it lets rows
 * that refer to the subject be inserted meanwhile, which FOR UPDATE would block.
 */
export async function lockSubject<T extends SubjectTable>(
  tx: Db,
  table: T,
  id: string,
  scope: SQL | undefined,
  notFound: ErrorCode,
): Promise<T["$inferSelect"] & { project: Project; projectStatus: Project["status"] }> {
  const [row] = await tx
    .select({ subject: getTableColumns<PgTable>(table), project: projects })
    .from<PgTable>(table)
    .innerJoin(projects, eq(projects.id, table.projectId))
    .where(and(eq(table.id, id), scope))
    .for("no key update", { of: table });
  if (!row) throw new DomainError(notFound);
  return { ...(row.subject as T["$inferSelect"]), project: row.project, projectStatus: row.project.status };
}

/** A project itself, locked in the same way; by default any project of the actor. Errors: project.not_found. */
export async function lockProject(tx: Db, actor: Actor, projectId: string, scope = inOwnProjects) {
  const [row] = await tx
    .select()
    .from(projects)
    .where(and(eq(projects.id, projectId), scope(actor, projects.id)))
    .for("no key update");
  if (!row) throw new DomainError("project.not_found");
  return { ...row, projectId: row.id, projectStatus: row.status };
}
