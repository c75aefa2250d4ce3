import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** The size of a database: its activities, those of the measured project, and its other projects. */
export type Size = { activities: number; measured: number; others: number };

/** The measured person takes part in the measured project and in this many others. */
const mine = 5;
export const outputsInProject = 20;
export const peopleInOrganisation = 5;
export const organisationsInProject = 8;
/** Activities of the rare kind in the measured project, whatever its size. */
const rare = 10;
const daysBack = 900;

const ids = {
  project: (p: string) => sql.raw(`bench_id('project ' || ${p})`),
  organisation: (p: string, o: string) => sql.raw(`bench_id('organisation ' || ${p} || ' ' || ${o})`),
  person: (p: string, o: string, k: string) => sql.raw(`bench_id('person ' || ${p} || ' ' || ${o} || ' ' || ${k})`),
  output: (p: string, x: string) => sql.raw(`bench_id('output ' || ${p} || ' ' || ${x})`),
  workPackage: (p: string, w: string) => sql.raw(`bench_id('work package ' || ${p} || ' ' || ${w})`),
};

export type Ids = {
  projectId: string;
  organisationId: string;
  personId: string;
  outputId: string;
  workPackageId: string;
};

/** The ids that the measurements filter by: the second organisation of the measured project and its third person. */
export async function measuredIds(db: Db): Promise<Ids> {
  const [found] = await db.execute<Ids>(sql`select ${ids.project("0")} as "projectId",
    ${ids.organisation("0", "1")} as "organisationId", ${ids.person("0", "1", "2")} as "personId",
    ${ids.output("0", "3")} as "outputId", ${ids.workPackage("0", "1")} as "workPackageId"`);
  if (!found) throw new Error("The measured project is not there.");
  return found;
}

async function fillProjects(db: Db, others: number): Promise<void> {
  // Ids are made of names, so that rows refer to each other without a join; version and variant as the API wants them.
  await db.execute(sql`create function bench_id(name text) returns uuid language sql immutable parallel safe as $$
    select overlay(overlay(md5(name) placing '7' from 13) placing '8' from 17)::uuid $$`);
  const project = sql`generate_series(0, ${others}::int) p`;
  const organisation = sql`generate_series(0, ${organisationsInProject - 1}::int) o`;
  await db.execute(sql`insert into people (id, name)
    select ${ids.person("p", "o", "k")}, 'Person ' || p || ' ' || o || ' ' || k
    from ${project}, ${organisation}, generate_series(0, ${peopleInOrganisation - 1}::int) k`);
  await db.execute(sql`insert into projects (id, slug, status, call_year, action_code, field, title, acronym, starts_on,
      duration_months, created_by)
    select ${ids.project("p")}, 'growth-' || p, 'running', 2025, 'KA220-VET', 'vet', 'Partnership ' || p, 'GROW' || p,
      current_date - ${daysBack}::int, 36, ${ids.person("p", "0", "0")} from ${project}`);
  await db.execute(sql`insert into organisations (id, legal_name, short_name, name_key, country, city, claimed_at)
    select ${ids.organisation("p", "o")}, 'Organisation ' || p || ' ' || o, 'Org' || p || o, 'organisation ' || p || ' ' || o,
      (array['ES','GR','BG','PL','FI'])[1 + o % 5], 'Volos', now() from ${project}, ${organisation}`);
  await db.execute(sql`insert into participations (id, project_id, organisation_id, kind, hue, joined_at)
    select ${ids.organisation("p", "o")}, ${ids.project("p")}, ${ids.organisation("p", "o")},
      case o when 0 then 'coordinator' else 'partner' end, o, now() from ${project}, ${organisation}`);
  await db.execute(sql`insert into participation_people (id, project_id, participation_id, person_id, role)
    select gen_random_uuid(), ${ids.project("p")}, ${ids.organisation("p", "o")}, ${ids.person("p", "o", "k")}, 'manager'
    from ${project}, ${organisation}, generate_series(0, ${peopleInOrganisation - 1}::int) k`);
  await db.execute(sql`insert into participation_people (id, project_id, participation_id, person_id, role)
    select gen_random_uuid(), ${ids.project("p")}, ${ids.organisation("p", "0")}, ${ids.person("0", "1", "2")}, 'viewer'
    from generate_series(1, ${mine}::int) p`);
  await db.execute(sql`insert into work_packages (id, project_id, number, title)
    select ${ids.workPackage("p", "w")}, ${ids.project("p")}, w, 'Package ' || w from ${project}, generate_series(1, 4) w`);
  await db.execute(sql`insert into outputs (id, project_id, work_package_id, number, title, type, lead_organisation_id, status, due_on)
    select ${ids.output("p", "x")}, ${ids.project("p")}, ${ids.workPackage("p", "(1 + x % 4)")}, x, 'Output ' || x, 'guide',
      ${ids.organisation("p", "(x % 8)")}, 'in_progress', current_date - 450 + x * 30
    from ${project}, generate_series(1, ${outputsInProject}::int) x`);
}

