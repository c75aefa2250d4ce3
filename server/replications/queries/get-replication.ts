import { and, desc, eq, lt, ne, sql } from "drizzle-orm";
import { organisations, people, practices, projects, replications } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { can } from "@/domain/policy";
import { emptyReplicationParts } from "@/domain/replications";
import type { MemberContext } from "@/server/context";
import { publishedTitle } from "@/server/practices/queries/published-title";
import { ofOwnOrganisations, readableBy, receivedBy } from "../commands/lock-replication";

/**
 * A report for the organisation that tried the practice, or for the consortium that it was sent to, with the actions of
 * the person. Errors: replication.not_found.
 */
export async function getReplication(ctx: MemberContext, { replicationId }: { replicationId: string }) {
  const [row] = await ctx.db
    .select({
      id: replications.id,
      organisationId: replications.organisationId,
      organisation: organisations.legalName,
      organisationCountry: organisations.country,
      content: replications.content,
      status: replications.status,
      sentAt: replications.sentAt,
      answer: replications.answer,
      answeredAt: replications.answeredAt,
      publishedAt: replications.publishedAt,
      revision: replications.revision,
      author: sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`,
      practice: {
        id: practices.id,
        slug: practices.slug,
        title: publishedTitle,
        isPublic: sql<boolean>`${practices.edition} is not null`,
        projectId: practices.projectId,
        organisationId: practices.organisationId,
        projectStatus: projects.status,
        owner: sql<string>`(select o.legal_name from organisations o where o.id = ${practices.organisationId})`,
      },
    })
    .from(replications)
    .innerJoin(practices, eq(practices.id, replications.practiceId))
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .innerJoin(organisations, eq(organisations.id, replications.organisationId))
    .innerJoin(people, eq(people.id, replications.authorId))
    .where(and(eq(replications.id, replicationId), readableBy(ctx.actor)));
  if (!row) throw new DomainError("replication.not_found");
  const { projectId, organisationId, projectStatus, ...practice } = row.practice;
  const writes = can(ctx.actor, "replication.write", row);
  const answers = can(ctx.actor, "replication.answer", { projectId, organisationId, projectStatus });
  return {
    ...row,
    practice,
    empty: emptyReplicationParts(row.content),
    can: {
      "replication.edit": writes && row.status === "draft",
      "replication.withdraw": writes && row.status !== "draft",
      "replication.answer": answers && row.status !== "draft",
    },
  };
}

const summary = {
  id: replications.id,
  status: replications.status,
  title: publishedTitle,
  organisation: organisations.shortName,
  result: sql<string | null>`${replications.content}->>'result'`,
  answered: sql<boolean>`${replications.answeredAt} is not null`,
};

/** The reports of the actor's organisations, the newest first. */
export async function listOwnReplications(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const cursor = decodeCursor(input.cursor, ["uuid"]);
  const rows = await ctx.db
    .select(summary)
    .from(replications)
    .innerJoin(practices, eq(practices.id, replications.practiceId))
    .innerJoin(organisations, eq(organisations.id, replications.organisationId))
    .where(and(ofOwnOrganisations(ctx.actor), cursor ? lt(replications.id, String(cursor[0])) : undefined))
    .orderBy(desc(replications.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.id]);
}

/** The reports that were sent about a practice of the actor's projects, the newest first. */
export async function listReceived(ctx: MemberContext, input: { practiceId: string; cursor?: string | undefined }) {
  const cursor = decodeCursor(input.cursor, ["uuid"]);
  const rows = await ctx.db
    .select(summary)
    .from(replications)
    .innerJoin(practices, eq(practices.id, replications.practiceId))
    .innerJoin(organisations, eq(organisations.id, replications.organisationId))
    .where(
      and(
        eq(replications.practiceId, input.practiceId),
        ne(replications.status, "draft"),
        receivedBy(ctx.actor),
        cursor ? lt(replications.id, String(cursor[0])) : undefined,
      ),
    )
    .orderBy(desc(replications.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.id]);
}
