import { asc, desc, eq, sql } from "drizzle-orm";
import { addresses, people } from "@/db/schema";
import type { MemberContext } from "@/server/context";

/** The signed-in person's own account. */
export async function getMe(ctx: MemberContext) {
  const [person] = await ctx.db
    .select({
      name: people.name,
      locale: people.locale,
      timeZone: people.timeZone,
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
    })
    .from(people)
    .where(eq(people.id, ctx.actor.personId));
  const ownAddresses = await ctx.db
    .select({
      id: addresses.id,
      address: addresses.address,
      isPrimary: addresses.isPrimary,
      confirmedAt: addresses.confirmedAt,
      refusedAt: addresses.refusedAt,
    })
    .from(addresses)
    .where(eq(addresses.personId, ctx.actor.personId))
    .orderBy(desc(addresses.isPrimary), asc(addresses.createdAt))
    .limit(20);
  return {
    id: ctx.actor.personId,
    name: person?.name ?? "",
    locale: person?.locale ?? "en",
    timeZone: person?.timeZone ?? null,
    hasPassword: person?.hasPassword ?? false,
    addresses: ownAddresses,
    operator: ctx.actor.operator,
    addressConfirmed: ctx.actor.addressConfirmed,
  };
}
