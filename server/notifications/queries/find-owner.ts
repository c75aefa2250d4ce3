import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";

/** The account with this confirmed address; null when there is none. */
export async function findOwner(db: Db, address: string): Promise<string | null> {
  const [owner] = await db
    .select({ id: people.id })
    .from(addresses)
    .innerJoin(people, eq(people.id, addresses.personId))
    .where(and(eq(addresses.address, address), isNotNull(addresses.confirmedAt), isNull(people.closedAt)));
  return owner?.id ?? null;
}
