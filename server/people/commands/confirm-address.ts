import { and, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, people, personTokens } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { verifyPassword } from "@/server/auth/password";
import { hashToken } from "@/server/auth/tokens";
import { sendHeldInvitations } from "@/server/projects/commands/send-held-invitations";
import { limit } from "@/server/rate-limit";
import type { Context } from "@/server/context";
import { mergePeople } from "./merge-people";

export type Redeemed = { personId: string; addressId: string; address: string };

/** Invalidates every unused reset and sign-in link of the person. */
export async function endLinks(tx: Db, now: Date, personId: string): Promise<void> {
  await tx
    .update(personTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(personTokens.personId, personId),
        inArray(personTokens.purpose, ["reset", "sign_in", "first_session"]),
        isNull(personTokens.usedAt),
      ),
    );
}

/**
 * Redeems a token, once even when two browsers send it at the same time. A reset or sign-in link invalidates all others
 * of the person. Errors: person.token_invalid.
 */
export async function spendToken(
  tx: Db,
  now: Date,
  raw: string,
  purpose: "confirm" | "reset" | "sign_in" | "first_session",
): Promise<Redeemed> {
  // Lock the person before the tokens: two links redeemed at the same time would otherwise invalidate each other and
  // deadlock.
  await tx.execute(sql`select p.id from people p join person_tokens t on t.person_id = p.id
    where t.hash = ${hashToken(raw)} for update of p`);
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
  if (purpose === "reset" || purpose === "sign_in") await endLinks(tx, now, spent.personId);
  const [address] = await tx
    .select({ address: addresses.address, refusedAt: addresses.refusedAt })
    .from(addresses)
    .where(eq(addresses.id, spent.addressId));
  if (!address) throw new DomainError("person.token_invalid");
  // All but the first session come from an e-mail, which has therefore reached the address.
  if (address.refusedAt && purpose !== "first_session") {
    await tx.update(addresses).set({ refusedAt: null }).where(eq(addresses.id, spent.addressId));
  }
  return { ...spent, address: address.address };
}

/**
 * Marks an address as confirmed. When another account already holds it, the newer account is merged into that one,
 * because one mailbox belongs to one account. Two accounts that each confirmed an address are not merged:
 * person.address_taken. Returns the id of the remaining account.
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
    const [settled] = await tx
      .select({ id: addresses.id })
      .from(addresses)
      .where(and(eq(addresses.personId, proven.personId), isNotNull(addresses.confirmedAt)));
    if (settled) throw new DomainError("person.address_taken");
    await mergePeople(tx, now, proven.personId, owner.personId);
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

/**
 * Confirms the address of an e-mailed link. Someone else may have signed up with this address, so the browser must be
 * signed in to that account or send its password. Errors: person.token_invalid, person.password_wrong, rate.limited.
 */
export async function confirmAddress(
  ctx: Context,
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
