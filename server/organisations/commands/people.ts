import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { joinRequests, organisationPeople, organisations } from "@/db/schema";
import type { OrganisationRole } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";

async function claimedOrganisation(tx: Db, organisationId: string) {
  const [found] = await tx
    .select({ name: organisations.legalName })
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), isNotNull(organisations.claimedAt)));
  if (!found) throw new DomainError("organisation.not_found");
  return found;
}

/** Makes a person one of the organisation's people unless they are already; used by requests and invitations. */
export async function addOrganisationPerson(
  tx: Db,
  input: { organisationId: string; personId: string; role: OrganisationRole },
): Promise<boolean> {
  const added = await tx
    .insert(organisationPeople)
    .values({ id: uuid(), ...input })
    .onConflictDoNothing()
    .returning({ id: organisationPeople.id });
  return added.length > 0;
}

/**
 * Adds a request to join to the caller's transaction, once per person and organisation; with the invitation that an
 * acceptance completes. Not counted here: counting needs a connection of its own. Errors: organisation.not_found,
 * organisation.already_member.
 */
export async function addJoinRequest(
  tx: Db,
  ctx: MemberContext,
  organisationId: string,
  invitationId?: string,
): Promise<void> {
  const { personId } = ctx.actor;
  const { name } = await claimedOrganisation(tx, organisationId);
  if (ctx.actor.organisations.some((o) => o.organisationId === organisationId)) {
    throw new DomainError("organisation.already_member");
  }
  const made = await tx
    .insert(joinRequests)
    .values({ id: uuid(), organisationId, personId, invitationId: invitationId ?? null })
    .onConflictDoNothing()
    .returning({ id: joinRequests.id });
  if (made.length === 0) {
    if (invitationId === undefined) return;
    await tx
      .update(joinRequests)
      .set({ invitationId })
      .where(
        and(
          eq(joinRequests.organisationId, organisationId),
          eq(joinRequests.personId, personId),
          eq(joinRequests.status, "pending"),
        ),
      );
    return;
  }
  const data = { name, organisationId, personId };
  await record(tx, ctx, { organisationId }, { type: "organisation.join_requested", data });
}

/** Asks an organisation's admins to join. Errors: organisation.not_found, organisation.already_member, rate.limited. */
export async function requestToJoin(ctx: MemberContext, input: { organisationId: string }): Promise<void> {
  await limit("organisations", ctx.actor.personId);
  await ctx.db.transaction((tx) => addJoinRequest(tx, ctx, input.organisationId));
}

/** Lets somebody in, or not. Errors: organisation.request_not_found. */
export async function decideJoinRequest(ctx: MemberContext, input: { requestId: string; accept: boolean }) {
  return ctx.db.transaction(async (tx) => {
    const mine = ctx.actor.organisations.map((o) => o.organisationId);
    const [request] = await tx
      .select()
      .from(joinRequests)
      .where(and(eq(joinRequests.id, input.requestId), inArray(joinRequests.organisationId, mine)))
      .for("update");
    if (request?.status !== "pending") throw new DomainError("organisation.request_not_found");
    const { organisationId, personId, invitationId } = request;
    authorize(ctx.actor, "organisation.people", { organisationId });
    const { name } = await claimedOrganisation(tx, organisationId);
    await tx
      .update(joinRequests)
      .set({ status: input.accept ? "accepted" : "declined", decidedBy: ctx.actor.personId, decidedAt: ctx.now })
      .where(eq(joinRequests.id, request.id));
    if (input.accept) await addOrganisationPerson(tx, { organisationId, personId, role: "member" });
    const data = { name, organisationId, personId, accepted: input.accept };
    await record(tx, ctx, { organisationId }, { type: "organisation.join_decided", data });
    return { invitationId: input.accept ? invitationId : null, personId };
  });
}

async function lockPeople(tx: Db, ctx: MemberContext, organisationId: string, personId: string) {
  if (!ctx.actor.organisations.some((o) => o.organisationId === organisationId)) {
    throw new DomainError("organisation.not_found");
  }
  authorize(ctx.actor, "organisation.people", { organisationId });
  const rows = await tx
    .select({ personId: organisationPeople.personId, role: organisationPeople.role })
    .from(organisationPeople)
    .where(eq(organisationPeople.organisationId, organisationId))
    .for("update");
  const person = rows.find((row) => row.personId === personId);
  if (!person) throw new DomainError("member.not_found");
  const otherAdmins = rows.filter((row) => row.role === "admin" && row.personId !== personId);
  return { person, isLastAdmin: person.role === "admin" && otherAdmins.length === 0 };
}

/** Makes a colleague admin or member; an organisation keeps at least one admin. Errors: organisation.last_admin. */
export async function setOrganisationRole(
  ctx: MemberContext,
  input: { organisationId: string; personId: string; role: OrganisationRole },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { isLastAdmin } = await lockPeople(tx, ctx, input.organisationId, input.personId);
    if (isLastAdmin && input.role !== "admin") throw new DomainError("organisation.last_admin");
    await tx
      .update(organisationPeople)
      .set({ role: input.role })
      .where(
        and(
          eq(organisationPeople.organisationId, input.organisationId),
          eq(organisationPeople.personId, input.personId),
        ),
      );
    const { name } = await claimedOrganisation(tx, input.organisationId);
    await record(
      tx,
      ctx,
      { organisationId: input.organisationId },
      { type: "organisation.role_changed", data: { ...input, name } },
    );
  });
}

/** Takes a person out of the organisation and out of its places in projects. Errors: organisation.last_admin. */
export async function removeOrganisationPerson(
  ctx: MemberContext,
  input: { organisationId: string; personId: string },
  endPlaces: (tx: Db) => Promise<void>,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { isLastAdmin } = await lockPeople(tx, ctx, input.organisationId, input.personId);
    if (isLastAdmin) throw new DomainError("organisation.last_admin");
    await endPlaces(tx);
    await tx
      .delete(organisationPeople)
      .where(
        and(
          eq(organisationPeople.organisationId, input.organisationId),
          eq(organisationPeople.personId, input.personId),
        ),
      );
    await tx
      .update(joinRequests)
      .set({ status: "declined", decidedAt: ctx.now })
      .where(
        and(
          eq(joinRequests.organisationId, input.organisationId),
          eq(joinRequests.personId, input.personId),
          ne(joinRequests.status, "declined"),
        ),
      );
    const { name } = await claimedOrganisation(tx, input.organisationId);
    await record(
      tx,
      ctx,
      { organisationId: input.organisationId },
      { type: "organisation.person_removed", data: { ...input, name } },
    );
  });
}
