import { and, desc, eq, lt, sql } from "drizzle-orm";
import { organisations, participations, practices } from "@/db/schema";
import { requireConsortiumMember } from "@/domain/actor";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { MemberContext } from "@/server/context";

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
