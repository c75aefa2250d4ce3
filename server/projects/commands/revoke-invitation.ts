import { eq } from "drizzle-orm";
import { invitations } from "@/db/schema";
import { requirePending } from "@/domain/projects";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { endInvitationTokens } from "./send-invitation";
import { lockInvitation, aboutInvitation } from "./lock-invitation";

/** Revokes an invitation and all its links. */
export async function revokeInvitation(ctx: MemberContext, input: { invitationId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockInvitation(tx, ctx, input.invitationId);
    requirePending(row, ctx.now);
    await tx
      .update(invitations)
      .set({ status: "revoked", decidedBy: ctx.actor.personId, decidedAt: ctx.now })
      .where(eq(invitations.id, row.id));
    await endInvitationTokens(tx, [row.id]);
    await record(tx, ctx, { projectId: row.projectId }, { type: "invitation.revoked", data: aboutInvitation(row) });
  });
}
