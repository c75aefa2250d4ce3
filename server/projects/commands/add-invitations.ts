import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { invitations } from "@/db/schema";
import type { ProjectRole } from "@/domain/actor";
import { invitationDays } from "@/domain/projects";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { sendInvitation, stoppedAddresses } from "./send-invitation";

type Who = { emails: string[]; role: ProjectRole; message: string; locale: string };

/** Creates one invitation per address and sends it, or holds it until the inviter's own address is confirmed. */
export async function addInvitations(
  tx: Db,
  ctx: MemberContext,
  at: {
    projectId: string;
    participationId: string;
    organisationId: string;
    name: string;
    inviterOrganisationId: string;
  },
  who: Who,
): Promise<{ invited: string[]; stopped: string[]; known: string[] }> {
  const stopped = await stoppedAddresses(tx, who.emails);
  const result = { invited: [] as string[], stopped, known: [] as string[] };
  for (const address of who.emails.filter((email) => !stopped.includes(email))) {
    const [made] = await tx
      .insert(invitations)
      .values({
        id: uuid(),
        projectId: at.projectId,
        participationId: at.participationId,
        address,
        role: who.role,
        message: who.message,
        locale: who.locale,
        held: !ctx.actor.addressConfirmed,
        invitedBy: ctx.actor.personId,
        invitedByOrganisationId: at.inviterOrganisationId,
        expiresAt: new Date(ctx.now.getTime() + invitationDays * 24 * 60 * 60_000),
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: invitations.id });
    if (!made) {
      result.known.push(address);
      continue;
    }
    result.invited.push(address);
    if (ctx.actor.addressConfirmed) await sendInvitation(tx, ctx.now, made.id);
    const data = { name: at.name, invitationId: made.id, organisationId: at.organisationId, role: who.role };
    const where = { projectId: at.projectId, organisationId: at.inviterOrganisationId };
    await record(tx, ctx, where, { type: "invitation.sent", data });
  }
  return result;
}
