import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { organisationPeople } from "@/db/schema";
import type { OrganisationRole } from "@/domain/actor";

/** Adds a person to an organisation unless they already belong to it; used by requests and invitations. */
export async function addOrganisationPerson(
  tx: Db,
  input: { organisationId: string; personId: string; role: OrganisationRole },
): Promise<boolean> {
  const added = await tx
    .insert(organisationPeople)
    .values({ id: uuid(), ...input })
    .onConflictDoNothing()
    .returning({ id: organisationPeople.id });
  return added.length > 0;
}
