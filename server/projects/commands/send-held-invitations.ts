import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invitations } from "@/db/schema";
import { sendInvitation } from "./send-invitation";

/** Sends the invitations that a person prepared before their address was confirmed. */
export async function sendHeldInvitations(tx: Db, now: Date, personId: string): Promise<void> {
  const held = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.invitedBy, personId), eq(invitations.held, true), eq(invitations.status, "pending")))
    .orderBy(asc(invitations.id))
    .for("update");
  for (const invitation of held) await sendInvitation(tx, now, invitation.id);
}
