import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { organisationPeople } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";

/**
 * Locks all people of an organisation that the actor administers; returns one of them and whether they are its last
 * admin. Errors: organisation.not_found, forbidden, member.not_found.
 */
export async function lockOrganisationPeople(tx: Db, ctx: MemberContext, organisationId: string, personId: string) {
  if (!ctx.actor.organisations.some((o) => o.organisationId === organisationId)) {
    throw new DomainError("organisation.not_found");
  }
  authorize(ctx.actor, "organisation.people", { organisationId });
  const rows = await tx
    .select({ personId: organisationPeople.personId, role: organisationPeople.role })
    .from(organisationPeople)
    .where(eq(organisationPeople.organisationId, organisationId))
    // In one order: two callers that lock the same rows in different orders would wait for each other.
    .orderBy(asc(organisationPeople.id))
    .for("update");
  const person = rows.find((row) => row.personId === personId);
  if (!person) throw new DomainError("member.not_found");
  const otherAdmins = rows.filter((row) => row.role === "admin" && row.personId !== personId);
  return { person, isLastAdmin: person.role === "admin" && otherAdmins.length === 0 };
}
