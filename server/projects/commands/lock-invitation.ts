import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invitations, organisations, participations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { inOwnParticipations, lockSubject } from "@/server/lock-subject";

/**
 * An invitation of one of the actor's projects, locked, which the actor may manage. Evaluators reach only those of
 * their own organisation. Errors: invitation.not_found, forbidden.
 */
export async function lockInvitation(tx: Db, ctx: MemberContext, invitationId: string) {
  const scope = inOwnParticipations(ctx.actor, invitations.projectId, invitations.participationId);
  const invitation = await lockSubject(tx, invitations, invitationId, scope, "invitation.not_found");
  const [participation] = await tx
    .select({
      organisationId: participations.organisationId,
      endedOn: participations.endedOn,
      name: organisations.legalName,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.id, invitation.participationId));
  if (!participation) throw new DomainError("invitation.not_found");
  const row = { ...invitation, ...participation };
  authorize(ctx.actor, "participation.people", row);
  return row;
}

/** Data of the events about an invitation. */
export const aboutInvitation = (row: { name: string; id: string; organisationId: string }) => ({
  name: row.name,
  invitationId: row.id,
  organisationId: row.organisationId,
});
