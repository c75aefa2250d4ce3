import { and, asc, desc, eq, lt, or, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { organisations, participations, practices, projects } from "@/db/schema";
import { contributingParticipations, coordinates, requireConsortiumMember } from "@/domain/actor";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { MemberContext } from "@/server/context";
import { inPairs, pairs } from "@/server/participation-pairs";

const waitingPracticesStatement = prepared((db) =>
  db
    .select({
      id: practices.id,
      title: practices.title,
      returned: sql<boolean>`${practices.status} = 'returned'`,
      organisation: organisations.shortName,
      slug: projects.slug,
      acronym: projects.acronym,
    })
    .from(practices)
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .innerJoin(organisations, eq(organisations.id, practices.organisationId))
    .where(
      or(
        and(
          eq(practices.status, "submitted"),
          sql`${practices.projectId} = any(${sql.placeholder("coordinated")}::uuid[])`,
        ),
        and(eq(practices.status, "returned"), inPairs(sql`${practices.projectId}`, sql`${practices.organisationId}`)),
      ),
    )
    .orderBy(asc(practices.createdAt), asc(practices.id))
    .limit(fixedLimit(pageSize))
    .prepare("waiting_practices"),
);

/**
 * Practices that wait for the person: submitted ones where they coordinate, returned ones where they contribute. At
 * most twenty-five.
 */
export async function listWaitingPractices(ctx: MemberContext) {
  const contributing = contributingParticipations(ctx.actor);
  if (contributing.length === 0) return [];
  const coordinated = contributing.filter(({ projectId }) => coordinates(ctx.actor, projectId));
  return waitingPracticesStatement(ctx.db).execute({
    ...pairs(contributing),
    coordinated: `{${coordinated.map(({ projectId }) => projectId).join(",")}}`,
  });
}

/** The practices of a project in every status, newest first. Errors: project.not_found. */
export async function listPractices(ctx: MemberContext, input: { slug: string; cursor?: string | undefined }) {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  const cursor = decodeCursor(input.cursor, ["uuid"]);
  const rows = await ctx.db
    .select({
      id: practices.id,
      slug: practices.slug,
      title: practices.title,
      edition: practices.edition,
      status: practices.status,
      field: sql<string>`${practices.content}->>'field'`,
      createdAt: practices.createdAt,
      organisation: {
        id: organisations.id,
        shortName: organisations.shortName,
        country: organisations.country,
        hue: participations.hue,
      },
    })
    .from(practices)
    .innerJoin(organisations, eq(organisations.id, practices.organisationId))
    .innerJoin(
      participations,
      and(
        eq(participations.organisationId, practices.organisationId),
        eq(participations.projectId, practices.projectId),
      ),
    )
    .where(and(eq(practices.projectId, projectId), cursor ? lt(practices.id, String(cursor[0])) : undefined))
    .orderBy(desc(practices.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.id]);
}
