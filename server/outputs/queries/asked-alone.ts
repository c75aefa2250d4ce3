import { type SQL, sql } from "drizzle-orm";
import { type Actor, projectsInside } from "@/domain/actor";

function isInside(actor: Actor, projectId: SQL): SQL {
  const projects = projectsInside(actor);
  return projects.length > 0 ? sql`${projectId} in ${projects}` : sql`false`;
}

/** Of submissions an evaluator sees those they were named on, whoever is inside all. */
export const shownSubmission = (actor: Actor): SQL =>
  sql`(${isInside(actor, sql`submissions.project_id`)} or exists (select from reviews asked
    where asked.submission_id = submissions.id and asked.reviewer_id = ${actor.personId}))`;

/** Of versions an evaluator sees those of submissions they were named on, whoever is inside all. */
export function shownVersion(actor: Actor, name: "file_versions" | "v" = "file_versions"): SQL {
  const version = sql.raw(name);
  return sql`(${isInside(actor, sql`${version}.project_id`)} or exists (select from submission_versions frozen
    join reviews asked on asked.submission_id = frozen.submission_id and asked.reviewer_id = ${actor.personId}
    where frozen.version_id = ${version}.id))`;
}

/** Of files those of which any version is shown. */
export const shownFile = (actor: Actor): SQL =>
  sql`exists (select from file_versions v where v.file_id = output_files.id and ${shownVersion(actor, "v")})`;
