import { sql } from "drizzle-orm";
import { type Belonging, memberName, noActsYet, none, noReference, reassign, staysAsWork } from "./belonging";

/** What a comment is on, for tables with one row per comment. */
const subject = sql`left join submissions s on c.subject_type = 'submission' and s.id = c.subject_id
  left join output_files f on c.subject_type = 'file' and f.id = c.subject_id
  left join outputs x on x.id = coalesce(s.output_id, f.output_id,
    case when c.subject_type = 'output' then c.subject_id end)
  left join practices p on c.subject_type = 'practice' and p.id = c.subject_id
  left join tasks t on c.subject_type = 'task' and t.id = c.subject_id`;

/** Comments with their earlier texts and mentions. */
export const commentTables: Record<string, Belonging> = {
  comments: {
    merge: reassign("comments", "person_id", "opened_by", "resolved_by"),
    personExport: {
      comments: (id) => sql`select pr.acronym as project, x.title as output, s.number as submission, f.name as file,
          p.title as practice, t.title as task, c.visibility, c.text, c.created_at, c.edited_at, c.removed_at
        from comments c ${subject} join projects pr on pr.id = c.project_id
        where c.person_id = ${id} order by c.created_at`,
    },
    // All members read the archive, so that it holds only comments that all of them can read.
    archive: {
      name: "comments.csv",
      rows: (id) => sql`select c.id, c.reply_to, x.number as output, s.number as submission, f.name as file,
          p.title as practice, t.title as task, o.short_name as organisation, ${memberName("pe")} as person, c.text, c.created_at,
          c.edited_at, c.resolved_at, c.removed_at
        from comments c ${subject} join organisations o on o.id = c.organisation_id join people pe on pe.id = c.person_id
        where c.project_id = ${id} and c.visibility = 'everyone' order by c.thread_at, c.thread_id, c.created_at, c.id`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
  comment_versions: {
    merge: noReference,
    personExport: {
      earlierComments: (id) => sql`select pr.acronym as project, v.text, v.replaced_at
        from comment_versions v join comments c on c.id = v.comment_id join projects pr on pr.id = c.project_id
        where c.person_id = ${id} order by v.replaced_at`,
    },
    archive: {
      name: "comment-versions.csv",
      rows: (id) => sql`select v.comment_id as comment, v.revision, v.text, v.replaced_at
        from comment_versions v join comments c on c.id = v.comment_id
        where c.project_id = ${id} and c.visibility = 'everyone' order by v.comment_id, v.revision`,
    },
    erase: staysAsWork,
    moveOrganisation: noReference,
  },
  comment_mentions: {
    // When a comment mentions both accounts, one mention stays.
    merge: {
      columns: ["person_id"],
      statements: ({ from, to }) => [
        sql`update comment_mentions m set person_id = ${to} where m.person_id = ${from} and not exists (
          select 1 from comment_mentions o where o.comment_id = m.comment_id and o.person_id = ${to})`,
        sql`delete from comment_mentions where person_id = ${from}`,
      ],
    },
    personExport: none("A mention is part of a comment that another person wrote."),
    archive: none("A mention only says who was told of a comment."),
    erase: none("Without a name on the account a mention shows no person."),
    moveOrganisation: noReference,
  },
};
