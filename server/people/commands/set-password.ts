import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people } from "@/db/schema";
import { record } from "@/server/events/record";
import { endSessions } from "@/server/auth/session-rows";
import { endLinks } from "./confirm-address";
import { mainAddress, tellAccountChange } from "./tell-account-change";

/** Sets a password in the caller's transaction. */
export async function setPassword(tx: Db, now: Date, personId: string, passwordHash: string): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
  await endSessions(tx, now, personId);
  await endLinks(tx, now, personId);
  const main = await mainAddress(tx, personId);
  await tellAccountChange(tx, personId, [main], { change: "password", address: main ?? "" });
  await record(tx, { actor: null, personId, now }, {}, { type: "person.password_changed", data: {} });
}
