import { and, eq, sql } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { UpdateOrganisation } from "@/domain/schemas/organisations";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { indexOrganisation } from "@/server/library/commands/index-in-library";
import { changeAddress } from "@/server/publications/commands/public-address";
import { findLikelyDuplicates, getOrganisation } from "../queries";
import { organisationColumns } from "./organisation-columns";

/** Updates an organisation. Errors: organisation.changed with the current row, organisation.*_taken. */
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
    const columns = organisationColumns(input);
    const publicSlug = await changeAddress(
      tx,
      "partner",
      { id: input.organisationId, slug: before.publicSlug },
      before.shortName === columns.shortName ? null : columns.shortName,
    );
    const [changed] = await tx
      .update(organisations)
      .set({ ...columns, publicSlug, revision: sql`${organisations.revision} + 1` })
      .where(and(eq(organisations.id, input.organisationId), eq(organisations.revision, input.revision)))
      .returning({ id: organisations.id });
    if (!changed) throw new DomainError("organisation.changed", { current: before });
    const fields = Object.entries(columns)
      .filter(([name, value]) => name in before && before[name as keyof typeof before] !== value)
      .map(([name]) => name);
    const event = { type: "organisation.updated" as const, data: { name: input.legalName, fields } };
    await record(tx, ctx, { organisationId: input.organisationId }, event);
    if (fields.length > 0) await indexOrganisation(tx, input.organisationId);
    return getOrganisation(inside, input.organisationId);
  });
}
