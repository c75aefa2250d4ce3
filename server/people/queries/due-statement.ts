import { type SQL, sql } from "drizzle-orm";
import { type DueKind, dueKinds } from "@/domain/due-list";
import { pageSize } from "@/domain/page";
import { awayIn, managersStoodInFor } from "@/server/absences";

/** Things without a day come last. */
const never = sql.raw("'9999-12-31'::date");
const limit = sql.raw(String(pageSize + 1));

/** The sort values of the last row of the page before. */
export type DuePosition = { sortOn: string; rank: number; id: string };

/** Ids as PostgreSQL's notation of arrays. */
export type DueScope = {
  personId: string;
  /** The day in Brussels. */
  today: string;
  now: string;
  /** Every project of the person. */
  projects: string;
  /** Projects and organisations in which the person does work; of `managed` as a manager. */
  pairProjects: string;
  pairOrganisations: string;
  managedProjects: string;
  managedOrganisations: string;
  coordinated: string;
  /** Organisations whose requests to join the person answers. */
  administered: string;
};

const rankOf = (kind: DueKind) => dueKinds.indexOf(kind);

/** Whether a row of one kind comes after a position, as a condition that an index on (day, id) can use. */
function after(kind: DueKind, day: SQL, id: SQL, position: DuePosition | null): SQL {
  if (position === null) return sql`true`;
  const due = sql`${position.sortOn}::date`;
  const rank = rankOf(kind);
  if (rank === position.rank) return sql`(${day}, ${id}) > (${due}, ${position.id}::uuid)`;
  return rank < position.rank ? sql`${day} > ${due}` : sql`${day} >= ${due}`;
}

const unfinished = sql`(o.status in ('planned', 'in_progress', 'changes_requested')
  or (o.changed_since_approval and o.status in ('approved', 'published')))`;

