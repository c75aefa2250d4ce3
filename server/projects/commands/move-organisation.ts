import type { Db } from "@/db/client";
import { isNone, type OrganisationMove } from "@/server/registry/belonging";
import { belongings } from "@/server/registry/registry";

/**
 * Moves the participation of an organisation, and everything planned for it in the project, to another organisation in
 * the caller's transaction. The registry says how for each table.
 */
export async function moveOrganisation(tx: Db, move: OrganisationMove): Promise<void> {
  for (const { moveOrganisation: change } of belongings) {
    if (isNone(change)) continue;
    for (const statement of change.statements(move)) await tx.execute(statement);
  }
}
