import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";
import type { Payload } from "@/server/jobs/payloads";
import { findRecipient } from "./find-recipient";
import { mailToken } from "./issue-token";

/**
 * Sends a reset or sign-in link to the account of an address: the account that confirmed it, else the newest account
 * with it. Without an account nothing is sent. Run by the job `mail_link`; a repeated run sends nothing.
 */
export async function sendLink(db: Db, now: Date, link: Payload<"mail_link">): Promise<void> {
  await db.transaction(async (tx) => {
    const ofAddress = and(eq(addresses.address, link.address), isNull(people.closedAt));
    const unconfirmedLast = sql`${addresses.confirmedAt} is null`;
    const recipient = await findRecipient(tx, ofAddress, unconfirmedLast, desc(addresses.createdAt));
    if (recipient) await mailToken(tx, now, recipient, link.purpose, { template: link.template, id: link.tokenId });
  });
}
