import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { mailToken } from "./issue-token";

/** The unconfirmed address named, or the newest one of the person; undefined when there is none. */
async function findWaitingAddress(db: Db, personId: string, addressId: string | undefined) {
  const [waiting] = await db
    .select({
      personId: people.id,
      addressId: addresses.id,
      address: addresses.address,
      name: people.name,
      locale: people.locale,
    })
    .from(addresses)
    .innerJoin(people, eq(people.id, addresses.personId))
    .where(
      and(
        eq(people.id, personId),
        isNull(addresses.confirmedAt),
        addressId === undefined ? undefined : eq(addresses.id, addressId),
      ),
    )
    .orderBy(desc(addresses.createdAt))
    .limit(1);
  return waiting;
}

/**
 * Sends the confirmation e-mail of an unconfirmed address of the signed-in person again, by default of the newest.
 * Errors: person.not_found, rate.limited.
 */
export async function resendConfirmation(ctx: MemberContext, input: { addressId?: string | undefined }): Promise<void> {
  const { personId } = ctx.actor;
  const found = await findWaitingAddress(ctx.db, personId, input.addressId);
  if (!found && input.addressId !== undefined) throw new DomainError("person.not_found");
  if (!found) return;
  await limit("ownMails", personId);
  await ctx.db.transaction(async (tx) => {
    // Read again, because the address may have been confirmed or removed meanwhile.
    const waiting = await findWaitingAddress(tx, personId, found.addressId);
    if (waiting) await mailToken(tx, ctx.now, waiting, "confirm");
  });
}
