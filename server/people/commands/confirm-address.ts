import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  activity,
  addresses,
  invitations,
  organisationPeople,
  participationPeople,
  people,
  personTokens,
  projectDrafts,
  projects,
} from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/activity/record";
import { verifyPassword } from "@/server/auth/password";
import { hashToken } from "@/server/auth/tokens";
import { sendHeldInvitations } from "@/server/projects/commands/send-held-invitations";
import { limit } from "@/server/rate-limit";
import type { Ctx } from "@/server/trpc/init";

export type Redeemed = { personId: string; addressId: string; address: string };

/** Spends a token once, even when two browsers bring it together; throws person.token_invalid. */
export async function spendToken(
  tx: Db,
  now: Date,
  raw: string,
  purpose: "confirm" | "reset" | "sign_in" | "first_session",
): Promise<Redeemed> {
  const [spent] = await tx
    .update(personTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(personTokens.hash, hashToken(raw)),
        eq(personTokens.purpose, purpose),
        isNull(personTokens.usedAt),
        sql`${personTokens.expiresAt} > ${now.toISOString()}::timestamptz`,
      ),
    )
    .returning({ personId: personTokens.personId, addressId: personTokens.addressId });
  if (!spent) throw new DomainError("person.token_invalid");
  const [address] = await tx
    .select({ address: addresses.address })
    .from(addresses)
    .where(eq(addresses.id, spent.addressId));
  if (!address) throw new DomainError("person.token_invalid");
  return { ...spent, address: address.address };
}

/**
 * Marks an address as proven. When another account already holds it, what the newer account prepared moves there and
 * the newer one ends: one mailbox, one account. Returns the person to go on as.
 */
export async function proveAddress(tx: Db, now: Date, proven: Redeemed): Promise<{ personId: string }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${proven.address}, 0))`);
  const [owner] = await tx
    .select({ personId: addresses.personId })
    .from(addresses)
    .where(
      and(eq(addresses.address, proven.address), isNotNull(addresses.confirmedAt), ne(addresses.id, proven.addressId)),
    );
  if (owner && owner.personId !== proven.personId) {
    await moveTo(tx, now, proven.personId, owner.personId);
    await sendHeldInvitations(tx, now, owner.personId);
    return { personId: owner.personId };
  }
  const [changed] = await tx
    .update(addresses)
    .set({ confirmedAt: now })
    .where(and(eq(addresses.id, proven.addressId), isNull(addresses.confirmedAt)))
    .returning({ id: addresses.id });
  if (changed) {
    await record(tx, { actor: null, personId: proven.personId, now }, {}, { type: "person.confirmed", data: {} });
    await sendHeldInvitations(tx, now, proven.personId);
  }
  return { personId: proven.personId };
}

async function moveTo(tx: Db, now: Date, from: string, to: string): Promise<void> {
  await tx.update(projectDrafts).set({ personId: to }).where(eq(projectDrafts.personId, from));
  await tx.update(projects).set({ createdBy: to }).where(eq(projects.createdBy, from));
  await tx.update(invitations).set({ invitedBy: to }).where(eq(invitations.invitedBy, from));
  await tx.update(activity).set({ personId: to }).where(eq(activity.personId, from));
  await tx
    .update(organisationPeople)
    .set({ personId: to })
    .where(
      and(
        eq(organisationPeople.personId, from),
        sql`not exists (select 1 from organisation_people o where o.person_id = ${to} and o.organisation_id = organisation_people.organisation_id)`,
      ),
    );
  await tx
    .update(participationPeople)
    .set({ personId: to })
    .where(
      and(
        eq(participationPeople.personId, from),
        sql`not exists (select 1 from participation_people o where o.person_id = ${to} and o.project_id = participation_people.project_id and o.ended_at is null)`,
      ),
    );
  await tx.delete(organisationPeople).where(eq(organisationPeople.personId, from));
  await tx
    .update(people)
    .set({ closedAt: now, sessionVersion: sql`${people.sessionVersion} + 1`, passwordHash: null })
    .where(eq(people.id, from));
}

/**
 * Confirms the address a mailed link names. Somebody else may have signed up with this address: so the browser must be
 * signed in to that account or know its password. Errors: person.token_invalid, person.password_wrong, rate.limited.
 */
export async function confirmAddress(
  ctx: Ctx,
  input: { token: string; password: string },
): Promise<{ moved: boolean }> {
  await limit("tokenIp", ctx.ip);
  return ctx.db.transaction(async (tx) => {
    const spent = await spendToken(tx, ctx.now, input.token, "confirm");
    if (ctx.actor?.personId !== spent.personId) {
      const [person] = await tx.select({ hash: people.passwordHash }).from(people).where(eq(people.id, spent.personId));
      if (!(await verifyPassword(person?.hash ?? null, input.password))) {
        throw new DomainError("person.password_wrong", { field: "password" });
      }
    }
    const { personId } = await proveAddress(tx, ctx.now, spent);
    return { moved: personId !== spent.personId };
  });
}
