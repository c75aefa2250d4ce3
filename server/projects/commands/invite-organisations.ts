import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import type { InvitedOrganisation } from "@/domain/schemas/projects";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockProject } from "@/server/lock-subject";
import { addInvitedOrganisations } from "./add-invited-organisations";
import { limitInvitations } from "./limit-invitations";

/**
 * Invites organisations to the consortium, each with the addresses of its people. Addresses that stopped invitations or
 * are already invited are returned. Errors: project.not_found, forbidden, project.too_many, participation.ended.
 */
export async function inviteOrganisations(
  ctx: MemberContext,
  input: { projectId: string; organisations: InvitedOrganisation[] },
) {
  await limitInvitations(
    ctx.actor,
    input.organisations.flatMap((o) => o.emails),
  );
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, input.projectId);
    authorize(ctx.actor, "consortium.change", project);
    const participation = participationIn(ctx.actor, input.projectId);
    if (!participation) throw new DomainError("project.not_found");
    return addInvitedOrganisations(
      tx,
      ctx,
      { projectId: input.projectId, inviterOrganisationId: participation.organisationId },
      input.organisations,
    );
  });
}
