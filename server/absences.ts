import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { IsoDate } from "@/domain/dates";

/** That a person is away, and who stands in for them in a project. */
export type Away = { until: IsoDate; standInId: string | null; standIn: string | null };

/**
 * Members `theirs` and their colleagues `mine`, who work for the same organisation in a project. Evaluators see only what
 * they were asked to review, so that nobody stands in for them.
 */
const colleagues = (now: SQLWrapper): SQL => sql`(participation_people theirs
  join participations pa on pa.id = theirs.participation_id and pa.kind <> 'evaluator'
    and (pa.ended_on is null or pa.ended_on >= (${now} at time zone 'Europe/Brussels')::date)
  join participation_people mine on mine.participation_id = pa.id and mine.ended_at is null and mine.role <> 'viewer'
  join people si on si.id = mine.person_id and si.closed_at is null)`;

const standsIn = sql`theirs.person_id = ab.person_id and theirs.ended_at is null and mine.person_id = ab.stand_in_id`;

/** Whether a person is away now, and who stands in for them in a project, as SQL; null for those who are there. */
export const awayIn = (
  personId: SQLWrapper,
  projectId: SQLWrapper,
  now: SQLWrapper,
): SQL<Away | null> => sql<Away | null>`(
  select json_build_object('until', ab.until, 'standInId', held.id, 'standIn', held.name)
  from absences ab left join lateral (select si.id, si.name from ${colleagues(now)}
    where theirs.project_id = ${projectId} and ${standsIn}) held on true
  where ab.person_id = ${personId} and ab.ends_at > ${now})`;

/** Who stands in for a person in a project now, as SQL; null when nobody does. */
export const standInOf = (personId: SQLWrapper, projectId: SQLWrapper, now: SQLWrapper): SQL<string | null> =>
  sql<string | null>`(select si.id from absences ab, lateral (select mine.person_id as id from ${colleagues(now)}
    where theirs.project_id = ${projectId} and ${standsIn}) si
    where ab.person_id = ${personId} and ab.ends_at > ${now})`;

/**
 * The managers for whom a person stands in now, as a subquery with `project_id`, `organisation_id`, `kind`, the `name` of
 * who is away and `until`.
 */
export const managersStoodInFor = (personId: SQLWrapper, now: SQLWrapper): SQL => sql`(
  select theirs.project_id, pa.organisation_id, pa.kind, away.name, ab.until
  from absences ab join people away on away.id = ab.person_id join ${colleagues(now)} on ${standsIn}
    and theirs.role = 'manager'
  where ab.stand_in_id = ${personId} and ab.ends_at > ${now})`;

/** Those who stand in for these people in a project, without repetition. Who stands in for a stand-in is not asked. */
export async function findStandIns(
  db: Db,
  now: Date,
  projectId: string,
  personIds: readonly string[],
): Promise<string[]> {
  if (personIds.length === 0) return [];
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<{ personId: string }>(sql`select distinct mine.person_id as "personId"
    from absences ab join ${colleagues(at)} on ${standsIn} and theirs.project_id = ${projectId}
    where ab.person_id = any(${`{${personIds.join(",")}}`}::uuid[]) and ab.ends_at > ${at}`);
  return rows.map(({ personId }) => personId);
}
