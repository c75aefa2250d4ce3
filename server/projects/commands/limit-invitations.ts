import type { Actor } from "@/domain/actor";
import { limit } from "@/server/rate-limit";

/**
 * Counts the invitations of an act against the inviter's day and against what each address receives from others in a day.
 * Errors: rate.limited, rate.recipient.
 */
export async function limitInvitations(actor: Actor, addresses: readonly string[]): Promise<void> {
  const count = Math.max(1, addresses.length);
  for (let i = 0; i < Math.ceil(count / 5); i += 1) await limit("invitations", actor.personId);
  for (const address of addresses) await limit("mailFromOthers", address, 3, "rate.recipient");
}
