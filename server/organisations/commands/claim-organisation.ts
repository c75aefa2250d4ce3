import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { organisationPeople, organisations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { CreateOrganisation } from "@/domain/schemas/organisations";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { newAddress } from "@/server/publications/commands/public-address";
import { organisationColumns } from "./organisation-columns";
import { refuseDuplicates } from "./refuse-duplicates";

/**
 * Registers an organisation that so far existed only in an invitation, with the person as its admin, in the caller's
 * transaction. Errors: organisation.oid_taken, organisation.pic_taken, organisation.likely_duplicate.
 */
export async function claimOrganisation(
  ctx: MemberContext,
  organisationId: string,
  input: Omit<CreateOrganisation, "id">,
): Promise<void> {
  await refuseDuplicates(ctx.db, input);
  const columns = organisationColumns(input);
  const [claimed] = await ctx.db
    .update(organisations)
    .set({ ...columns, publicSlug: newAddress("partner", columns.shortName), claimedAt: ctx.now })
    .where(and(eq(organisations.id, organisationId), isNull(organisations.claimedAt)))
    .returning({ id: organisations.id });
  if (!claimed) throw new DomainError("organisation.not_found");
  await ctx.db
    .insert(organisationPeople)
    .values({ id: uuid(), organisationId, personId: ctx.actor.personId, role: "admin" });
  const event = { type: "organisation.created" as const, data: { name: input.legalName } };
  await record(ctx.db, ctx, { organisationId }, event);
}
