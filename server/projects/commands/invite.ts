import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { invitations, organisations, participations } from "@/db/schema";
import { type Actor, type ProjectRole, placeIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { nameKey, shortNameOf } from "@/domain/organisations";
import { hasEnded, invitationDays, maxOrganisations, nextHue } from "@/domain/projects";
import type { InvitedOrganisation, InvitePeople } from "@/domain/schemas/projects";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { lockParticipation, lockProject } from "./lock";
import { sendInvitation, stoppedAddresses } from "./send-invitation";

type Who = { emails: string[]; role: ProjectRole; message: string; locale: string };

/** Makes one invitation per address and sends it, or holds it until the inviter's own address is confirmed. */
async function invitePersons(
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

/** The organisation an invitation is for: a known one by id, else a new one that nobody has claimed yet. */
async function invitedOrganisationId(tx: Db, input: InvitedOrganisation): Promise<{ id: string; name: string }> {
  if (input.organisationId) {
    const [known] = await tx
      .select({ id: organisations.id, name: organisations.legalName })
      .from(organisations)
      .where(and(eq(organisations.id, input.organisationId), isNotNull(organisations.claimedAt)));
    if (!known) throw new DomainError("organisation.not_found");
    return known;
  }
  const { legalName, country } = input;
  if (!legalName || !country) throw new DomainError("input.invalid");
  const id = uuid();
  await tx.insert(organisations).values({
    id,
    legalName,
    shortName: shortNameOf(legalName),
    nameKey: nameKey(legalName),
    country,
    city: input.city || null,
    type: input.type ?? null,
    oid: input.oid ?? null,
    pic: input.pic ?? null,
  });
  return { id, name: legalName };
}

/** Adds organisations to a project within the caller's transaction and invites their people. */
export async function addInvitedOrganisations(
  tx: Db,
  ctx: MemberContext,
  project: { projectId: string; inviterOrganisationId: string },
  list: InvitedOrganisation[],
) {
  const present = await tx
    .select({
      id: participations.id,
      organisationId: participations.organisationId,
      hue: participations.hue,
      endedOn: participations.endedOn,
      name: organisations.legalName,
      nameKey: organisations.nameKey,
      country: organisations.country,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.projectId, project.projectId));
  if (present.length + list.length > maxOrganisations) throw new DomainError("project.too_many");
  const hues = present.map((row) => row.hue);
  const answers = [];
  for (const input of list) {
    const sameName = input.organisationId
      ? present.find((row) => row.organisationId === input.organisationId)
      : present.find((row) => row.nameKey === nameKey(input.legalName ?? "") && row.country === input.country);
    if (sameName && hasEnded(sameName.endedOn, ctx.now)) throw new DomainError("participation.ended");
    const organisation = sameName
      ? { id: sameName.organisationId, name: sameName.name }
      : await invitedOrganisationId(tx, input);
    const participationId = sameName?.id ?? uuid();
    if (!sameName) {
      const hue = nextHue(hues);
      hues.push(hue);
      await tx.insert(participations).values({
        id: participationId,
        projectId: project.projectId,
        organisationId: organisation.id,
        kind: input.kind,
        hue,
      });
      const { id: organisationId, name } = organisation;
      const place = { id: participationId, organisationId, hue, endedOn: null, name };
      present.push({ ...place, nameKey: nameKey(name), country: input.country ?? "" });
    }
    const at = { ...project, participationId, organisationId: organisation.id, name: organisation.name };
    answers.push({ participationId, organisationId: organisation.id, ...(await invitePersons(tx, ctx, at, input)) });
  }
  return answers;
}

/**
 * Counts the invitations of an act against the inviter's day and against what each address receives from others in a day.
 * Errors: rate.limited, rate.recipient.
 */
export async function limitInvitations(actor: Actor, addresses: readonly string[]): Promise<void> {
  const count = Math.max(1, addresses.length);
  for (let i = 0; i < Math.ceil(count / 5); i += 1) await limit("invitations", actor.personId);
  for (const address of addresses) await limit("mailFromOthers", address, 3, "rate.recipient");
}

/**
 * Invites organisations into the consortium, each with its people's addresses. Addresses that stopped invitations or
 * were invited already are named in the answer. Errors: project.not_found, forbidden, project.too_many,
 * participation.ended.
 */
export async function inviteOrganisations(
  ctx: MemberContext,
  input: { projectId: string; organisations: InvitedOrganisation[] },
) {
  await limitInvitations(
    ctx.actor,
    input.organisations.flatMap((o) => o.emails),
  );
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, input.projectId);
    authorize(ctx.actor, "consortium.change", project);
    const place = placeIn(ctx.actor, input.projectId);
    if (!place) throw new DomainError("project.not_found");
    return addInvitedOrganisations(
      tx,
      ctx,
      { projectId: input.projectId, inviterOrganisationId: place.organisationId },
      input.organisations,
    );
  });
}

/** Invites people of an organisation that is in the consortium. Errors: participation.not_found, forbidden. */
export async function invitePeople(ctx: MemberContext, input: InvitePeople) {
  await limitInvitations(ctx.actor, input.emails);
  return ctx.db.transaction(async (tx) => {
    const participation = await lockParticipation(tx, ctx.actor, input.participationId);
    authorize(ctx.actor, "participation.people", participation);
    if (hasEnded(participation.endedOn, ctx.now)) throw new DomainError("participation.ended");
    const place = placeIn(ctx.actor, participation.projectId);
    if (!place) throw new DomainError("participation.not_found");
    const at = {
      projectId: participation.projectId,
      participationId: participation.participationId,
      organisationId: participation.organisationId,
      name: participation.name,
      inviterOrganisationId: place.organisationId,
    };
    return invitePersons(tx, ctx, at, input);
  });
}
