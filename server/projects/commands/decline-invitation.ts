import { eq } from "drizzle-orm";
import { invitations, organisations, participations, projects } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { requirePending } from "@/domain/projects";
import { record } from "@/server/events/record";
import { limit } from "@/server/rate-limit";
import type { Context } from "@/server/context";
import { endInvitationTokens } from "./send-invitation";
import { lockInvitationByToken } from "./lock-invitation-by-token";

/** Declines an invitation, with an optional reason; needs no account. Errors: invitation.*, project.closed. */
export async function declineInvitation(ctx: Context, input: { token: string; reason: string }): Promise<void> {
  await limit("tokenIp", ctx.ip);
  await ctx.db.transaction(async (tx) => {
    const invitation = await lockInvitationByToken(tx, input.token);
    requirePending(invitation, ctx.now);
    const [participation] = await tx
      .select({
        organisationId: participations.organisationId,
        name: organisations.legalName,
        status: projects.status,
      })
      .from(participations)
      .innerJoin(organisations, eq(organisations.id, participations.organisationId))
      .innerJoin(projects, eq(projects.id, participations.projectId))
      .where(eq(participations.id, invitation.participationId));
    if (participation?.status === "closed") throw new DomainError("project.closed");
    await tx
      .update(invitations)
      .set({
        status: "declined",
        decidedBy: ctx.actor?.personId ?? null,
        decidedAt: ctx.now,
        declineReason: input.reason || null,
      })
      .where(eq(invitations.id, invitation.id));
    await endInvitationTokens(tx, [invitation.id]);
    const organisationId = participation?.organisationId ?? invitation.invitedByOrganisationId;
    const data = { name: participation?.name ?? "", invitationId: invitation.id, organisationId, reason: input.reason };
    await record(tx, ctx, { projectId: invitation.projectId, organisationId }, { type: "invitation.declined", data });
  });
}
