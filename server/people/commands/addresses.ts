import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/activity/record";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { logSecurity } from "@/server/security-log";
import { requireIdentity } from "./identity";
import { mailToken } from "./issue-token";
import { mainAddress, tellAccountChange } from "./tell-account-change";

const profileChanged = { type: "person.profile_changed" as const, data: {} };

const logAddressChange = (ctx: MemberContext) =>
  logSecurity("addresses.changed", { account: ctx.actor.personId, network: ctx.ip });

async function requireOwnAddress(tx: Db, ctx: MemberContext, addressId: string): Promise<void> {
  const [own] = await tx
    .select({ id: addresses.id })
    .from(addresses)
    .where(and(eq(addresses.id, addressId), eq(addresses.personId, ctx.actor.personId)));
  if (!own) throw new DomainError("person.not_found");
}

/**
 * Adds a further address; an e-mail to it asks for confirmation, and the main address is told. Errors:
 * person.identity_unverified, person.address_taken, rate.limited.
 */
export async function addAddress(ctx: MemberContext, input: { email: string }): Promise<void> {
  requireIdentity(ctx);
  await limit("ownMails", ctx.actor.personId);
  await ctx.db.transaction(async (tx) => {
    const addressId = uuid();
    const [added] = await tx
      .insert(addresses)
      .values({ id: addressId, personId: ctx.actor.personId, address: input.email })
      .onConflictDoNothing()
      .returning({ id: addresses.id });
    if (!added) throw new DomainError("person.address_taken", { field: "email" });
    const { personId, name, locale } = ctx.actor;
    await mailToken(tx, ctx.now, { personId, addressId, address: input.email, name, locale }, "confirm");
    const main = await mainAddress(tx, personId);
    await tellAccountChange(tx, personId, [main], { change: "address_added", address: input.email });
    await record(tx, ctx, {}, profileChanged);
  });
  logAddressChange(ctx);
}

/**
 * Removes an address that is not the main one; the removed and the main address are told. Errors: person.not_found,
 * person.identity_unverified.
 */
export async function removeAddress(ctx: MemberContext, input: { addressId: string }): Promise<void> {
  await requireOwnAddress(ctx.db, ctx, input.addressId);
  requireIdentity(ctx);
  await ctx.db.transaction(async (tx) => {
    const { personId } = ctx.actor;
    const [removed] = await tx
      .delete(addresses)
      .where(and(eq(addresses.id, input.addressId), eq(addresses.personId, personId), eq(addresses.isPrimary, false)))
      .returning({ address: addresses.address, confirmedAt: addresses.confirmedAt });
    if (!removed) throw new DomainError("person.not_found");
    const told = [await mainAddress(tx, personId), removed.confirmedAt ? removed.address : null];
    await tellAccountChange(tx, personId, told, { change: "address_removed", address: removed.address });
    await record(tx, ctx, {}, profileChanged);
  });
  logAddressChange(ctx);
}

/**
 * Makes a confirmed address the main one, to which e-mails go; the previous and the new main address are told. Errors:
 * person.not_found, person.identity_unverified.
 */
export async function makeAddressPrimary(ctx: MemberContext, input: { addressId: string }): Promise<void> {
  await requireOwnAddress(ctx.db, ctx, input.addressId);
  requireIdentity(ctx);
  await ctx.db.transaction(async (tx) => {
    const { personId } = ctx.actor;
    // Two at once would lock the rows of the addresses in different orders and wait for each other.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("update");
    const previous = await mainAddress(tx, personId);
    const mine = eq(addresses.personId, personId);
    await tx.update(addresses).set({ isPrimary: false }).where(mine);
    const [main] = await tx
      .update(addresses)
      .set({ isPrimary: true })
      .where(and(mine, eq(addresses.id, input.addressId), isNotNull(addresses.confirmedAt)))
      .returning({ address: addresses.address });
    if (!main) throw new DomainError("person.not_found");
    await tellAccountChange(tx, personId, [previous, main.address], { change: "address_main", address: main.address });
    await record(tx, ctx, {}, profileChanged);
  });
  logAddressChange(ctx);
}
