import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { personTokens } from "@/db/schema";
import { tokenMinutes } from "@/domain/people";
import { mailedToken, newToken } from "@/server/auth/tokens";
import { enqueue } from "@/server/jobs/enqueue";

type MailedPurpose = "confirm" | "reset" | "sign_in";
type TokenTemplate = MailedPurpose | "already_registered" | "identity";

export type Recipient = { personId: string; addressId: string; address: string; name: string; locale: string };

/**
 * Stores a single-use token and enqueues the e-mail with its link. With a known `id` a repeated call changes nothing.
 */
export async function mailToken(
  tx: Db,
  now: Date,
  to: Recipient,
  purpose: MailedPurpose,
  { template = purpose, id = uuid() }: { template?: TokenTemplate; id?: string } = {},
): Promise<void> {
  await tx
    .insert(personTokens)
    .values({
      id,
      purpose,
      hash: mailedToken(id).hash,
      personId: to.personId,
      addressId: to.addressId,
      expiresAt: new Date(now.getTime() + tokenMinutes[purpose] * 60_000),
    })
    .onConflictDoNothing();
  await enqueue(tx, "send_mail", {
    dedupeKey: `token:${id}`,
    template,
    address: to.address,
    personId: to.personId,
    locale: to.locale,
    props: { name: to.name, tokenId: id, minutes: tokenMinutes[purpose] },
  });
}

/** A token valid for two minutes that signs in the newly registered person, without confirming an address. */
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
