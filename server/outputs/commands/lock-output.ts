import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputs, projects } from "@/db/schema";
import { type Actor, placeIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";

const subjectColumns = {
  id: outputs.id,
  projectId: outputs.projectId,
  number: outputs.number,
  title: outputs.title,
  status: outputs.status,
  revision: outputs.revision,
  leadOrganisationId: outputs.leadOrganisationId,
  changedSinceApproval: outputs.changedSinceApproval,
  approvedSubmissionId: outputs.approvedSubmissionId,
  projectStatus: projects.status,
  slug: projects.slug,
  contributorIds: sql<string[]>`coalesce((select json_agg(c.organisation_id) from output_contributors c
    where c.output_id = ${outputs.id}), '[]')`,
  reviewerIds: sql<string[]>`coalesce((select json_agg(r.reviewer_id) from reviews r
    join submissions s on s.id = r.submission_id where s.output_id = ${outputs.id}), '[]')`,
};

/**
 * The output, locked for a change, within the actor's projects; output.not_found for strangers and for evaluators who
 * were not asked to review it.
 */
export async function lockOutput(tx: Db, actor: Actor, outputId: string) {
  const mine = actor.participations.map((place) => place.projectId);
  const [row] = await tx
    .select(subjectColumns)
    .from(outputs)
    .innerJoin(projects, eq(projects.id, outputs.projectId))
    .where(and(eq(outputs.id, outputId), inArray(outputs.projectId, mine)))
    .for("update", { of: outputs });
  if (!row || !placeIn(actor, row.projectId) || !can(actor, "output.read", row))
    throw new DomainError("output.not_found");
  return row;
}

export type LockedOutput = Awaited<ReturnType<typeof lockOutput>>;
