import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { submissions } from "@/db/schema";
import { defaultRubric } from "@/domain/rubrics";

/**
 * The open submission of a filled project as it looks in a large consortium: five files, four reviews of which two are
 * given, 60 findings of which every third is answered, and 100 comments.
 */
export async function fillSubmission(db: Db, slug: string): Promise<void> {
  const [read] = await db.execute<{ id: string; output: string; project: string }>(sql`
    select s.id, s.output_id as output, s.project_id as project
    from submissions s join projects p on p.id = s.project_id where p.slug = ${slug} and s.status = 'open'`);
  if (!read) throw new Error("The project has no open submission.");
  const submission = sql`${read.id}::uuid`;
  await db.execute(sql`with files as (
      insert into output_files (id, project_id, output_id, name, name_key, language)
      select gen_random_uuid(), ${read.project}::uuid, ${read.output}::uuid, 'Annex ' || n || '.pdf', 'annex ' || n || '.pdf', 'en'
      from generate_series(1, 2) n returning id, name),
    versions as (
      insert into file_versions (id, project_id, output_id, file_id, number, url, sha256, size_bytes, media_type, name,
        uploaded_by, organisation_id)
      select gen_random_uuid(), ${read.project}::uuid, ${read.output}::uuid, f.id, 1, 'https://annex.example/' || f.id,
        encode(sha256(f.id::text::bytea), 'hex'), 0, 'text/uri-list', f.name, s.submitted_by, s.organisation_id
      from files f, submissions s where s.id = ${submission} returning id, sha256)
    insert into submission_versions (submission_id, version_id, sha256)
    select ${submission}, id, sha256 from versions`);
  await db.execute(sql`insert into reviews (id, project_id, submission_id, reviewer_id, organisation_id, verdict, comment,
      requested_by, decided_at)
    select gen_random_uuid(), pa.project_id, ${submission}, person.id, pa.organisation_id, 'approve_with_remarks',
      'Clear, and the examples work in our classes.', s.submitted_by, now() - interval '2 days'
    from submissions s
      join participations pa on pa.project_id = s.project_id and pa.hue in (3, 4)
      join lateral (select id from people where name = 'Colleague ' || (100 + pa.hue)) person on true
    where s.id = ${submission}`);
  const rubric = defaultRubric("guide");
  await db.update(submissions).set({ rubric }).where(eq(submissions.id, read.id));
  await db.execute(sql`insert into review_scores (review_id, criterion, score, comment)
    select r.id, c ->> 'key', 4, 'Good, with one gap in chapter two.'
    from reviews r, jsonb_array_elements(${JSON.stringify(rubric)}::jsonb) c
    where r.submission_id = ${submission} and r.verdict is not null`);
  await db.execute(sql`insert into findings (id, project_id, output_id, review_id, person_id, version_id, weight, status,
      text, page, created_at)
    select gen_random_uuid(), r.project_id, ${read.output}::uuid, r.id, r.reviewer_id, v.version_id,
      case n % 3 when 0 then 'must' when 1 then 'should' else 'could' end, case n % 3 when 0 then 'fixed' else 'open' end,
      'Finding ' || n || ': the table names no source, and its columns differ from the text.', n,
      now() - n * interval '1 minute'
    from (select *, row_number() over (order by id) as place from reviews
        where submission_id = ${submission} and verdict is not null) r,
      generate_series(1, 30) n,
      (select version_id from submission_versions where submission_id = ${submission} limit 1) v`);
  await db.execute(sql`insert into finding_answers (id, finding_id, act, text, person_id, organisation_id, created_at)
    select gen_random_uuid(), f.id, 'fixed', 'The source is named now.', s.submitted_by, s.organisation_id, now()
    from findings f join submissions s on s.id = ${submission}
    where f.output_id = s.output_id and f.status = 'fixed'`);
  await db.execute(sql`insert into comments (id, project_id, subject_type, subject_id, person_id, organisation_id,
      visibility, text, thread_at, created_at)
    select gen_random_uuid(), s.project_id, 'submission', s.id, s.submitted_by, s.organisation_id,
      'everyone', 'Comment ' || n || ': the table on page ' || n || ' needs a source.', now() - n * interval '1 hour',
      now() - n * interval '1 hour'
    from submissions s, generate_series(6, 100) n where s.id = ${submission}`);
}
