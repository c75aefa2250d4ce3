import { and, asc, eq, isNull } from "drizzle-orm";
import { participationPeople, participations } from "@/db/schema";
import { removeOrganisationPerson } from "@/server/organisations/commands/remove-organisation-person";
import type { MemberContext } from "@/server/context";
import { requireAnotherManager } from "./require-another-manager";

/**
 * Removes a person from the organisation and so from its projects; for its admins. Errors: participation.last_manager.
 */
export async function removeColleague(
  ctx: MemberContext,
  input: { organisationId: string; personId: string },
): Promise<void> {
  await removeOrganisationPerson(ctx, input, async (tx) => {
    const memberships = await tx
      .select({
        id: participationPeople.id,
        role: participationPeople.role,
        kind: participations.kind,
        participationId: participations.id,
      })
      .from(participationPeople)
      .innerJoin(participations, eq(participations.id, participationPeople.participationId))
      .where(
        and(
          eq(participations.organisationId, input.organisationId),
          eq(participationPeople.personId, input.personId),
          isNull(participationPeople.endedAt),
        ),
      )
      .orderBy(asc(participationPeople.id))
      .for("update");
    for (const membership of memberships) {
      if (membership.role === "manager") await requireAnotherManager(tx, membership);
      await tx.update(participationPeople).set({ endedAt: ctx.now }).where(eq(participationPeople.id, membership.id));
    }
  });
}
