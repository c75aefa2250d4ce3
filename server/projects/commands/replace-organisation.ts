import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { participations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { moveOrganisation } from "./move-organisation";

/** Replaces an unclaimed organisation by one of the person's own, with everything planned for it. */
export async function replaceOrganisation(
  tx: Db,
  at: { projectId: string; participationId: string },
  from: string,
  to: string,
) {
  const [taken] = await tx
    .select({ id: participations.id })
    .from(participations)
    .where(and(eq(participations.projectId, at.projectId), eq(participations.organisationId, to)));
  if (taken) throw new DomainError("project.already_in");
  await moveOrganisation(tx, { projectId: at.projectId, from, to });
  await tx.execute(sql`delete from organisations o where o.id = ${from} and o.claimed_at is null
    and not exists (select 1 from participations p where p.organisation_id = o.id)`);
}
