import { and, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { organisationPeople, organisations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { nameKey, shortNameOf } from "@/domain/organisations";
import type { CreateOrganisation, OrganisationFields, UpdateOrganisation } from "@/domain/schemas/organisations";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { findLikelyDuplicates, getOrganisation } from "../queries";
import { refuseDuplicates } from "./refuse-duplicates";

/** The columns an organisation's form fills. */
export function columnsOf(input: OrganisationFields) {
  return {
    legalName: input.legalName,
    shortName: input.shortName || shortNameOf(input.legalName),
    nameKey: nameKey(input.legalName),
    country: input.country,
    city: input.city,
    type: input.type,
    publicBody: input.publicBody,
    nonProfit: input.nonProfit,
    oid: input.oid,
    pic: input.pic,
    website: input.website || null,
  };
}

/**
 * Registers an organisation; its first person becomes its admin. The same id from the same person answers with what
 * the first call made. Errors: organisation.oid_taken, organisation.pic_taken, organisation.likely_duplicate (each
 * with the candidates in `current`), input.id_taken, rate.limited.
 */
export async function createOrganisation(ctx: MemberContext, input: CreateOrganisation) {
  const again = await ctx.db
    .select({ id: organisationPeople.id })
    .from(organisationPeople)
    .where(and(eq(organisationPeople.organisationId, input.id), eq(organisationPeople.personId, ctx.actor.personId)));
  if (again.length > 0) return { id: input.id };
  await limit("organisations", ctx.actor.personId);
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organisation ${input.country}`}, 0))`);
    await refuseDuplicates(tx, input);
    const [made] = await tx
      .insert(organisations)
      .values({ id: input.id, ...columnsOf(input), claimedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: organisations.id });
    if (!made) throw new DomainError("input.id_taken");
    await tx.insert(organisationPeople).values({
      id: uuid(),
      organisationId: input.id,
      personId: ctx.actor.personId,
      role: "admin",
    });
    const event = { type: "organisation.created" as const, data: { name: input.legalName } };
    await record(tx, ctx, { organisationId: input.id }, event);
    return { id: input.id };
  });
}

/** Changes an organisation's record. Errors: organisation.changed with the current record, organisation.*_taken. */
export async function updateOrganisation(ctx: MemberContext, input: UpdateOrganisation) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const before = await getOrganisation(inside, input.organisationId);
    authorize(ctx.actor, "organisation.edit", { organisationId: input.organisationId });
    const taken = (await findLikelyDuplicates(tx, input)).filter((o) => o.id !== input.organisationId);
    if (input.oid && taken.some((o) => o.oid === input.oid))
      throw new DomainError("organisation.oid_taken", { field: "oid" });
    if (input.pic && taken.some((o) => o.pic === input.pic))
      throw new DomainError("organisation.pic_taken", { field: "pic" });
    const columns = columnsOf(input);
    const [changed] = await tx
      .update(organisations)
      .set({ ...columns, revision: sql`${organisations.revision} + 1` })
      .where(and(eq(organisations.id, input.organisationId), eq(organisations.revision, input.revision)))
      .returning({ id: organisations.id });
    if (!changed) throw new DomainError("organisation.changed", { current: before });
    const fields = Object.entries(columns)
      .filter(([name, value]) => name in before && before[name as keyof typeof before] !== value)
      .map(([name]) => name);
    const event = { type: "organisation.updated" as const, data: { name: input.legalName, fields } };
    await record(tx, ctx, { organisationId: input.organisationId }, event);
    return getOrganisation(inside, input.organisationId);
  });
}
