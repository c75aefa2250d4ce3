import { v7 as uuid } from "uuid";
import { addresses } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { requireIdentity } from "./require-identity";
import { mailToken } from "./issue-token";
import { mainAddress, tellAccountChange } from "./tell-account-change";
import { profileChanged, logAddressChange } from "./own-address";

/**
 * Adds an address; an e-mail to it asks for confirmation, and an e-mail to the main address reports it. Errors:
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
