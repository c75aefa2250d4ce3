import { and, eq } from "drizzle-orm";
import { organisationPeople } from "@/db/schema";
import type { OrganisationRole } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { getClaimedOrganisation } from "./claimed-organisation";
import { lockOrganisationPeople } from "./lock-organisation-people";

/**
 * Makes a person of the organisation admin or member; an organisation keeps at least one admin. Errors:
 * organisation.last_admin.
 */
export async function setOrganisationRole(
  ctx: MemberContext,
  input: { organisationId: string; personId: string; role: OrganisationRole },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { isLastAdmin } = await lockOrganisationPeople(tx, ctx, input.organisationId, input.personId);
    if (isLastAdmin && input.role !== "admin") throw new DomainError("organisation.last_admin");
    await tx
      .update(organisationPeople)
      .set({ role: input.role })
      .where(
        and(
          eq(organisationPeople.organisationId, input.organisationId),
          eq(organisationPeople.personId, input.personId),
        ),
      );
    const { name } = await getClaimedOrganisation(tx, input.organisationId);
    await record(
      tx,
      ctx,
      { organisationId: input.organisationId },
      { type: "organisation.role_changed", data: { ...input, name } },
    );
  });
}
