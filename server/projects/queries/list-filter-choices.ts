import { eq, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { organisations, participations } from "@/db/schema";
import { requireConsortiumMember } from "@/domain/actor";
import { maxOrganisations } from "@/domain/projects";
import type { MemberContext } from "@/server/context";
import { consortiumOrder } from "./get-project";

type Person = { id: string; name: string };

const choicesStatement = prepared((db) =>
  db
    .select({
      id: organisations.id,
      shortName: organisations.shortName,
      country: organisations.country,
      hue: participations.hue,
      people: sql<Person[]>`coalesce((select json_agg(json_build_object('id', one.id, 'name', one.name))
        from (select p.id, p.name from participation_people pp join people p on p.id = pp.person_id
          where pp.participation_id = ${participations.id} and pp.ended_at is null order by pp.id limit 50) one), '[]')`,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.projectId, sql.placeholder("projectId")))
    .orderBy(...consortiumOrder)
    .limit(fixedLimit(maxOrganisations))
    .prepare("choices"),
);

/**
 * Options of a filter: the organisations of a project, coordinator first, with the people of each; at most sixty
 * organisations with fifty people each. Errors: project.not_found, also for evaluators.
 */
export async function listFilterChoices(ctx: MemberContext, input: { slug: string }) {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  return choicesStatement(ctx.db).execute({ projectId });
}
