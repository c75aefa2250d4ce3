import { and, desc, eq, isNotNull, isNull, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { findRecipient } from "./find-recipient";
import { mailToken } from "./issue-token";

/** An address that is not confirmed, or refused e-mails since. */
function findUnproven(db: Db, personId: string, addressId: string | undefined) {
  const condition = and(
    eq(people.id, personId),
    addressId === undefined
      ? isNull(addresses.confirmedAt)
      : or(isNull(addresses.confirmedAt), isNotNull(addresses.refusedAt)),
    addressId === undefined ? undefined : eq(addresses.id, addressId),
  );
  return findRecipient(db, condition, desc(addresses.createdAt));
}

/**
 * Sends the confirmation e-mail of an unconfirmed address of the signed-in person again, by default of the newest, or
 * of one that refuses e-mails.
 * Errors: person.not_found, rate.limited.
 */
export async function resendConfirmation(ctx: MemberContext, input: { addressId?: string | undefined }): Promise<void> {
  const { personId } = ctx.actor;
  const found = await findUnproven(ctx.db, personId, input.addressId);
  if (!found && input.addressId !== undefined) throw new DomainError("person.not_found");
  if (!found) return;
  await limit("ownMails", personId);
  await ctx.db.transaction(async (tx) => {
    // Read again, because the address may have been confirmed or removed meanwhile.
    const recipient = await findUnproven(tx, personId, found.addressId);
    if (recipient) await mailToken(tx, ctx.now, recipient, "confirm");
  });
}
