import { DomainError } from "@/domain/errors";
import { invitationPath, requirePending } from "@/domain/projects";
import { record } from "@/server/events/record";
import { env } from "@/server/env";
import type { MemberContext } from "@/server/context";
import { limitInvitations } from "./limit-invitations";
import { addCopiedToken } from "./send-invitation";
import { lockInvitation, aboutInvitation } from "./lock-invitation";

/**
 * Creates a link to share by other means; it does not confirm the invited address. The raw token is only in this
 * response.
 */
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
    await record(tx, ctx, { projectId: row.projectId }, { type: "invitation.link_copied", data: aboutInvitation(row) });
    return { url: `${env().APP_URL}${invitationPath(token, row.locale)}` };
  });
}
