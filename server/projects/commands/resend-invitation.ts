import { and, eq, ne } from "drizzle-orm";
import { invitations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { hasEnded } from "@/domain/projects";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { limitInvitations } from "./limit-invitations";
import { sendInvitation, stoppedAddresses } from "./send-invitation";
import { lockInvitation, aboutInvitation } from "./lock-invitation";

/**
 * Sends an invitation again with a new link; an expired one becomes pending again. Errors: invitation.stopped,
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
    await record(tx, ctx, { projectId: row.projectId }, { type: "invitation.resent", data: aboutInvitation(row) });
  });
}
