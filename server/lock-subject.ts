import { and, eq, getTableColumns, inArray, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { projects } from "@/db/schema";
import { type Actor, consortiumProjects } from "@/domain/actor";
import { DomainError, type ErrorCode } from "@/domain/errors";

type SubjectTable = PgTable & { id: AnyPgColumn; projectId: AnyPgColumn };
type Project = typeof projects.$inferSelect;

/** Subjects in every project of the actor, including those they evaluate. */
export const inOwnProjects = (actor: Actor, projectId: AnyPgColumn): SQL =>
  inArray(
    projectId,
    actor.participations.map((participation) => participation.projectId),
  );

/** Subjects in the projects where the actor is a member of the consortium; none for evaluators. */
export const inOwnConsortia = (actor: Actor, projectId: AnyPgColumn): SQL =>
  inArray(projectId, consortiumProjects(actor));

/** Subjects in the actor's projects; for an evaluator only those of their own organisation's participation. */
export const inOwnParticipations = (actor: Actor, projectId: AnyPgColumn, participationId: AnyPgColumn) =>
  or(
    inOwnConsortia(actor, projectId),
    inArray(
      participationId,
      actor.participations.map((participation) => participation.participationId),
    ),
  );

/**
 * Loads a row that belongs to a project, with the project, and locks it until the transaction ends. `scope` limits the
 * rows to those that exist for the actor; otherwise it throws `notFound`. The lock is FOR NO KEY UPDATE, because FOR
 * UPDATE would block inserts of rows that refer to the subject.
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

/** Loads and locks a project; by default any project of the actor. Errors: project.not_found. */
export async function lockProject(tx: Db, actor: Actor, projectId: string, scope = inOwnProjects) {
  const [row] = await tx
    .select()
    .from(projects)
    .where(and(eq(projects.id, projectId), scope(actor, projects.id)))
    .for("no key update");
  if (!row) throw new DomainError("project.not_found");
  return { ...row, projectId: row.id, projectStatus: row.status };
}
