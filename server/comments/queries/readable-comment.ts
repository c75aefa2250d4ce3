import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { type Actor, coordinates } from "@/domain/actor";
import { scopeOf } from "@/server/outputs/queries/evaluator-scope";
import { pairs } from "@/server/participation-pairs";

const names = ["mine", "inside", "reader", "coordinated", "pairProjects", "pairOrganisations"] as const;

/** Values for the condition below: arrays of ids in PostgreSQL's notation, and the reader's id. */
type Reader = Record<(typeof names)[number], string | Placeholder>;

/** The values of `preparedReader` for an actor. */
export const readerOf = (actor: Actor) => ({
  ...scopeOf(actor),
  ...pairs(actor.participations),
  coordinated: `{${actor.participations
    .filter(({ projectId }) => coordinates(actor, projectId))
    .map(({ projectId }) => projectId)
    .join(",")}}`,
});

/** For statements that are prepared once for all readers; the values come from `readerOf`. */
export const preparedReader = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Reader;

/**
 * Comments that the reader can read: those on subjects they may read, by the visibility of the comment. The same rule as
 * `canReadComment` in domain/comments.ts; a test compares the two. Every query that returns comments uses this condition.
 */
export function readableComment(reader: Reader): SQL {
  const { mine, inside, coordinated, pairProjects, pairOrganisations } = reader;
  const self = sql`${reader.reader}::uuid`;
  const isMember = sql`comments.project_id = any(${inside}::uuid[])`;
  const isAsked = sql`(comments.project_id = any(${mine}::uuid[]) and case comments.subject_type
    when 'submission' then exists (select from reviews asked
      where asked.submission_id = comments.subject_id and asked.reviewer_id = ${self})
    when 'output' then exists (select from submissions s join reviews asked on asked.submission_id = s.id
      where s.output_id = comments.subject_id and asked.reviewer_id = ${self})
    when 'file' then exists (select from file_versions v join submission_versions frozen on frozen.version_id = v.id
      join reviews asked on asked.submission_id = frozen.submission_id
      where v.file_id = comments.subject_id and asked.reviewer_id = ${self})
    else false end)`;
  return sql`((${isMember} or ${isAsked}) and (comments.person_id = ${self} or case comments.visibility
    when 'everyone' then comments.subject_type = 'submission' or ${isMember}
    when 'organisation' then (comments.project_id, comments.organisation_id) in (
      select * from unnest(${pairProjects}::uuid[], ${pairOrganisations}::uuid[]))
    when 'coordinators' then comments.opened_by = ${self} or comments.project_id = any(${coordinated}::uuid[])
    else false end))`;
}
