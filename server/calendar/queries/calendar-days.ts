import { type SQL, sql } from "drizzle-orm";
import type { CalendarKind, CalendarOwner } from "@/domain/calendar";

/** A day on which something is due. */
export type CalendarRow = {
  kind: CalendarKind;
  id: string;
  slug: string;
  acronym: string;
  /** The output that it is, belongs to, or reviews; null for a task of no output. */
  outputId: string | null;
  number: number | null;
  submissionId: string | null;
  title: string;
  /** YYYY-MM-DD. */
  dueOn: string;
  done: boolean;
  organisation: string;
  /** Null for an organisation's, and for a person without an account. */
  person: string | null;
  revision: number;
};

type Days = {
  /** A query for projectId, organisationId and `member`, which is false for evaluators: they see their own reviews. */
  rights: SQL;
  /** The person whose days "me" are: a value or a column. */
  personId: SQL;
  who: CalendarOwner;
  from: SQL;
  to: SQL;
  /** Leaves out what is done, and projects that are closed. */
  waiting?: boolean;
  after?: { day: string; id: string } | null;
  limit: number;
};

/** Outputs, reviews and tasks of one project, each from its index in the order of days. */
function branches({ personId, who, from, to, waiting = false, after, limit }: Days): SQL {
  const own: Record<CalendarKind, SQL> = {
    output: sql`and (o.lead_organisation_id = r.organisation_id or exists (select from output_contributors c
      where c.output_id = o.id and c.organisation_id = r.organisation_id))`,
    review: who === "me" ? sql`and v.reviewer_id = ${personId}` : sql`and v.organisation_id = r.organisation_id`,
    task:
      who === "me"
        ? sql`and t.organisation_id = r.organisation_id and (t.assignee_id is null or t.assignee_id = ${personId})`
        : sql`and t.organisation_id = r.organisation_id`,
  };
  const of = (kind: CalendarKind) => (who === "everyone" ? sql`` : own[kind]);
  const onwards = (day: SQL, id: SQL) =>
    after ? sql`and (${day}, ${id}) > (${after.day}::date, ${after.id}::uuid)` : sql``;
  const page = (day: SQL, id: SQL) => sql`and ${day} between ${from} and ${to} ${onwards(day, id)}
    order by ${day}, ${id} limit ${sql.raw(String(limit))}`;
  const approved = sql`(o.status in ('approved', 'published') and not o.changed_since_approval)`;
  // The expression of the index: tasks without a day come last.
  const taskDay = sql`coalesce(t.due_on, '9999-12-31'::date)`;
  return sql`(select 'output' as kind, o.id, o.id as output_id, null::uuid as submission_id, o.number, o.title,
      o.due_on, ${approved} as done, o.lead_organisation_id as organisation_id, null::uuid as person_id, o.revision
    from outputs o where o.project_id = r.project_id and r.member ${of("output")}
      ${waiting ? sql`and not ${approved}` : sql``} ${page(sql`o.due_on`, sql`o.id`)})
  union all (select 'review', v.id, o.id, v.submission_id, o.number, o.title,
      v.expected_on, v.verdict is not null, v.organisation_id, v.reviewer_id, 1
    from reviews v join submissions s on s.id = v.submission_id join outputs o on o.id = s.output_id
    where v.project_id = r.project_id and (r.member or v.reviewer_id = ${personId}) ${of("review")}
      and ${waiting ? sql`v.verdict is null and s.status = 'open'` : sql`(v.verdict is not null or s.status = 'open')`}
      ${page(sql`v.expected_on`, sql`v.id`)})
  union all (select 'task', t.id, t.output_id, null, (select o.number from outputs o where o.id = t.output_id), t.title,
      t.due_on, t.state = 'done', t.organisation_id, t.assignee_id, t.revision
    from tasks t where t.project_id = r.project_id and r.member ${of("task")}
      and t.state in (${waiting ? sql`'asked', 'open'` : sql`'asked', 'open', 'done'`})
      ${page(taskDay, sql`t.id`)})`;
}

/** The query for the days of a calendar, in the order of day and id; each branch stops at the limit. */
export function calendarDays(days: Days): SQL {
  return sql`select i.kind, i.id, pr.slug, pr.acronym, i.output_id as "outputId", i.number,
      i.submission_id as "submissionId", i.title, i.due_on::text as "dueOn", i.done, org.short_name as organisation,
      case when pe.closed_at is null then pe.name end as person, i.revision
    from (${days.rights}) r (project_id, organisation_id, member)
    join projects pr on pr.id = r.project_id ${days.waiting ? sql`and pr.status <> 'closed'` : sql``}
    cross join lateral (${branches(days)}) i
    join organisations org on org.id = i.organisation_id
    left join people pe on pe.id = i.person_id
    order by i.due_on, i.id limit ${sql.raw(String(days.limit))}`;
}
