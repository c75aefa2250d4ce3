import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invitations, organisations, participations } from "@/db/schema";
import { record } from "@/server/events/record";
import { endInvitationTokens } from "./send-invitation";

/** Marks expired invitations; run by a cron job, at most 200 per run. */
export async function expireInvitations(db: Db, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const due = await tx
      .select({
        id: invitations.id,
        projectId: invitations.projectId,
        organisationId: participations.organisationId,
        name: organisations.legalName,
      })
      .from(invitations)
      .innerJoin(participations, eq(participations.id, invitations.participationId))
      .innerJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(and(eq(invitations.status, "pending"), lte(invitations.expiresAt, now)))
      .orderBy(asc(invitations.expiresAt))
      .limit(200)
      .for("update", { of: invitations, skipLocked: true });
    if (due.length === 0) return;
    const ids = due.map((row) => row.id);
    await tx.update(invitations).set({ status: "expired", decidedAt: now }).where(inArray(invitations.id, ids));
    await endInvitationTokens(tx, ids);
    for (const { id, projectId, organisationId, name } of due) {
      const data = { name, invitationId: id, organisationId };
      await record(tx, { actor: null, now }, { projectId, organisationId }, { type: "invitation.expired", data });
    }
  });
}
