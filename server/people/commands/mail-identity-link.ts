import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { addresses } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { enqueue } from "@/server/jobs/enqueue";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";

/**
 * Sends a sign-in link to the main address of the signed-in person: redeemed in this browser, it starts a session with
 * a verified identity. Errors: person.unconfirmed, rate.limited.
 */
export async function mailIdentityLink(ctx: MemberContext): Promise<void> {
  const { personId } = ctx.actor;
  const [main] = await ctx.db
    .select({ address: addresses.address })
    .from(addresses)
    .where(and(eq(addresses.personId, personId), eq(addresses.isPrimary, true), isNotNull(addresses.confirmedAt)));
  if (!main) throw new DomainError("person.unconfirmed");
  await limit("ownMails", personId);
  await enqueue(ctx.db, "mail_link", {
    tokenId: uuid(),
    purpose: "sign_in",
    template: "identity",
    address: main.address,
  });
}