/** Mostly uploads and comments, as in a project; the measured project has a few activities of a rare kind. */
const kindOf = sql.raw(`case when p = 0 and n % greatest(total / ${rare}, 1) = 0 then 'practice.drafted'
  when n % 20 < 9 then 'file.uploaded' when n % 20 < 14 then 'comment.added' when n % 20 < 17 then 'output.updated'
  else 'output.started' end`);

async function fillActivity(db: Db, { activities, measured, others }: Size): Promise<void> {
  // Filled without its indexes and triggers, which takes a tenth of the time; the indexes are made again as they were.
  const indexes = await db.execute<{ name: string; made: string }>(sql`select indexname as name, indexdef as made
    from pg_indexes where tablename = 'activity' and indexname <> 'activity_pkey'`);
  for (const { name } of indexes) await db.execute(sql`drop index ${sql.identifier(name)}`);
  await db.execute(sql`alter table activity disable trigger user`);
  const every = Math.round(activities / measured);
  await db.execute(sql`insert into activity (at, project_id, organisation_id, person_id, output_id, type, kind, data)
    select now() - (1 - place / ${activities}::float8) * ${daysBack}::int * interval '1 day', ${ids.project("p")},
      ${ids.organisation("p", "o")}, ${ids.person("p", "o", "k")}, ${ids.output("p", "x")}, type,
      case type when 'file.uploaded' then 'files' when 'comment.added' then 'comments'
        when 'practice.drafted' then 'practices' else 'outputs' end,
      case type when 'file.uploaded' then jsonb_build_object('number', x, 'title', 'Output ' || x, 'versionId',
          bench_id('version ' || n), 'file', 'draft.pdf', 'version', 1, 'onBehalf', false)
        when 'comment.added' then jsonb_build_object('number', x, 'title', 'Output ' || x, 'submissionId',
          bench_id('submission'), 'submission', 1)
        when 'practice.drafted' then jsonb_build_object('practiceId', bench_id('practice'), 'title', 'Open days')
        when 'output.updated' then jsonb_build_object('number', x, 'title', 'Output ' || x, 'fields', '["title"]'::jsonb)
        else jsonb_build_object('number', x, 'title', 'Output ' || x) end
    from (select n, place, p, o, (n / 8) % ${peopleInOrganisation}::int as k, 1 + (n * 7) % ${outputsInProject}::int as x, ${kindOf} as type
      from (select n, place, p, (n * 3) % ${organisationsInProject}::int as o, total from (
        select n / case when n % ${every}::int = 0 then ${every}::int else 1 end as n,
          case when n % ${every}::int = 0 then 0 else 1 + n % ${others}::int end as p, n as place,
          ${measured}::int as total from generate_series(1, ${activities}::int) n) placed) sides) acts`);
  for (const { made } of indexes) await db.execute(sql.raw(made));
  // Counted by month as if the rows were sealed: hashing five million rows would take most of the time.
  await db.execute(sql`select rebuild_activity_months()`);
  await db.execute(sql`alter table activity enable trigger user`);
}

/** Fills an empty, migrated database, as the owner of its tables. */
export async function fillGrowth(db: Db, size: Size): Promise<void> {
  await db.execute(sql`set synchronous_commit = off`);
  await db.execute(sql`set maintenance_work_mem = '512MB'`);
  await db.execute(sql`set work_mem = '256MB'`);
  await fillProjects(db, size.others);
  await fillActivity(db, size);
  await db.execute(sql`vacuum analyze`);
}
