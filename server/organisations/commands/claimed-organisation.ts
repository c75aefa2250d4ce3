import { and, eq, isNotNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { organisations } from "@/db/schema";
import { DomainError } from "@/domain/errors";

/** The name of an organisation that has people. Errors: organisation.not_found. */
export async function getClaimedOrganisation(tx: Db, organisationId: string) {
  const [found] = await tx
    .select({ name: organisations.legalName })
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), isNotNull(organisations.claimedAt)));
  if (!found) throw new DomainError("organisation.not_found");
  return found;
}
