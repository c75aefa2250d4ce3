import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { type Actor, consortiumProjects } from "@/domain/actor";

/** Values for the conditions below: arrays of project ids in PostgreSQL's notation, and the reader's id. */
type Scope = Record<"mine" | "inside" | "reader", string | Placeholder>;

const idList = (ids: readonly string[]) => `{${ids.join(",")}}`;

/**
 * The values of `preparedScope` for an actor: all projects, the projects where they are not an evaluator, and the
 * person's id.
 */
export const scopeOf = (actor: Actor) => ({
  mine: idList(actor.participations.map((participation) => participation.projectId)),
  inside: idList(consortiumProjects(actor)),
  reader: actor.personId,
});

/** For statements that are prepared once for all readers; the values come from `scopeOf`. */
export const preparedScope: Scope = {
  mine: sql.placeholder("mine"),
  inside: sql.placeholder("inside"),
  reader: sql.placeholder("reader"),
};

const isScope = (viewer: Actor | Scope): viewer is Scope => "reader" in viewer;
const scopeFor = (viewer: Actor | Scope): Scope => (isScope(viewer) ? viewer : scopeOf(viewer));

const isAmong = (projectId: SQL, ids: string | Placeholder) => sql`${projectId} = any(${ids}::uuid[])`;

/** Rows of the reader's projects, by their project id column. */
export const isMine = (projectId: SQL, reader: Actor | Scope): SQL => isAmong(projectId, scopeFor(reader).mine);

/** Submissions that the reader may see: as an evaluator those they were asked to review, otherwise all. */
export function shownSubmission(viewer: Actor | Scope, name: "submissions" | "b" = "submissions"): SQL {
  const { inside, reader } = scopeFor(viewer);
  const submission = sql.raw(name);
  return sql`(${isAmong(sql`${submission}.project_id`, inside)} or exists (select from reviews asked
    where asked.submission_id = ${submission}.id and asked.reviewer_id = ${reader}::uuid))`;
}

/** Versions that the reader may see: as an evaluator those of submissions they were asked to review, otherwise all. */
export function shownVersion(viewer: Actor | Scope, name: "file_versions" | "v" = "file_versions"): SQL {
  const { inside, reader } = scopeFor(viewer);
  const version = sql.raw(name);
  return sql`(${isAmong(sql`${version}.project_id`, inside)} or exists (select from submission_versions frozen
    join reviews asked on asked.submission_id = frozen.submission_id and asked.reviewer_id = ${reader}::uuid
    where frozen.version_id = ${version}.id))`;
}

/** Files of which the reader may see at least one version. */
export const shownFile = (viewer: Actor | Scope): SQL =>
  sql`exists (select from file_versions v where v.file_id = output_files.id and ${shownVersion(viewer, "v")})`;
