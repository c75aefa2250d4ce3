import { and, eq, inArray, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invitations, organisations, participations, projects } from "@/db/schema";
import { placeIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { hasEnded, invitationPath, requirePending } from "@/domain/projects";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import { env } from "@/server/env";
import type { MemberContext } from "@/server/context";
import { limitInvitations } from "./invite";
import { addCopiedToken, endInvitationTokens, sendInvitation, stoppedAddresses } from "./send-invitation";

async function lockInvitation(tx: Db, ctx: MemberContext, invitationId: string) {
  const [row] = await tx
    .select({
      id: invitations.id,
      status: invitations.status,
      expiresAt: invitations.expiresAt,
      address: invitations.address,
      locale: invitations.locale,
      participationId: invitations.participationId,
      projectId: invitations.projectId,
      organisationId: participations.organisationId,
      endedOn: participations.endedOn,
      projectStatus: projects.status,
      name: organisations.legalName,
    })
    .from(invitations)
    .innerJoin(participations, eq(participations.id, invitations.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(projects, eq(projects.id, invitations.projectId))
    .where(
      and(
        eq(invitations.id, invitationId),
        inArray(
          invitations.projectId,
          ctx.actor.participations.map((place) => place.projectId),
        ),
      ),
    )
    .for("update", { of: invitations });
  const place = row && placeIn(ctx.actor, row.projectId);
  const foreign = place?.kind === "evaluator" && place.participationId !== row?.participationId;
  if (!row || foreign) throw new DomainError("invitation.not_found");
  authorize(ctx.actor, "participation.people", row);
  return row;
}

const about = (row: { name: string; id: string; organisationId: string }) => ({
  name: row.name,
  invitationId: row.id,
  organisationId: row.organisationId,
});

/**
 * Sends an invitation once more, with a new link; an expired one lives again. Errors: invitation.stopped,
 * invitation.not_pending, invitation.already_pending, participation.ended, person.unconfirmed.
 */
export async function resendInvitation(ctx: MemberContext, input: { invitationId: string }): Promise<void> {
  if (!ctx.actor.addressConfirmed) throw new DomainError("person.unconfirmed");
  const { address } = await ctx.db.transaction((tx) => lockInvitation(tx, ctx, input.invitationId));
  await limitInvitations(ctx.actor, [address]);
  await ctx.db.transaction(async (tx) => {
    const row = await lockInvitation(tx, ctx, input.invitationId);
    if (hasEnded(row.endedOn, ctx.now)) throw new DomainError("participation.ended");
    if (row.status !== "pending" && row.status !== "expired") {
      throw new DomainError("invitation.not_pending", { status: row.status });
    }
    if ((await stoppedAddresses(tx, [row.address])).length > 0) throw new DomainError("invitation.stopped");
    const [newer] = await tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(
        and(
          eq(invitations.participationId, row.participationId),
          eq(invitations.address, row.address),
          eq(invitations.status, "pending"),
          ne(invitations.id, row.id),
        ),
      );
    if (newer) throw new DomainError("invitation.already_pending");
    await tx.update(invitations).set({ status: "pending", decidedAt: null }).where(eq(invitations.id, row.id));
    await sendInvitation(tx, ctx.now, row.id);
    await record(tx, ctx, { projectId: row.projectId }, { type: "invitation.resent", data: about(row) });
  });
}

/** A link to hand over by other means; it does not prove the invited mailbox. The raw token is in this answer alone. */
export async function copyInvitationLink(
  ctx: MemberContext,
  input: { invitationId: string },
): Promise<{ url: string }> {
  if (!ctx.actor.addressConfirmed) throw new DomainError("person.unconfirmed");
  await limitInvitations(ctx.actor, []);
  return ctx.db.transaction(async (tx) => {
    const row = await lockInvitation(tx, ctx, input.invitationId);
    requirePending(row, ctx.now);
    const token = await addCopiedToken(tx, row.id);
    await record(tx, ctx, { projectId: row.projectId }, { type: "invitation.link_copied", data: about(row) });
    return { url: `${env().APP_URL}${invitationPath(token, row.locale)}` };
  });
}

/** Takes an invitation back; all its links end. */
export async function revokeInvitation(ctx: MemberContext, input: { invitationId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockInvitation(tx, ctx, input.invitationId);
    requirePending(row, ctx.now);
    await tx
      .update(invitations)
      .set({ status: "revoked", decidedBy: ctx.actor.personId, decidedAt: ctx.now })
      .where(eq(invitations.id, row.id));
    await endInvitationTokens(tx, [row.id]);
    await record(tx, ctx, { projectId: row.projectId }, { type: "invitation.revoked", data: about(row) });
  });
}
