import { eq, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";
import type { Recipient } from "./issue-token";

/** The first address in this order that meets the condition, with its person, as the recipient of an e-mailed link. */
export async function findRecipient(
  db: Db,
  condition: SQL | undefined,
  ...order: readonly SQL[]
): Promise<Recipient | undefined> {
  const [recipient] = await db
    .select({
      personId: people.id,
      addressId: addresses.id,
      address: addresses.address,
      name: people.name,
      locale: people.locale,
    })
    .from(addresses)
    .innerJoin(people, eq(people.id, addresses.personId))
    .where(condition)
    .orderBy(...order)
    .limit(1);
  return recipient;
}