/** The branches of the list; each reads one page at most for each project, in the order of the list. */
function branches(scope: DueScope, position: DuePosition | null): SQL[] {
  const today = sql`${scope.today}::date`;
  const mine = sql`unnest(${scope.pairProjects}::uuid[], ${scope.pairOrganisations}::uuid[]) as m (project_id, organisation_id)`;
  const managed = sql`(select * from unnest(${scope.managedProjects}::uuid[], ${scope.managedOrganisations}::uuid[]))`;
  const coordinated = sql`any(${scope.coordinated}::uuid[])`;
  const stoodIn = managersStoodInFor(sql`${scope.personId}::uuid`, sql`${scope.now}::timestamptz`);
  const taskDay = sql`coalesce(t.due_on, ${never})`;
  // What was approved waits for an answer: its due date is over.
  const outputDay = sql`case when o.status in ('approved', 'published') then ${today} else coalesce(o.due_on, ${never}) end`;
  const reviewDay = sql`coalesce(r.expected_on, ${today})`;
  const row = (kind: DueKind, id: SQL, project: SQL, dueOn: SQL, day: SQL) =>
    sql`select ${sql.raw(String(rankOf(kind)))} as rank, ${id} as id, ${project} as project_id, ${dueOn} as due_on, ${day} as sort_on`;
  const page = (kind: DueKind, day: SQL, id: SQL) =>
    sql`and ${after(kind, day, id, position)} order by ${day}, ${id} limit ${limit}`;
  const forEachPair = (select: SQL) => sql`select x.* from ${mine} cross join lateral (${select}) x`;
  const noDay = sql`null::date`;
  const output = (kind: "output" | "contribution", share: SQL) =>
    forEachPair(
      sql`${row(kind, sql`o.id`, sql`o.project_id`, sql`o.due_on`, outputDay)} from outputs o
        where o.project_id = m.project_id and ${share} and ${unfinished} ${page(kind, outputDay, sql`o.id`)}`,
    );
  const review = sql`${row("review", sql`r.id`, sql`r.project_id`, sql`r.expected_on`, reviewDay)} from reviews r
    join submissions s on s.id = r.submission_id and s.status = 'open' where r.verdict is null`;
  return [
    forEachPair(
      sql`${row("task", sql`t.id`, sql`t.project_id`, sql`t.due_on`, taskDay)} from tasks t
        where t.project_id = m.project_id and t.organisation_id = m.organisation_id and t.state in ('asked', 'open')
        ${page("task", taskDay, sql`t.id`)}`,
    ),
    output("output", sql`o.lead_organisation_id = m.organisation_id`),
    output(
      "contribution",
      sql`o.lead_organisation_id <> m.organisation_id and exists (select from output_contributors c
        where c.output_id = o.id and c.organisation_id = m.organisation_id)`,
    ),
    sql`${review} and r.reviewer_id = ${scope.personId}::uuid and r.project_id = any(${scope.projects}::uuid[])
      ${page("review", reviewDay, sql`r.id`)}`,
    forEachPair(
      sql`${review} and r.project_id = m.project_id and r.organisation_id = m.organisation_id
        and r.reviewer_id <> ${scope.personId}::uuid ${page("review", reviewDay, sql`r.id`)}`,
    ),
    sql`${row("decision", sql`s.id`, sql`s.project_id`, noDay, today)} from submissions s
      where s.project_id = ${coordinated} and s.status = 'open' ${page("decision", today, sql`s.id`)}`,
    sql`${row("time_request", sql`q.id`, sql`q.project_id`, noDay, today)} from output_time_requests q
      join outputs o on o.id = q.output_id
      where q.answer is null and q.project_id = any(${scope.projects}::uuid[]) and q.person_id <> ${scope.personId}::uuid
        and (q.project_id = ${coordinated} or (q.project_id, o.lead_organisation_id) in ${managed}
          or exists (select from ${stoodIn} h where h.project_id = q.project_id
            and (h.kind = 'coordinator' or h.organisation_id = o.lead_organisation_id)))
      ${page("time_request", today, sql`q.id`)}`,
    sql`${row("practice", sql`p.id`, sql`p.project_id`, noDay, today)} from practices p
      where p.project_id = any(${scope.projects}::uuid[]) and ((p.status = 'submitted' and p.project_id = ${coordinated})
        or (p.status = 'returned' and (p.project_id, p.organisation_id) in (select * from ${mine})))
      ${page("practice", today, sql`p.id`)}`,
    sql`${row("invitation", sql`i.id`, sql`i.project_id`, noDay, today)} from addresses a
      join invitations i on i.address = a.address and i.status = 'pending' and not i.held
        and i.expires_at > ${scope.now}::timestamptz
      where a.person_id = ${scope.personId}::uuid and a.confirmed_at is not null
      ${page("invitation", today, sql`i.id`)}`,
    sql`${row("join_request", sql`j.id`, sql`null::uuid`, noDay, today)} from join_requests j
      where j.organisation_id = any(${scope.administered}::uuid[]) and j.status = 'pending'
      ${page("join_request", today, sql`j.id`)}`,
  ];
}

const nameOf = (alias: string) => {
  const person = sql.raw(alias);
  return sql`case when ${person}.closed_at is null then ${person}.name end`;
};

