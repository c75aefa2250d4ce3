import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invitations, invitationTokens } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { hashToken } from "@/server/auth/tokens";

/** The invitation of a valid token, locked, so that only one of many concurrent answers succeeds. */
export async function lockInvitationByToken(tx: Db, token: string) {
  const [row] = await tx
    .select({
      id: invitations.id,
      status: invitations.status,
      expiresAt: invitations.expiresAt,
      role: invitations.role,
      invitedBy: invitations.invitedBy,
      invitedByOrganisationId: invitations.invitedByOrganisationId,
      projectId: invitations.projectId,
      participationId: invitations.participationId,
      tokenId: invitationTokens.id,
    })
    .from(invitationTokens)
    .innerJoin(invitations, eq(invitations.id, invitationTokens.invitationId))
    .where(eq(invitationTokens.hash, hashToken(token)))
    .for("update", { of: invitations });
  if (!row) throw new DomainError("invitation.not_found");
  return row;
}
