import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import {
  invitations,
  invitationTokens,
  organisations,
  participationPeople,
  participations,
  projects,
} from "@/db/schema";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { hasEnded, invitationStatusAt, requirePending } from "@/domain/projects";
import type { AcceptInvitation } from "@/domain/schemas/projects";
import { record } from "@/server/activity/record";
import { hashToken } from "@/server/auth/tokens";
import { claimOrganisation } from "@/server/organisations/commands/claim";
import { addJoinRequest, addOrganisationPerson } from "@/server/organisations/commands/people";
import { limit } from "@/server/rate-limit";
import type { Context, MemberContext } from "@/server/context";
import { moveOrganisation } from "./move-organisation";
import { endInvitationTokens } from "./send-invitation";

/** The invitation behind a live token, locked: of many who come at once, one goes on and the rest find it answered. */
async function lockByToken(tx: Db, token: string) {
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

async function placeOf(tx: Db, now: Date, participationId: string) {
  const [row] = await tx
    .select({
      organisationId: participations.organisationId,
      endedOn: participations.endedOn,
      claimedAt: organisations.claimedAt,
      name: organisations.legalName,
      status: projects.status,
      slug: projects.slug,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(projects, eq(projects.id, participations.projectId))
    .where(eq(participations.id, participationId))
    .for("update", { of: participations });
  if (!row) throw new DomainError("invitation.not_found");
  if (row.status === "closed") throw new DomainError("project.closed");
  if (hasEnded(row.endedOn, now)) throw new DomainError("participation.ended");
  return row;
}

/** Replaces an organisation that nobody has claimed by one of the person's own, with all that was planned for it. */
async function replaceOrganisation(
  tx: Db,
  at: { projectId: string; participationId: string },
  from: string,
  to: string,
) {
  const [taken] = await tx
    .select({ id: participations.id })
    .from(participations)
    .where(and(eq(participations.projectId, at.projectId), eq(participations.organisationId, to)));
  if (taken) throw new DomainError("project.already_in");
  await moveOrganisation(tx, { projectId: at.projectId, from, to });
  await tx.execute(sql`delete from organisations o where o.id = ${from} and o.claimed_at is null
    and not exists (select 1 from participations p where p.organisation_id = o.id)`);
}

/**
 * Accepts an invitation for one organisation: the invited one when the person belongs to it, another of the person's
 * own in its place, or the new one, which the person then administers. Where the organisation has an admin who did not
 * invite, the acceptance waits for that admin. Errors: invitation.*, project.already_in, project.closed,
 * organisation.likely_duplicate.
 */
export async function acceptInvitation(
  ctx: MemberContext,
  input: AcceptInvitation,
): Promise<{ slug: string; waiting: boolean }> {
  await limit("tokenIp", ctx.ip);
  return ctx.db.transaction(async (tx) => {
    const invitation = await lockByToken(tx, input.token);
    requirePending(invitation, ctx.now);
    if (ctx.actor.participations.some((place) => place.projectId === invitation.projectId)) {
      throw new DomainError("project.already_in");
    }
    const place = await placeOf(tx, ctx.now, invitation.participationId);
    const inside = { ...ctx, db: tx };
    let organisationId = place.organisationId;
    const belongs = ctx.actor.organisations.some((o) => o.organisationId === organisationId);
    if (place.claimedAt !== null) {
      if (!belongs && invitation.invitedByOrganisationId !== organisationId) {
        await addJoinRequest(tx, ctx, organisationId, invitation.id);
        return { slug: place.slug, waiting: true };
      }
      await addOrganisationPerson(tx, { organisationId, personId: ctx.actor.personId, role: "member" });
    } else if (input.organisationId) {
      if (!ctx.actor.organisations.some((o) => o.organisationId === input.organisationId)) {
        throw new DomainError("organisation.not_found");
      }
      await replaceOrganisation(tx, invitation, organisationId, input.organisationId);
      organisationId = input.organisationId;
    } else {
      if (!input.organisation) throw new DomainError("input.invalid");
      await claimOrganisation(inside, organisationId, { ...input.organisation, isAnother: input.isAnother });
    }
    await enter(inside, { ...invitation, organisationId }, ctx.actor.personId, place.name);
    return { slug: place.slug, waiting: false };
  });
}

type Entry = {
  id: string;
  projectId: string;
  participationId: string;
  role: "manager" | "contributor" | "viewer";
  organisationId: string;
};

async function enter(ctx: MemberContext, entry: Entry, personId: string, name: string): Promise<void> {
  const tx = ctx.db;
  const joined = await tx
    .insert(participationPeople)
    .values({
      id: uuid(),
      projectId: entry.projectId,
      participationId: entry.participationId,
      personId,
      role: entry.role,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: participationPeople.id });
  if (joined.length === 0) throw new DomainError("project.already_in");
  await tx
    .update(participations)
    .set({ joinedAt: ctx.now })
    .where(and(eq(participations.id, entry.participationId), isNull(participations.joinedAt)));
  await tx
    .update(invitations)
    .set({ status: "accepted", decidedBy: personId, decidedAt: ctx.now })
    .where(eq(invitations.id, entry.id));
  await endInvitationTokens(tx, [entry.id]);
  const data = { name, invitationId: entry.id, organisationId: entry.organisationId, role: entry.role };
  await record(
    tx,
    ctx.actor.personId === personId ? ctx : { actor: null, personId, now: ctx.now },
    { projectId: entry.projectId, organisationId: entry.organisationId },
    { type: "invitation.accepted", data },
  );
}

/**
 * Completes an acceptance that waited for the organisation's admin. An invitation, place or project that ended
 * meanwhile stays ended, and somebody who came in by another way stays where they are.
 */
export async function completeWaitingAcceptance(
  ctx: MemberContext,
  invitationId: string,
  personId: string,
): Promise<void> {
  const [invitation] = await ctx.db.select().from(invitations).where(eq(invitations.id, invitationId)).for("update");
  if (!invitation || invitationStatusAt(invitation, ctx.now) !== "pending") return;
  const [present] = await ctx.db
    .select({ id: participationPeople.id })
    .from(participationPeople)
    .where(
      and(
        eq(participationPeople.projectId, invitation.projectId),
        eq(participationPeople.personId, personId),
        isNull(participationPeople.endedAt),
      ),
    );
  const [closed] = await ctx.db
    .select({ id: participations.id })
    .from(participations)
    .innerJoin(projects, eq(projects.id, participations.projectId))
    .where(
      and(
        eq(participations.id, invitation.participationId),
        or(eq(projects.status, "closed"), lt(participations.endedOn, dayInBrussels(ctx.now))),
      ),
    );
  if (present || closed) return;
  const place = await placeOf(ctx.db, ctx.now, invitation.participationId);
  await enter(ctx, { ...invitation, organisationId: place.organisationId }, personId, place.name);
}

/** Declines an invitation, with a reason or without; needs no account. Errors: invitation.*, project.closed. */
export async function declineInvitation(ctx: Context, input: { token: string; reason: string }): Promise<void> {
  await limit("tokenIp", ctx.ip);
  await ctx.db.transaction(async (tx) => {
    const invitation = await lockByToken(tx, input.token);
    requirePending(invitation, ctx.now);
    const [place] = await tx
      .select({
        organisationId: participations.organisationId,
        name: organisations.legalName,
        status: projects.status,
      })
      .from(participations)
      .innerJoin(organisations, eq(organisations.id, participations.organisationId))
      .innerJoin(projects, eq(projects.id, participations.projectId))
      .where(eq(participations.id, invitation.participationId));
    if (place?.status === "closed") throw new DomainError("project.closed");
    await tx
      .update(invitations)
      .set({
        status: "declined",
        decidedBy: ctx.actor?.personId ?? null,
        decidedAt: ctx.now,
        declineReason: input.reason || null,
      })
      .where(eq(invitations.id, invitation.id));
    await endInvitationTokens(tx, [invitation.id]);
    const organisationId = place?.organisationId ?? invitation.invitedByOrganisationId;
    const data = { name: place?.name ?? "", invitationId: invitation.id, organisationId, reason: input.reason };
    await record(tx, ctx, { projectId: invitation.projectId, organisationId }, { type: "invitation.declined", data });
  });
}
