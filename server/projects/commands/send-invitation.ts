import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { invitationTokens, invitations, mailStops, organisations, participations, people, projects } from "@/db/schema";
import { invitationDays } from "@/domain/projects";
import { mailedToken, newToken } from "@/server/auth/tokens";
import { enqueue } from "@/server/jobs/enqueue";

/** Adds a token for a link that is copied by hand, and returns it; only its hash is stored. */
export async function addCopiedToken(tx: Db, invitationId: string): Promise<string> {
  const { raw, hash } = newToken();
  await tx.insert(invitationTokens).values({ id: uuid(), invitationId, hash, mailed: false });
  return raw;
}

/** Adds the token of an e-mailed link and returns its id, from which the e-mail derives the token. */
export async function addMailedToken(tx: Db, invitationId: string): Promise<string> {
  const id = uuid();
  await tx.insert(invitationTokens).values({ id, invitationId, hash: mailedToken(id).hash, mailed: true });
  return id;
}

/** Invalidates every token of these invitations: after a refusal, a revocation or the expiry. */
export async function endInvitationTokens(tx: Db, invitationIds: string[]): Promise<void> {
  if (invitationIds.length === 0) return;
  await tx.delete(invitationTokens).where(inArray(invitationTokens.invitationId, invitationIds));
}

/** Which of these addresses have stopped invitations. */
export async function stoppedAddresses(tx: Db, list: string[]): Promise<string[]> {
  if (list.length === 0) return [];
  const rows = await tx
    .select({ address: mailStops.address })
    .from(mailStops)
    .where(and(eq(mailStops.kind, "invitations"), inArray(mailStops.address, list)));
  return rows.map((row) => row.address);
}

/** Enqueues the e-mail of an invitation with a new link and extends its expiry. */
export async function sendInvitation(tx: Db, now: Date, invitationId: string): Promise<void> {
  const [invitation] = await tx
    .update(invitations)
    .set({
      held: false,
      lastSentAt: now,
      undeliveredAt: null,
      expiresAt: new Date(now.getTime() + invitationDays * 24 * 60 * 60_000),
    })
    .where(eq(invitations.id, invitationId))
    .returning();
  if (!invitation) return;
  const [about] = await tx
    .select({
      title: projects.title,
      acronym: projects.acronym,
      organisation: organisations.legalName,
      kind: participations.kind,
      joined: sql<boolean>`${participations.joinedAt} is not null`,
    })
    .from(participations)
    .innerJoin(projects, eq(projects.id, participations.projectId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.id, invitation.participationId));
  const [inviter] = await tx
    .select({ name: people.name, organisation: organisations.legalName })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, invitation.invitedByOrganisationId))
    .where(eq(people.id, invitation.invitedBy));
  const tokenId = await addMailedToken(tx, invitation.id);
  await enqueue(tx, "send_mail", {
    dedupeKey: `invitation:${invitation.id}:${now.getTime()}`,
    template: "invitation",
    address: invitation.address,
    locale: invitation.locale,
    props: {
      tokenId,
      thread: `invitation.${invitation.id}`,
      title: about?.title ?? "",
      acronym: about?.acronym ?? "",
      organisation: about?.organisation ?? "",
      kind: about?.kind ?? "partner",
      joined: about?.joined ?? false,
      inviter: inviter?.name ?? "",
      inviting: inviter?.organisation ?? "",
      message: invitation.message,
      expiresAt: invitation.expiresAt.toISOString(),
    },
  });
}
