import { and, eq, ne } from "drizzle-orm";
import { invitations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { hasEnded } from "@/domain/projects";
import type { ResendInvitation } from "@/domain/schemas/projects";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { membersByAddress } from "./add-invitations";
import { limitInvitations } from "./limit-invitations";
import { endInvitationTokens, sendInvitation, stoppedAddresses } from "./send-invitation";
import { lockInvitation, aboutInvitation } from "./lock-invitation";

/**
 * Sends an invitation again with a new link, to its address or a corrected one; an expired invitation becomes pending
 * again. Links to an address that is corrected stop working, because they would confirm the new one. Errors:
 * invitation.stopped, invitation.member, invitation.not_pending, invitation.already_pending, participation.ended,
 * person.unconfirmed.
 */
export async function resendInvitation(ctx: MemberContext, input: ResendInvitation): Promise<void> {
  if (!ctx.actor.addressConfirmed) throw new DomainError("person.unconfirmed");
  const known = await ctx.db.transaction((tx) => lockInvitation(tx, ctx, input.invitationId));
  await limitInvitations(ctx.actor, [input.address ?? known.address]);
  await ctx.db.transaction(async (tx) => {
    const row = await lockInvitation(tx, ctx, input.invitationId);
    if (hasEnded(row.endedOn, ctx.now)) throw new DomainError("participation.ended");
    if (row.status !== "pending" && row.status !== "expired") {
      throw new DomainError("invitation.not_pending", { status: row.status });
    }
    const address = input.address ?? row.address;
    if (address !== row.address) {
      const at = { projectId: row.projectId, inviterOrganisationId: row.invitedByOrganisationId };
      if ((await membersByAddress(tx, ctx, at, [address])).length > 0) throw new DomainError("invitation.member");
      await endInvitationTokens(tx, [row.id]);
    }
    if ((await stoppedAddresses(tx, [address])).length > 0) throw new DomainError("invitation.stopped");
    const [newer] = await tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(
        and(
          eq(invitations.participationId, row.participationId),
          eq(invitations.address, address),
          eq(invitations.status, "pending"),
          ne(invitations.id, row.id),
        ),
      );
    if (newer) throw new DomainError("invitation.already_pending");
    await tx.update(invitations).set({ address, status: "pending", decidedAt: null }).where(eq(invitations.id, row.id));
    await sendInvitation(tx, ctx.now, row.id);
    await record(tx, ctx, { projectId: row.projectId }, { type: "invitation.resent", data: aboutInvitation(row) });
  });
}
