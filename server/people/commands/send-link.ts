import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";
import type { Payload } from "@/server/jobs/payloads";
import { mailToken } from "./issue-token";

/**
 * Sends a reset or sign-in link to the account of an address: the account that confirmed it, else the newest account
 * with it. Without an account nothing is sent. Run by the job `mail_link`; a repeated run sends nothing.
 */
export async function sendLink(db: Db, now: Date, link: Payload<"mail_link">): Promise<void> {
  await db.transaction(async (tx) => {
    const [holder] = await tx
      .select({
        personId: people.id,
        addressId: addresses.id,
        address: addresses.address,
        name: people.name,
        locale: people.locale,
      })
      .from(addresses)
      .innerJoin(people, eq(people.id, addresses.personId))
      .where(and(eq(addresses.address, link.address), isNull(people.closedAt)))
      .orderBy(sql`${addresses.confirmedAt} is null`, desc(addresses.createdAt))
      .limit(1);
    if (holder) await mailToken(tx, now, holder, link.purpose, { template: link.template, id: link.tokenId });
  });
}
