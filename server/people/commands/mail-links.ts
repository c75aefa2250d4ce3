import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { addresses, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { limit } from "@/server/rate-limit";
import type { Ctx, MemberCtx } from "@/server/trpc/init";
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

/**
 * Mails the confirmation of a waiting address of the signed-in person once more, of the newest when none is named.
 * Errors: person.not_found, rate.limited.
 */
export async function resendConfirmation(ctx: MemberCtx, input: { addressId?: string | undefined }): Promise<void> {
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
      .where(
        and(
          eq(people.id, ctx.actor.personId),
          isNull(addresses.confirmedAt),
          input.addressId ? eq(addresses.id, input.addressId) : undefined,
        ),
      )
      .orderBy(desc(addresses.createdAt))
      .limit(1);
    if (!waiting && input.addressId) throw new DomainError("person.not_found");
    if (!waiting) return;
    await limit("mailAddress", waiting.address);
    await mailToken(tx, ctx.now, waiting, "confirm");
  });
}
