import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { organisations, participations } from "@/db/schema";
import type { Actor } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { inOwnParticipations, lockSubject } from "@/server/lock-subject";

/**
 * A participation in one of the actor's projects, locked, with its organisation's name. Evaluators reach only that of
 * their own organisation, as in the lists they read. Errors: participation.not_found.
 */
export async function lockParticipation(tx: Db, actor: Actor, participationId: string) {
  const scope = inOwnParticipations(actor, participations.projectId, participations.id);
  const row = await lockSubject(tx, participations, participationId, scope, "participation.not_found");
  const [organisation] = await tx
    .select({ name: organisations.legalName })
    .from(organisations)
    .where(eq(organisations.id, row.organisationId));
  if (!organisation) throw new DomainError("participation.not_found");
  return {
    ...row,
    participationId: row.id,
    addedAt: row.createdAt,
    projectStartsOn: row.project.startsOn,
    name: organisation.name,
  };
}
