import type { Actor } from "@/domain/actor";
import { limit } from "@/server/rate-limit";

/**
 * Counts invitations against the inviter's daily limit and against what each address may receive from others in a day.
 * Errors: rate.limited, rate.recipient.
 */
export async function limitInvitations(actor: Actor, addresses: readonly string[]): Promise<void> {
  const count = Math.max(1, addresses.length);
  for (let i = 0; i < Math.ceil(count / 5); i += 1) await limit("invitations", actor.personId);
  for (const address of addresses) await limit("mailFromOthers", address, 3, "rate.recipient");
}
