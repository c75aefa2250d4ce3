import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { hasEnded } from "@/domain/projects";
import type { InvitePeople } from "@/domain/schemas/projects";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockParticipation } from "./lock-participation";
import { addInvitations } from "./add-invitations";
import { limitInvitations } from "./limit-invitations";

/** Invites people of an organisation of the consortium. Errors: participation.not_found, forbidden. */
export async function invitePeople(ctx: MemberContext, input: InvitePeople) {
  await limitInvitations(ctx.actor, input.emails);
  return ctx.db.transaction(async (tx) => {
    const participation = await lockParticipation(tx, ctx.actor, input.participationId);
    authorize(ctx.actor, "participation.people", participation);
    if (hasEnded(participation.endedOn, ctx.now)) throw new DomainError("participation.ended");
    const inviter = participationIn(ctx.actor, participation.projectId);
    if (!inviter) throw new DomainError("participation.not_found");
    const at = {
      projectId: participation.projectId,
      participationId: participation.participationId,
      organisationId: participation.organisationId,
      name: participation.name,
      inviterOrganisationId: inviter.organisationId,
    };
    return addInvitations(tx, ctx, at, input);
  });
}
