import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { participationPeople, participations, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { requireOtherOrganisation } from "@/domain/reviews";
import { stillIn } from "@/server/still-in";

/**
 * The people with their organisations, when each of them can review an output of the project today. Errors:
 * review.reviewer_unknown, review.own_organisation.
 */
export async function reviewersOf(
  db: Db,
  now: Date,
  output: { projectId: string; leadOrganisationId: string },
  personIds: string[],
) {
  const rows = await db
    .select({ personId: people.id, organisationId: participations.organisationId })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        eq(participationPeople.projectId, output.projectId),
        isNull(participationPeople.endedAt),
        stillIn(participations.endedOn, now),
        inArray(people.id, personIds),
      ),
    );
  if (rows.length < new Set(personIds).size) throw new DomainError("review.reviewer_unknown", { field: "reviewerIds" });
  for (const row of rows) requireOtherOrganisation(row.organisationId, output.leadOrganisationId);
  return rows;
}
