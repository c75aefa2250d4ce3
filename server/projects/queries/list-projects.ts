import { and, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { organisations, participations, projectDrafts, projects } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { draftData } from "@/domain/schemas/projects";
import type { MemberContext } from "@/server/context";

const projectsStatement = prepared((db, [page]: readonly "next"[]) =>
  db
    .select({
      id: projects.id,
      slug: projects.slug,
      acronym: projects.acronym,
      title: projects.title,
      status: projects.status,
      callYear: projects.callYear,
      actionCode: projects.actionCode,
      createdAt: projects.createdAt,
      organisations: sql<number>`(select count(*)::int from participations p where p.project_id = ${projects.id}
        and p.kind <> 'evaluator' and (p.ended_on is null or p.ended_on >= ${sql.placeholder("today")}::date))`,
      coordinator: organisations.shortName,
    })
    .from(projects)
    .innerJoin(participations, and(eq(participations.projectId, projects.id), eq(participations.kind, "coordinator")))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(
      and(
        sql`${projects.id} = any(${sql.placeholder("projectIds")}::uuid[])`,
        page &&
          sql`(${projects.createdAt}, ${projects.id}) <
            (${sql.placeholder("createdAt")}::timestamptz, ${sql.placeholder("id")}::uuid)`,
      ),
    )
    .orderBy(desc(projects.createdAt), desc(projects.id))
    .limit(fixedLimit(pageSize + 1))
    .prepare("projects"),
);

/** The person's projects, newest first, each with their organisation in it and the number of organisations. */
export async function listProjects(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const projectIds = `{${ctx.actor.participations.map(({ projectId }) => projectId).join(",")}}`;
  const values = { projectIds, today: dayInBrussels(ctx.now) };
  const cursor = decodeCursor(input.cursor, ["moment", "uuid"]);
  const rows = cursor
    ? await projectsStatement(ctx.db, "next").execute({
        ...values,
        createdAt: new Date(Number(cursor[0])).toISOString(),
        id: cursor[1],
      })
    : await projectsStatement(ctx.db).execute(values);
  const page = toPage(rows, pageSize, (row) => [row.createdAt.getTime(), row.id]);
  return {
    ...page,
    items: page.items.map((row) => {
      const participation = participationIn(ctx.actor, row.id);
      return { ...row, kind: participation?.kind ?? "partner", role: participation?.role ?? "viewer" };
    }),
  };
}

const draftsStatement = prepared((db) =>
  db
    .select({
      id: projectDrafts.id,
      title: sql<string | null>`${projectDrafts.data}->>'title'`,
      acronym: sql<string | null>`${projectDrafts.data}->>'acronym'`,
      updatedAt: projectDrafts.updatedAt,
    })
    .from(projectDrafts)
    .where(and(eq(projectDrafts.personId, sql.placeholder("personId")), isNull(projectDrafts.projectId)))
    .orderBy(desc(projectDrafts.updatedAt))
    .limit(fixedLimit(20))
    .prepare("drafts"),
);

/** The person's unfinished drafts of projects, most recently changed first; at most twenty. */
export async function listDrafts(ctx: MemberContext) {
  return draftsStatement(ctx.db).execute({ personId: ctx.actor.personId });
}

/**
 * One of the person's own drafts, and the project that was created from it, if any. Errors: project.draft_not_found.
 */
export async function getDraft(ctx: MemberContext, input: { id: string }) {
  const [row] = await ctx.db
    .select({ ...getTableColumns(projectDrafts), madeInto: projects.slug })
    .from(projectDrafts)
    .leftJoin(projects, eq(projects.id, projectDrafts.projectId))
    .where(and(eq(projectDrafts.id, input.id), eq(projectDrafts.personId, ctx.actor.personId)));
  if (!row) throw new DomainError("project.draft_not_found");
  const { id, revision, updatedAt, madeInto } = row;
  return { id, revision, data: draftData.parse(row.data), updatedAt, madeInto };
}
