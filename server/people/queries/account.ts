import { asc, desc, eq, sql } from "drizzle-orm";
import { addresses, people } from "@/db/schema";
import type { MemberContext } from "@/server/context";
import { env } from "@/server/env";

/** The signed-in person's own account. */
export async function getMe(ctx: MemberContext) {
  const [person] = await ctx.db
    .select({
      name: people.name,
      locale: people.locale,
      timeZone: people.timeZone,
      actLinks: people.actLinks,
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
    /** Null when the operators want a sign-in for everything. */
    actLinks: env().ACT_LINKS === "on" ? (person?.actLinks ?? false) : null,
    addresses: ownAddresses,
    operator: ctx.actor.operator,
    addressConfirmed: ctx.actor.addressConfirmed,
  };
}
