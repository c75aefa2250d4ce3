import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses } from "@/db/schema";

/** Marks an address that the mail server refused for good; the first refusal counts. */
export async function markRefused(tx: Db, now: Date, address: string): Promise<void> {
  await tx
    .update(addresses)
    .set({ refusedAt: now })
    .where(and(eq(addresses.address, address), isNull(addresses.refusedAt)));
}

/** Ends the mark of a refused address, because an e-mail reached it. */
export async function markReached(tx: Db, address: string): Promise<void> {
  await tx
    .update(addresses)
    .set({ refusedAt: null })
    .where(and(eq(addresses.address, address), isNotNull(addresses.refusedAt)));
}

/**
 * Marks the invitation of an e-mail that will not be delivered, for the managers who see its list. Ignored when a newer
 * e-mail was sent for the invitation, to the same address or a corrected one.
 */
export async function markUndelivered(
  tx: Db,
  now: Date,
  mail: { template: string; address: string; props: Record<string, unknown> },
): Promise<void> {
  const { tokenId } = mail.props;
  if (mail.template !== "invitation" || typeof tokenId !== "string") return;
  await tx.execute(sql`update invitations set undelivered_at = ${now.toISOString()}::timestamptz
    where address = ${mail.address} and id = (select t.invitation_id from invitation_tokens t
      where t.id = ${tokenId} and not exists (select from invitation_tokens newer
        where newer.invitation_id = t.invitation_id and newer.mailed and newer.id > t.id))`);
}
