import { and, eq, isNotNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses } from "@/db/schema";
import { record } from "@/server/events/record";
import { forgetLimits } from "@/server/rate-limit";
import { isNone } from "@/server/registry/belonging";
import { belongings } from "@/server/registry/registry";
import { signal } from "@/server/signal";

/**
 * Erases the personal data of an account in the caller's transaction and closes it; work stays under "a former member".
 * The registry says for each table what is erased.
 */
export async function erasePerson(tx: Db, now: Date, personId: string): Promise<void> {
  const confirmed = await tx
    .select({ address: addresses.address })
    .from(addresses)
    .where(and(eq(addresses.personId, personId), isNotNull(addresses.confirmedAt)));
  const erasure = { personId, addresses: confirmed.map(({ address }) => address), now };
  await record(tx, { actor: null, personId, now }, {}, { type: "person.closed", data: {} });
  for (const { erase } of belongings) {
    if (isNone(erase)) continue;
    for (const statement of erase(erasure)) await tx.execute(statement);
  }
  await signal(tx, [{ about: "sessions", personId }]);
  // Rate limit counters are stored under hashes of the id and the addresses, without a foreign key.
  await forgetLimits(tx, [personId, ...erasure.addresses]);
}