/** What a row of each kind shows, as JSON. */
const detailsOn = (today: SQL, now: SQL, personId: SQL): Record<DueKind, SQL> => ({
  task: sql`(select json_build_object('title', t.title, 'state', t.state, 'note', t.note,
      'organisationId', t.organisation_id, 'organisation', o.short_name, 'assigneeId', t.assignee_id,
      'assignee', ${nameOf("pe")}, 'away', ${awayIn(sql`t.assignee_id`, sql`t.project_id`, now)}, 'askedBy', t.asked_by,
      'askerTakesPart', exists (select from participation_people ap join participations app on app.id = ap.participation_id
        where ap.project_id = t.project_id and ap.person_id = t.asked_by and ap.ended_at is null
          and (app.ended_on is null or app.ended_on >= ${today})), 'asker', ${nameOf("by")}, 'askedFor', ao.short_name,
      'number', x.number, 'outputId', x.id)
    from tasks t join organisations o on o.id = t.organisation_id join organisations ao on ao.id = t.asked_for_id
    join people by on by.id = t.asked_by left join people pe on pe.id = t.assignee_id
    left join outputs x on x.id = t.output_id where t.id = d.id)`,
  output: sql`null`,
  contribution: sql`null`,
  review: sql`(select json_build_object('title', x.title, 'number', x.number, 'outputId', x.id,
      'submissionId', s.id, 'submission', s.number, 'asker', ${nameOf("by")}, 'reviewerId', r.reviewer_id,
      'reviewer', ${nameOf("pe")}, 'away', ${awayIn(sql`r.reviewer_id`, sql`r.project_id`, now)})
    from reviews r join submissions s on s.id = r.submission_id join outputs x on x.id = s.output_id
    join people by on by.id = r.requested_by join people pe on pe.id = r.reviewer_id where r.id = d.id)`,
  decision: sql`(select json_build_object('title', x.title, 'number', x.number, 'outputId', x.id,
      'submission', s.number, 'waiting', (select count(*) from reviews r
        where r.submission_id = s.id and r.verdict is null))
    from submissions s join outputs x on x.id = s.output_id where s.id = d.id)`,
  time_request: sql`(select json_build_object('title', x.title, 'number', x.number, 'outputId', x.id,
      'from', x.due_on, 'to', q.due_on, 'reason', q.reason, 'person', ${nameOf("pe")}, 'organisation', o.short_name,
      'leadOrganisationId', x.lead_organisation_id,
      'standsInFor', (select json_build_object('name', h.name, 'until', h.until)
        from ${managersStoodInFor(personId, now)} h where h.project_id = q.project_id
          and (h.kind = 'coordinator' or h.organisation_id = x.lead_organisation_id) order by h.name limit 1))
    from output_time_requests q join outputs x on x.id = q.output_id join people pe on pe.id = q.person_id
    join organisations o on o.id = q.organisation_id where q.id = d.id)`,
  practice: sql`(select json_build_object('title', p.title, 'returned', p.status = 'returned',
      'organisation', o.short_name)
    from practices p join organisations o on o.id = p.organisation_id where p.id = d.id)`,
  invitation: sql`(select json_build_object('title', pr.title, 'slug', pr.slug, 'acronym', pr.acronym,
      'organisation', o.short_name,
      'tokenId', (select k.id from invitation_tokens k where k.invitation_id = i.id and k.mailed
        order by k.created_at desc limit 1))
    from invitations i join projects pr on pr.id = i.project_id
    join participations pa on pa.id = i.participation_id join organisations o on o.id = pa.organisation_id
    where i.id = d.id)`,
  join_request: sql`(select json_build_object('title', o.short_name, 'person', pe.name, 'organisation', o.short_name,
      'address', a.address, 'confirmed', a.confirmed_at is not null)
    from join_requests j join organisations o on o.id = j.organisation_id join people pe on pe.id = j.person_id
    left join addresses a on a.person_id = pe.id and a.is_primary where j.id = d.id)`,
});

/** The list of what is due as one statement; `output` is what outputs show. */
export function dueStatement(scope: DueScope, position: DuePosition | null, output: SQL): SQL {
  const shown = {
    ...detailsOn(sql`${scope.today}::date`, sql`${scope.now}::timestamptz`, sql`${scope.personId}::uuid`),
    output,
    contribution: output,
  };
  const cases = dueKinds.map((kind, rank) => sql`when ${sql.raw(String(rank))} then ${shown[kind]}`);
  return sql`select d.rank, d.id, d.project_id as "projectId", d.due_on::text as "dueOn", d.sort_on::text as "sortOn",
      case d.rank ${sql.join(cases, sql` `)} end as details
    from (select * from (${sql.join(
      branches(scope, position).map((branch) => sql`(${branch})`),
      sql` union all `,
    )}) every order by sort_on, rank, id limit ${limit}) d
    order by d.sort_on, d.rank, d.id`;
}
