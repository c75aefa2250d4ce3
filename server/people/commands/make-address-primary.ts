import { and, eq, isNotNull } from "drizzle-orm";
import { addresses, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { requireIdentity } from "./require-identity";
import { mainAddress, tellAccountChange } from "./tell-account-change";
import { profileChanged, logAddressChange, requireOwnAddress } from "./own-address";

/**
 * Makes a confirmed address the main one, to which e-mails are sent; reports it to the previous and the new one.
 * Errors: person.not_found, person.identity_unverified.
 */
export async function makeAddressPrimary(ctx: MemberContext, input: { addressId: string }): Promise<void> {
  await requireOwnAddress(ctx.db, ctx, input.addressId);
  requireIdentity(ctx);
  await ctx.db.transaction(async (tx) => {
    const { personId } = ctx.actor;
    // Two calls at the same time would otherwise lock the rows of the addresses in different orders and deadlock.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("update");
    const previous = await mainAddress(tx, personId);
    const ofPerson = eq(addresses.personId, personId);
    await tx.update(addresses).set({ isPrimary: false }).where(ofPerson);
    const [main] = await tx
      .update(addresses)
      .set({ isPrimary: true })
      .where(and(ofPerson, eq(addresses.id, input.addressId), isNotNull(addresses.confirmedAt)))
      .returning({ address: addresses.address });
    if (!main) throw new DomainError("person.not_found");
    await tellAccountChange(tx, personId, [previous, main.address], { change: "address_main", address: main.address });
    await record(tx, ctx, {}, profileChanged);
  });
  logAddressChange(ctx);
}
