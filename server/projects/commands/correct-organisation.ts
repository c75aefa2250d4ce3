import { and, eq, ne, or, sql } from "drizzle-orm";
import { organisations, participations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { nameKey, shortNameOf } from "@/domain/organisations";
import type { CorrectOrganisation } from "@/domain/schemas/projects";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { newAddress } from "@/server/publications/commands/public-address";
import { indexOrganisation } from "@/server/library/commands/index-in-library";
import { lockParticipation } from "./lock-participation";

/**
 * Corrects name, city, type and OID of an invited organisation until it joins; from then on its own admins edit it.
 * Errors: organisation.registered, organisation.changed with the current row, project.already_in with the field that
 * equals that of another organisation of the project, participation.not_found, forbidden.
 */
export async function correctOrganisation(ctx: MemberContext, input: CorrectOrganisation): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const participation = await lockParticipation(tx, ctx.actor, input.participationId);
    authorize(ctx.actor, "consortium.change", participation);
    const { projectId, organisationId } = participation;
    const [before] = await tx.select().from(organisations).where(eq(organisations.id, organisationId)).for("update");
    if (!before || before.claimedAt !== null) throw new DomainError("organisation.registered");
    const { legalName, city, type, oid, revision } = before;
    if (revision !== input.revision) {
      throw new DomainError("organisation.changed", { current: { legalName, city, type, oid, revision } });
    }
    const fields = { legalName: input.legalName, city: input.city || null, type: input.type, oid: input.oid };
    const key = nameKey(fields.legalName);
    const [same] = await tx
      .select({ oid: organisations.oid })
      .from(participations)
      .innerJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(
        and(
          eq(participations.projectId, projectId),
          ne(organisations.id, organisationId),
          or(
            and(eq(organisations.nameKey, key), eq(organisations.country, before.country)),
            fields.oid === null ? undefined : eq(organisations.oid, fields.oid),
          ),
        ),
      )
      .limit(1);
    if (same) {
      const field = fields.oid !== null && same.oid === fields.oid ? "oid" : "legalName";
      throw new DomainError("project.already_in", { field });
    }
    const changed = Object.entries(fields).flatMap(([name, value]) =>
      before[name as keyof typeof fields] === value ? [] : [name],
    );
    if (changed.length === 0) return;
    const shortName = shortNameOf(fields.legalName);
    await tx
      .update(organisations)
      .set({
        ...fields,
        shortName,
        // Until it joins it has no public page, so that the previous slug needs no redirect.
        publicSlug: shortName === before.shortName ? before.publicSlug : newAddress("partner", shortName),
        nameKey: key,
        revision: sql`${organisations.revision} + 1`,
      })
      .where(eq(organisations.id, organisationId));
    const data = { name: fields.legalName, organisationId, fields: changed };
    await record(tx, ctx, { projectId }, { type: "participation.organisation_corrected", data });
    await indexOrganisation(tx, organisationId);
  });
}
