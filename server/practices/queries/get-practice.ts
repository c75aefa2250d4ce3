import { and, eq, inArray, sql } from "drizzle-orm";
import { organisations, outputs, participations, people, practices, projects } from "@/db/schema";
import { consortiumProjects } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import { emptyParts } from "@/domain/practices";
import type { MemberContext } from "@/server/context";

/** The name of a person; null once their account is closed. */
const openName = sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`;

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
      author: openName,
      organisation: {
        id: organisations.id,
        shortName: organisations.shortName,
        country: organisations.country,
        hue: participations.hue,
      },
      ownersPublish: projects.ownersPublish,
      content: practices.content,
      output: { id: outputs.id, number: outputs.number, title: outputs.title },
      contactId: practices.contactId,
      contact: sql<
        string | null
      >`(select pe.name from people pe where pe.id = ${practices.contactId} and pe.closed_at is null)`,
      status: practices.status,
      returnReason: practices.returnReason,
      edition: practices.edition,
      publishedAt: practices.publishedAt,
      withdrawnAt: practices.withdrawnAt,
      withdrawReason: practices.withdrawReason,
      revision: practices.revision,
    })
    .from(practices)
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .innerJoin(people, eq(people.id, practices.authorId))
    .leftJoin(outputs, eq(outputs.id, practices.outputId))
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
  const { contactId, ...practice } = row;
  return {
    ...practice,
    isContact: contactId === ctx.actor.personId,
    empty: emptyParts(practice.content),
    can: {
      "practice.edit": can(ctx.actor, "practice.edit", row),
      "practice.comment": can(ctx.actor, "practice.comment", row),
      "practice.publish": can(ctx.actor, "practice.publish", row),
      "practice.withdraw": can(ctx.actor, "practice.withdraw", row),
    },
  };
}
