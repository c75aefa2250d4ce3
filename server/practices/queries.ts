import { and, asc, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { organisations, participations, people, practices, projects } from "@/db/schema";
import { consortiumProjects, contributingParticipations, coordinates, requireConsortiumMember } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { can } from "@/domain/policy";
import type { MemberContext } from "@/server/context";
import { inPairs, pairs } from "@/server/participation-pairs";

/** One practice of the person's projects, with the actions they may perform. Errors: practice.not_found. */
export async function getPractice(ctx: MemberContext, input: { practiceId: string }) {
  const [row] = await ctx.db
    .select({
      id: practices.id,
      slug: practices.slug,
      projectId: practices.projectId,
      projectStatus: projects.status,
      projectSlug: projects.slug,
      acronym: projects.acronym,
      organisationId: practices.organisationId,
      authorId: practices.authorId,
      author: sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`,
      organisation: {
        id: organisations.id,
        shortName: organisations.shortName,
        country: organisations.country,
        hue: participations.hue,
      },
      title: practices.title,
      need: practices.need,
      done: practices.done,
      changed: practices.changed,
      takes: practices.takes,
      targetGroup: practices.targetGroup,
      field: practices.field,
      language: practices.language,
      licence: practices.licence,
      status: practices.status,
      returnReason: practices.returnReason,
      publishedAt: practices.publishedAt,
      revision: practices.revision,
    })
    .from(practices)
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .innerJoin(people, eq(people.id, practices.authorId))
    .innerJoin(organisations, eq(organisations.id, practices.organisationId))
    .innerJoin(
      participations,
      and(
        eq(participations.organisationId, practices.organisationId),
        eq(participations.projectId, practices.projectId),
      ),
    )
    .where(and(eq(practices.id, input.practiceId), inArray(practices.projectId, consortiumProjects(ctx.actor))));
  if (!row) throw new DomainError("practice.not_found");
  const publishes = can(ctx.actor, "practice.publish", row);
  return {
    ...row,
    can: {
      "practice.edit": can(ctx.actor, "practice.edit", row) && (row.status !== "published" || publishes),
      "practice.comment": can(ctx.actor, "practice.comment", row),
      "practice.publish": publishes,
      "practice.withdraw": can(ctx.actor, "practice.withdraw", row),
    },
  };
}

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
      status: practices.status,
      field: practices.field,
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
