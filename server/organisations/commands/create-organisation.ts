import { and, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { organisationPeople, organisations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { CreateOrganisation } from "@/domain/schemas/organisations";
import { record } from "@/server/events/record";
import { newAddress } from "@/server/publications/commands/public-address";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { refuseDuplicates } from "./refuse-duplicates";
import { organisationColumns } from "./organisation-columns";

/**
 * Registers an organisation with the person as its admin. A repeated id of the same person returns the first result.
 * Errors: organisation.oid_taken, organisation.pic_taken, organisation.likely_duplicate (each with the candidates in
 * `current`), input.id_taken, rate.limited.
 */
export async function createOrganisation(ctx: MemberContext, input: CreateOrganisation) {
  const again = await ctx.db
    .select({ id: organisationPeople.id })
    .from(organisationPeople)
    .where(and(eq(organisationPeople.organisationId, input.id), eq(organisationPeople.personId, ctx.actor.personId)));
  if (again.length > 0) return { id: input.id };
  await limit("organisations", ctx.actor.personId);
  const columns = organisationColumns(input);
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organisation ${input.country}`}, 0))`);
    await refuseDuplicates(tx, input);
    const [made] = await tx
      .insert(organisations)
      .values({
        id: input.id,
        ...columns,
        publicSlug: newAddress("partner", columns.shortName),
        claimedAt: ctx.now,
      })
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
