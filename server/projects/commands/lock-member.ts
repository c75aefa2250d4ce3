import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { participationPeople, participations, people, projects } from "@/db/schema";
import type { Place } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { hasEnded } from "@/domain/projects";
import type { MemberContext } from "@/server/context";

/**
 * A current member of one of the actor's projects, locked with the participation, so that two managers cannot remove
 * each other at the same moment. Evaluators know the people of their own organisation alone. Errors: member.not_found.
 */
export async function lockMember(tx: Db, ctx: MemberContext, memberId: string) {
  const evaluates = (place: Place) => place.kind === "evaluator";
  const { participations: places } = ctx.actor;
  const [row] = await tx
    .select({
      id: participationPeople.id,
      personId: participationPeople.personId,
      person: people.name,
      role: participationPeople.role,
      participationId: participations.id,
      projectId: projects.id,
      projectStatus: projects.status,
      organisationId: participations.organisationId,
      kind: participations.kind,
      endedOn: participations.endedOn,
    })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(projects, eq(projects.id, participations.projectId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        eq(participationPeople.id, memberId),
        isNull(participationPeople.endedAt),
        or(
          inArray(
            projects.id,
            places.filter((place) => !evaluates(place)).map((place) => place.projectId),
          ),
          // Evaluators know the people of their own organisation alone.
          inArray(
            participations.id,
            places.filter(evaluates).map((place) => place.participationId),
          ),
        ),
      ),
    )
    // The participation is locked too, so that two managers cannot remove each other at the same moment.
    .for("update", { of: [participationPeople, participations] });
  if (!row) throw new DomainError("member.not_found");
  return row;
}

/** Refuses a change to people whose organisation has left: they stay listed as they were. Errors: participation.ended. */
export function requireStillIn(ctx: MemberContext, member: { endedOn: string | null }): void {
  if (hasEnded(member.endedOn, ctx.now)) throw new DomainError("participation.ended");
}
