import { and, eq, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { joinRequests, organisationPeople } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { getClaimedOrganisation } from "./claimed-organisation";
import { lockOrganisationPeople } from "./lock-organisation-people";

/**
 * Removes a person from the organisation and ends their memberships of its projects. Errors: organisation.last_admin.
 */
export async function removeOrganisationPerson(
  ctx: MemberContext,
  input: { organisationId: string; personId: string },
  endPlaces: (tx: Db) => Promise<void>,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { isLastAdmin } = await lockOrganisationPeople(tx, ctx, input.organisationId, input.personId);
    if (isLastAdmin) throw new DomainError("organisation.last_admin");
    await endPlaces(tx);
    await tx
      .delete(organisationPeople)
      .where(
        and(
          eq(organisationPeople.organisationId, input.organisationId),
          eq(organisationPeople.personId, input.personId),
        ),
      );
    await tx
      .update(joinRequests)
      .set({ status: "declined", decidedAt: ctx.now })
      .where(
        and(
          eq(joinRequests.organisationId, input.organisationId),
          eq(joinRequests.personId, input.personId),
          ne(joinRequests.status, "declined"),
        ),
      );
    const { name } = await getClaimedOrganisation(tx, input.organisationId);
    await record(
      tx,
      ctx,
      { organisationId: input.organisationId },
      { type: "organisation.person_removed", data: { ...input, name } },
    );
  });
}
