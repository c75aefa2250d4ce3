import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { participationPeople, participations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { hasEnded } from "@/domain/projects";
import type { MemberContext } from "@/server/context";
import { inOwnParticipations, lockSubject } from "@/server/lock-subject";

/**
 * A current member of one of the actor's projects, locked with the participation, so that two managers cannot remove
 * each other at the same time. Evaluators reach only people of their own organisation. Errors: member.not_found.
 */
export async function lockMember(tx: Db, ctx: MemberContext, memberId: string) {
  const { projectId, participationId, endedAt } = participationPeople;
  const scope = and(isNull(endedAt), inOwnParticipations(ctx.actor, projectId, participationId));
  const member = await lockSubject(tx, participationPeople, memberId, scope, "member.not_found");
  const [participation] = await tx
    .select({
      organisationId: participations.organisationId,
      kind: participations.kind,
      endedOn: participations.endedOn,
    })
    .from(participations)
    .where(eq(participations.id, member.participationId))
    .for("update");
  if (!participation) throw new DomainError("member.not_found");
  // endedOn is the organisation's; a member whose own membership ended is not found.
  return { ...member, ...participation };
}

/** Throws participation.ended for members of an organisation that has left: they stay listed unchanged. */
export function requireStillIn(ctx: MemberContext, member: { endedOn: string | null }): void {
  if (hasEnded(member.endedOn, ctx.now)) throw new DomainError("participation.ended");
}
