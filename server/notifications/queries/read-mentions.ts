import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { EventType } from "@/domain/events/events";
import { idList, type FeedRow } from "@/server/activity/feed";

const added: EventType = "comment.added";

/** Comments that mention people, as rows of a feed; their ids are those of the comments. */
export async function readMentions(db: Db, commentIds: readonly string[]): Promise<FeedRow[]> {
  const rows = await db.execute<FeedRow>(sql`
    select c.id::text as id, (extract(epoch from c.created_at) * 1000)::float8 as at, ${added} as type,
      case c.subject_type
        when 'practice' then jsonb_build_object('subject', c.subject_type, 'practiceId', p.id, 'title', p.title)
        when 'task' then jsonb_build_object('subject', c.subject_type, 'taskId', t.id, 'title', t.title)
        else jsonb_strip_nulls(jsonb_build_object('subject', c.subject_type, 'number', x.number, 'title', x.title,
          'submissionId', s.id, 'submission', s.number, 'fileId', f.id, 'file', f.name)) end as data,
      c.project_id as "projectId", x.id as "outputId", pe.id as "personId",
      case when pe.closed_at is null then pe.name end as person, null as about,
      o.id as "organisationId", o.short_name as "shortName", o.country, pa.hue, f.id as "fileId", null as sha256
    from comments c
    join people pe on pe.id = c.person_id
    join organisations o on o.id = c.organisation_id
    left join participations pa on pa.project_id = c.project_id and pa.organisation_id = o.id
    left join submissions s on c.subject_type = 'submission' and s.id = c.subject_id
    left join output_files f on c.subject_type = 'file' and f.id = c.subject_id
    left join practices p on c.subject_type = 'practice' and p.id = c.subject_id
    left join tasks t on c.subject_type = 'task' and t.id = c.subject_id
    left join outputs x on x.id = coalesce(s.output_id, f.output_id, t.output_id,
      case when c.subject_type = 'output' then c.subject_id end)
    where c.id = any(${idList(commentIds)})`);
  return [...rows];
}
