import { and, eq, inArray, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { organisations, participations, projects } from "@/db/schema";
import { type Actor, projectsInside } from "@/domain/actor";
import { DomainError } from "@/domain/errors";

/**
 * An organisation's participation in one of the actor's projects, locked. For an evaluator only that of their own
 * organisation exists, as in the lists they read. Errors: participation.not_found.
 */
export async function lockParticipation(tx: Db, actor: Actor, participationId: string) {
  const [row] = await tx
    .select({
      participationId: participations.id,
      projectId: participations.projectId,
      organisationId: participations.organisationId,
      kind: participations.kind,
      endedOn: participations.endedOn,
      joinedAt: participations.joinedAt,
      addedAt: participations.createdAt,
      projectStartsOn: projects.startsOn,
      projectStatus: projects.status,
      name: organisations.legalName,
    })
    .from(participations)
    .innerJoin(projects, eq(projects.id, participations.projectId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(
      and(
        eq(participations.id, participationId),
        or(
          inArray(participations.projectId, projectsInside(actor)),
          inArray(
            participations.id,
            actor.participations.map((place) => place.participationId),
          ),
        ),
      ),
    )
    .for("update", { of: participations });
  if (!row) throw new DomainError("participation.not_found");
  return row;
}
