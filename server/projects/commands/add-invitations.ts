import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { addresses, invitations, participationPeople, participations, people } from "@/db/schema";
import { coordinates, type ProjectRole } from "@/domain/actor";
import { invitationDays } from "@/domain/projects";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { sendInvitation, stoppedAddresses } from "./send-invitation";

type Who = { emails: string[]; role: ProjectRole; message: string; locale: string };

/** What happened to each address. */
export type InvitedAddresses = {
  invited: string[];
  /** Does not want invitations. */
  stopped: string[];
  /** Has an open invitation already. */
  known: string[];
  /** Belongs to a member of the project, whose name is null when the inviter may not see the address of that person. */
  members: { address: string; name: string | null }[];
};

/** The members of the project to whom these addresses belong. */
export async function membersByAddress(
  tx: Db,
  ctx: MemberContext,
  at: { projectId: string; inviterOrganisationId: string },
  emails: string[],
): Promise<InvitedAddresses["members"]> {
  if (emails.length === 0) return [];
  const rows = await tx
    .select({
      address: addresses.address,
      isPrimary: addresses.isPrimary,
      name: people.name,
      organisationId: participations.organisationId,
    })
    .from(addresses)
    .innerJoin(people, eq(people.id, addresses.personId))
    .innerJoin(participationPeople, eq(participationPeople.personId, people.id))
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .where(
      and(
        inArray(addresses.address, emails),
        isNotNull(addresses.confirmedAt),
        eq(participationPeople.projectId, at.projectId),
        isNull(participationPeople.endedAt),
      ),
    );
  const seesAll = coordinates(ctx.actor, at.projectId);
  return rows.map(({ address, isPrimary, name, organisationId }) => ({
    address,
    name: isPrimary && (seesAll || organisationId === at.inviterOrganisationId) ? name : null,
  }));
}

/**
 * Creates one invitation per address and sends it, or holds it until the inviter's own address is confirmed. Addresses
 * of members of the project get none.
 */
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
): Promise<InvitedAddresses> {
  const members = await membersByAddress(tx, ctx, at, who.emails);
  const others = who.emails.filter((email) => !members.some(({ address }) => address === email));
  const stopped = await stoppedAddresses(tx, others);
  const result: InvitedAddresses = { invited: [], stopped, known: [], members };
  for (const address of others.filter((email) => !stopped.includes(email))) {
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
