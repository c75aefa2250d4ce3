import { DomainError } from "@/domain/errors";
import { requirePending } from "@/domain/projects";
import type { AcceptInvitation } from "@/domain/schemas/projects";
import { claimOrganisation } from "@/server/organisations/commands/claim-organisation";
import { addJoinRequest } from "@/server/organisations/commands/add-join-request";
import { addOrganisationPerson } from "@/server/organisations/commands/add-organisation-person";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { indexOrganisation } from "@/server/library/commands/index-in-library";
import { lockInvitationByToken } from "./lock-invitation-by-token";
import { lockInvitedParticipation, enterProject } from "./enter-project";
import { replaceOrganisation } from "./replace-organisation";

/**
 * Accepts an invitation for one organisation: the invited one when the person belongs to it, another of the person's
 * own instead, or a new one, which the person then administers. When the organisation has an admin who did not send the
 * invitation, the acceptance waits for an admin. Errors: invitation.*, project.already_in, project.closed,
 * organisation.likely_duplicate.
 */
export async function acceptInvitation(
  ctx: MemberContext,
  input: AcceptInvitation,
): Promise<{ slug: string; waiting: boolean }> {
  await limit("tokenIp", ctx.ip);
  return ctx.db.transaction(async (tx) => {
    const invitation = await lockInvitationByToken(tx, input.token);
    requirePending(invitation, ctx.now);
    if (ctx.actor.participations.some((participation) => participation.projectId === invitation.projectId)) {
      throw new DomainError("project.already_in");
    }
    const participation = await lockInvitedParticipation(tx, ctx.now, invitation.participationId);
    const inside = { ...ctx, db: tx };
    let organisationId = participation.organisationId;
    const belongs = ctx.actor.organisations.some((o) => o.organisationId === organisationId);
    if (participation.claimedAt !== null) {
      if (!belongs && invitation.invitedByOrganisationId !== organisationId) {
        await addJoinRequest(tx, ctx, organisationId, invitation.id);
        return { slug: participation.slug, waiting: true };
      }
      await addOrganisationPerson(tx, { organisationId, personId: ctx.actor.personId, role: "member" });
    } else if (input.organisationId) {
      if (!ctx.actor.organisations.some((o) => o.organisationId === input.organisationId)) {
        throw new DomainError("organisation.not_found");
      }
      await replaceOrganisation(tx, invitation, organisationId, input.organisationId);
      organisationId = input.organisationId;
    } else {
      if (!input.organisation) throw new DomainError("input.invalid");
      await claimOrganisation(inside, organisationId, { ...input.organisation, isAnother: input.isAnother });
    }
    await enterProject(inside, { ...invitation, organisationId }, ctx.actor.personId, participation.name);
    // What is public may name the organisation that now has its registered name, or took the place of another one.
    if (participation.claimedAt === null) await indexOrganisation(tx, organisationId);
    return { slug: participation.slug, waiting: false };
  });
}
