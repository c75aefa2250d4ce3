import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputs, workPackages } from "@/db/schema";

/** Hands everything planned for one organisation to another, in the caller's transaction: they are one and the same. */
export async function moveOutputs(tx: Db, projectId: string, from: string, to: string): Promise<void> {
  await tx
    .update(outputs)
    .set({ leadOrganisationId: to })
    .where(and(eq(outputs.projectId, projectId), eq(outputs.leadOrganisationId, from)));
  await tx
    .update(workPackages)
    .set({ leadOrganisationId: to })
    .where(and(eq(workPackages.projectId, projectId), eq(workPackages.leadOrganisationId, from)));
  await tx.execute(sql`update output_contributors c set organisation_id = ${to} from outputs o
    where o.id = c.output_id and o.project_id = ${projectId} and c.organisation_id = ${from}
      and not exists (select 1 from output_contributors x where x.output_id = c.output_id and x.organisation_id = ${to})`);
  await tx.execute(sql`delete from output_contributors c using outputs o
    where o.id = c.output_id and o.project_id = ${projectId} and c.organisation_id = ${from}`);
}
