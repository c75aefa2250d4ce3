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
  organisationIds: readonly string[],
  workPackageIds: readonly string[],
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
  const packages = [...new Set(workPackageIds)];
  if (packages.length === 0) return;
  const known = await tx
    .select({ id: workPackages.id })
    .from(workPackages)
    .where(and(inArray(workPackages.id, packages), eq(workPackages.projectId, projectId)));
  if (known.length < packages.length) throw new DomainError("work_package.not_found", { field: "workPackageId" });
}
