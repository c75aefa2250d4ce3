import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { participations, workPackages } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { stillIn } from "@/server/still-in";

/** Throws for organisations without a current participation in the project, and for work packages of other projects. */
export async function requireInProject(
  tx: Db,
  now: Date,
  projectId: string,
  organisationIds: string[],
  workPackageId: string | null,
) {
  const wanted = [...new Set(organisationIds)];
  const found = await tx
    .select({ id: participations.organisationId })
    .from(participations)
    .where(
      and(
        eq(participations.projectId, projectId),
        inArray(participations.organisationId, wanted),
        stillIn(participations.endedOn, now),
        sql`${participations.kind} <> 'evaluator'`,
      ),
    );
  if (found.length < wanted.length)
    throw new DomainError("output.organisation_unknown", { field: "leadOrganisationId" });
  if (!workPackageId) return;
  const [package_] = await tx
    .select({ id: workPackages.id })
    .from(workPackages)
    .where(and(eq(workPackages.id, workPackageId), eq(workPackages.projectId, projectId)));
  if (!package_) throw new DomainError("work_package.not_found", { field: "workPackageId" });
}
