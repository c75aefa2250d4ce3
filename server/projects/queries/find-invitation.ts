import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invitations, invitationTokens, organisations, participations, people, projects } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { invitationStatusAt } from "@/domain/projects";
import { hashToken } from "@/server/auth/tokens";
import type { Context } from "@/server/context";

/** What the page of an invitation link shows, or null when the token is invalid. Does not change anything. */
export async function findInvitationByToken(ctx: Context, token: string) {
  const inviting = alias(organisations, "inviting");
  const [row] = await ctx.db
    .select({
      id: invitations.id,
      status: invitations.status,
      expiresAt: invitations.expiresAt,
      address: invitations.address,
      role: invitations.role,
      message: invitations.message,
      locale: invitations.locale,
      mailed: invitationTokens.mailed,
      kind: participations.kind,
      projectId: projects.id,
      slug: projects.slug,
      title: projects.title,
      acronym: projects.acronym,
      summary: projects.summary,
      callYear: projects.callYear,
      actionCode: projects.actionCode,
      field: projects.field,
      organisationId: organisations.id,
      legalName: organisations.legalName,
      country: organisations.country,
      city: organisations.city,
      type: organisations.type,
      claimedAt: organisations.claimedAt,
      joined: sql<boolean>`${participations.joinedAt} is not null`,
      inviter: people.name,
      invitedByOrganisationId: invitations.invitedByOrganisationId,
      inviting: inviting.legalName,
      invitingCountry: inviting.country,
    })
    .from(invitationTokens)
    .innerJoin(invitations, eq(invitations.id, invitationTokens.invitationId))
    .innerJoin(participations, eq(participations.id, invitations.participationId))
    .innerJoin(projects, eq(projects.id, invitations.projectId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .innerJoin(inviting, eq(inviting.id, invitations.invitedByOrganisationId))
    .where(eq(invitationTokens.hash, hashToken(token)));
  return row ? { ...row, status: invitationStatusAt(row, ctx.now) } : null;
}

/**
 * Data of the invitation page: who invites whom to what, and whether the organisation is known. After the acceptance the
 * link shows no more of the project than its name. Errors: invitation.not_found.
 */
export async function getInvitation(ctx: Context, token: string) {
  const found = await findInvitationByToken(ctx, token);
  if (!found) throw new DomainError("invitation.not_found");
  const { claimedAt, mailed, projectId, id, invitedByOrganisationId, ...shown } = found;
  const isMine = ctx.actor?.organisations.some((o) => o.organisationId === found.organisationId) ?? false;
  return {
    ...shown,
    ...(found.status === "accepted" ? { message: "", summary: "", address: "" } : {}),
    claimed: claimedAt !== null,
    provesAddress: mailed,
    alreadyIn: ctx.actor?.participations.some((participation) => participation.projectId === projectId) ?? false,
    /** True when the acceptance has to wait for an admin of the organisation. */
    waitsForAdmin: claimedAt !== null && !isMine && invitedByOrganisationId !== found.organisationId,
    invitationId: id,
  };
}
