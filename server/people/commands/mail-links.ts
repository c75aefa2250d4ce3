import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { addresses, people } from "@/db/schema";
import { limit } from "@/server/rate-limit";
import type { Ctx } from "@/server/trpc/init";
import { mailToken } from "./issue-token";

/**
 * Mails a link to whoever holds the address: the account that proved it, else the newest that claims it. Says nothing
 * about whether there is one. Errors: rate.limited.
 */
export async function mailLink(ctx: Ctx, email: string, purpose: "reset" | "sign_in"): Promise<void> {
  await limit("mailIp", ctx.ip);
  await limit("mailAddress", email);
  await ctx.db.transaction(async (tx) => {
    const [holder] = await tx
      .select({
        personId: people.id,
        addressId: addresses.id,
        address: addresses.address,
        name: people.name,
        locale: people.locale,
      })
      .from(addresses)
      .innerJoin(people, eq(people.id, addresses.personId))
      .where(and(eq(addresses.address, email), isNull(people.closedAt)))
      .orderBy(sql`${addresses.confirmedAt} is null`, desc(addresses.createdAt))
      .limit(1);
    if (holder) await mailToken(tx, ctx.now, holder, purpose);
  });
}

/** Mails the confirmation of the signed-in person's address once more. Errors: rate.limited. */
export async function resendConfirmation(ctx: Ctx & { actor: { personId: string } }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [waiting] = await tx
      .select({
        personId: people.id,
        addressId: addresses.id,
        address: addresses.address,
        name: people.name,
        locale: people.locale,
      })
      .from(addresses)
      .innerJoin(people, eq(people.id, addresses.personId))
      .where(and(eq(people.id, ctx.actor.personId), isNull(addresses.confirmedAt)))
      .orderBy(desc(addresses.createdAt))
      .limit(1);
    if (!waiting) return;
    await limit("mailAddress", waiting.address);
    await mailToken(tx, ctx.now, waiting, "confirm");
  });
}
