import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";
import { enqueue } from "@/server/jobs/enqueue";

type AccountChange = {
  change: "address_added" | "address_removed" | "address_main" | "password" | "links_ended";
  address: string;
};

/** The confirmed main address of a person, or null. */
export async function mainAddress(tx: Db, personId: string): Promise<string | null> {
  const [main] = await tx
    .select({ address: addresses.address })
    .from(addresses)
    .where(and(eq(addresses.personId, personId), eq(addresses.isPrimary, true), isNotNull(addresses.confirmedAt)));
  return main?.address ?? null;
}

/** Enqueues an e-mail about an account change to each of these addresses, so that its owner notices a takeover. */
export async function tellAccountChange(
  tx: Db,
  personId: string,
  recipients: (string | null)[],
  change: AccountChange,
): Promise<void> {
  const [person] = await tx
    .select({ name: people.name, locale: people.locale })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return;
  for (const address of new Set(recipients)) {
    if (address === null) continue;
    await enqueue(tx, "send_mail", {
      dedupeKey: `account:${uuid()}`,
      template: "account_changed",
      address,
      personId,
      locale: person.locale,
      props: { name: person.name, ...change },
    });
  }
}
