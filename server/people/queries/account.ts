import { asc, desc, eq, sql } from "drizzle-orm";
import { activity, addresses, identities, organisationPeople, organisations, people } from "@/db/schema";
import type { MemberCtx } from "@/server/trpc/init";

/** The signed-in person's own account. */
export async function getMe(ctx: MemberCtx) {
  const [person] = await ctx.db
    .select({ name: people.name, locale: people.locale, hasPassword: sql<boolean>`${people.passwordHash} is not null` })
    .from(people)
    .where(eq(people.id, ctx.actor.personId));
  const mine = await ctx.db
    .select({
      id: addresses.id,
      address: addresses.address,
      isPrimary: addresses.isPrimary,
      confirmedAt: addresses.confirmedAt,
    })
    .from(addresses)
    .where(eq(addresses.personId, ctx.actor.personId))
    .orderBy(desc(addresses.isPrimary), asc(addresses.createdAt))
    .limit(20);
  return {
    id: ctx.actor.personId,
    name: person?.name ?? "",
    locale: person?.locale ?? "en",
    hasPassword: person?.hasPassword ?? false,
    addresses: mine,
    operator: ctx.actor.operator,
    addressConfirmed: ctx.actor.addressConfirmed,
  };
}

/** Everything kept about the person, for their own copy (Article 15 and 20 GDPR). */
export async function exportMe(ctx: MemberCtx) {
  const mine = ctx.actor.personId;
  const account = await getMe(ctx);
  const memberships = await ctx.db
    .select({
      organisation: organisations.legalName,
      role: organisationPeople.role,
      since: organisationPeople.createdAt,
    })
    .from(organisationPeople)
    .innerJoin(organisations, eq(organisations.id, organisationPeople.organisationId))
    .where(eq(organisationPeople.personId, mine))
    .limit(1_000);
  const signOn = await ctx.db
    .select({ issuer: identities.issuer, since: identities.createdAt })
    .from(identities)
    .where(eq(identities.personId, mine))
    .limit(100);
  const acts = await ctx.db
    .select({ at: activity.at, type: activity.type, data: activity.data, projectId: activity.projectId })
    .from(activity)
    .where(eq(activity.personId, mine))
    .orderBy(desc(activity.id))
    .limit(50_000);
  return { account, memberships, projects: ctx.actor.participations, signOn, activity: acts };
}
