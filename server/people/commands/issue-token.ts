import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { personTokens } from "@/db/schema";
import { tokenMinutes } from "@/domain/people";
import { newToken } from "@/server/auth/tokens";
import { enqueue } from "@/server/jobs/enqueue";

type Recipient = { personId: string; addressId: string; address: string; name: string; locale: string };

/** Makes a single-use token and the mail that carries it; the raw token lives in the mail job alone. */
export async function mailToken(
  tx: Db,
  now: Date,
  to: Recipient,
  purpose: "confirm" | "reset" | "sign_in",
  template: "confirm" | "reset" | "sign_in" | "already_registered" = purpose,
): Promise<void> {
  const token = newToken();
  const id = uuid();
  await tx.insert(personTokens).values({
    id,
    purpose,
    hash: token.hash,
    personId: to.personId,
    addressId: to.addressId,
    expiresAt: new Date(now.getTime() + tokenMinutes[purpose] * 60_000),
  });
  await enqueue(tx, "send_mail", {
    dedupeKey: `token:${id}`,
    template,
    address: to.address,
    personId: to.personId,
    locale: to.locale,
    props: { name: to.name, token: token.raw, minutes: tokenMinutes[purpose] },
  });
}

/** A token of two minutes that signs the newly registered person in, without proving any mailbox. */
export async function firstSessionToken(tx: Db, now: Date, personId: string, addressId: string): Promise<string> {
  const token = newToken();
  await tx.insert(personTokens).values({
    id: uuid(),
    purpose: "first_session",
    hash: token.hash,
    personId,
    addressId,
    expiresAt: new Date(now.getTime() + 2 * 60_000),
  });
  return token.raw;
}
