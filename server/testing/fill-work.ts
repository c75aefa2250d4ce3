import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/**
 * The work of every project: three files of two versions for each output, one submission of them with two reviews, and
 * five comments on each submission; twenty tasks of each organisation. The sixth output of each project is in review.
 */
export async function fillWork(db: Db): Promise<void> {
  await db.execute(sql`insert into output_files (id, project_id, output_id, name, name_key, language)
    select gen_random_uuid(), o.project_id, o.id, 'Chapter ' || n || '.pdf', 'chapter ' || n || '.pdf', 'en'
    from outputs o, generate_series(1, 3) n`);
  await db.execute(sql`with made as (
      insert into blobs (id, storage_key, sha256, size_bytes, media_type)
      select gen_random_uuid(), 'bench/' || f.id || '/' || n, encode(sha256((f.id || '/' || n)::bytea), 'hex'), 240000,
        'application/pdf'
      from output_files f, generate_series(1, 2) n returning id, storage_key, sha256)
    insert into file_versions (id, project_id, output_id, file_id, number, blob_id, sha256, size_bytes, media_type, name,
      note, uploaded_by, organisation_id, created_at)
    select gen_random_uuid(), f.project_id, f.output_id, f.id, split_part(made.storage_key, '/', 3)::int, made.id,
      made.sha256, 240000, 'application/pdf', f.name, 'With the comments of all partners.', p.created_by,
      o.lead_organisation_id, now() - interval '20 days'
    from made join output_files f on f.id = split_part(made.storage_key, '/', 2)::uuid
      join outputs o on o.id = f.output_id join projects p on p.id = f.project_id`);
  await db.execute(sql`insert into submissions (id, project_id, output_id, number, note, status, submitted_by,
      organisation_id, decided_by, decided_at, decision_comment, created_at)
    select gen_random_uuid(), o.project_id, o.id, 1, 'Please look at the second chapter first.',
      case when o.status = 'approved' then 'approved' when o.status = 'in_review' then 'open' else 'changes_requested' end,
      p.created_by, o.lead_organisation_id,
      case when o.status <> 'in_review' then p.created_by end,
      case when o.status <> 'in_review' then now() - interval '10 days' end,
      case when o.status <> 'in_review' then 'The sources are complete.' end,
      now() - interval '15 days'
    from outputs o join projects p on p.id = o.project_id`);
  await db.execute(sql`update outputs set approved_submission_id = s.id from submissions s
    where s.output_id = outputs.id and s.status = 'approved'`);
  await db.execute(sql`insert into submission_versions (submission_id, version_id, sha256)
    select s.id, v.id, v.sha256 from submissions s join file_versions v on v.output_id = s.output_id and v.number = 2`);
  // Two reviewers of other organisations: the project's second and third, each with its own and the next person.
  await db.execute(sql`insert into reviews (id, project_id, submission_id, reviewer_id, organisation_id, verdict, comment,
      requested_by, decided_at, created_at)
    select gen_random_uuid(), s.project_id, s.id, asked.reviewer, pa.organisation_id,
      case when s.status <> 'open' then 'approve' end,
      case when s.status <> 'open' then 'Clear, and the examples work in our classes.' else '' end,
      s.submitted_by, case when s.status <> 'open' then now() - interval '12 days' end, now() - interval '15 days'
    from (select id, created_by, coalesce(lead(created_by) over (order by slug), (select created_by from projects order by slug limit 1)) as next
      from projects) p
      join submissions s on s.project_id = p.id
      cross join lateral (values (1, p.created_by), (2, p.next)) as asked (hue, reviewer)
      join participations pa on pa.project_id = p.id and pa.hue = asked.hue`);
  await db.execute(sql`insert into comments (id, project_id, subject_type, subject_id, person_id, organisation_id,
      visibility, text, thread_at, created_at)
    select gen_random_uuid(), s.project_id, 'submission', s.id, s.submitted_by, s.organisation_id,
      'everyone', 'Comment ' || n || ': the table on page ' || n || ' needs a source.', now() - n * interval '1 day',
      now() - n * interval '1 day'
    from submissions s, generate_series(1, 5) n`);
  await db.execute(sql`insert into tasks (id, project_id, title, organisation_id, asked_by, asked_for_id, due_on, state)
    select gen_random_uuid(), pa.project_id, 'Task ' || n, pa.organisation_id, p.created_by, pa.organisation_id,
      current_date + n, case n % 4 when 0 then 'done' when 1 then 'asked' else 'open' end
    from participations pa join projects p on p.id = pa.project_id, generate_series(1, 20) n`);
}
