import { and, eq } from "drizzle-orm";
import { addresses } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { requireIdentity } from "./require-identity";
import { mainAddress, tellAccountChange } from "./tell-account-change";
import { profileChanged, logAddressChange, requireOwnAddress } from "./own-address";

/**
 * Removes an address that is not the main one; reports it to the removed and the main address. Errors:
 * person.not_found, person.identity_unverified.
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
    const recipients = [await mainAddress(tx, personId), removed.confirmedAt ? removed.address : null];
    await tellAccountChange(tx, personId, recipients, { change: "address_removed", address: removed.address });
    await record(tx, ctx, {}, profileChanged);
  });
  logAddressChange(ctx);
}
