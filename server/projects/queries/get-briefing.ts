import { type SQL, sql } from "drizzle-orm";
import { coordinates, type ParticipationKind, type ProjectRole, requireConsortiumMember } from "@/domain/actor";
import type { CalendarKind } from "@/domain/calendar";
import { addDays, dayInBrussels } from "@/domain/dates";
import type { SubmissionStatus } from "@/domain/reviews";
import { type CalendarRow, calendarDays } from "@/server/calendar/queries/calendar-days";
import type { MemberContext } from "@/server/context";

/** How much fits on two sheets of paper. */
const most = { people: 3, open: 20, decisions: 6, dates: 10 } as const;
const daysAhead = 120;

type Contact = { name: string; role: ProjectRole; address: string | null };
type Partner = {
  id: string;
  organisationId: string;
  organisation: string;
  country: string;
  hue: number;
  kind: ParticipationKind;
  people: Contact[];
};
type Open = {
  kind: CalendarKind;
  id: string;
  title: string;
  number: number | null;
  /** YYYY-MM-DD. */
  dueOn: string | null;
  person: string | null;
};
type Decision = {
  id: string;
  outputId: string;
  number: number;
  title: string;
  status: SubmissionStatus;
  comment: string;
  /** Milliseconds. */
  decidedAt: number;
};

function partnersOf(projectId: string, today: string, addressesOf: SQL): SQL {
  return sql`select pa.id, o.id as "organisationId", o.short_name as organisation, o.country, pa.hue, pa.kind, coalesce((select
      json_agg(json_build_object('name', m.name, 'role', m.role, 'address', m.address) order by m.rank, m.name)
    from (select pe.name, pp.role, array_position(array['manager', 'contributor', 'viewer'], pp.role) as rank,
        case when ${addressesOf} then a.address end as address
      from participation_people pp join people pe on pe.id = pp.person_id and pe.closed_at is null
      left join addresses a on a.person_id = pe.id and a.is_primary
      where pp.participation_id = pa.id and pp.ended_at is null
      order by rank, pe.name limit ${sql.raw(String(most.people))}) m), '[]') as people
    from participations pa join organisations o on o.id = pa.organisation_id
    where pa.project_id = ${projectId} and pa.joined_at is not null
      and (pa.ended_on is null or pa.ended_on >= ${today}::date)
    order by pa.kind <> 'coordinator', pa.kind = 'evaluator', pa.hue limit 60`;
}

const never = sql.raw("'9999-12-31'::date");

function openOf(projectId: string, organisationId: string): SQL {
  const limit = sql.raw(String(most.open + 1));
  const person = sql`case when pe.closed_at is null then pe.name end`;
  return sql`select * from (
    (select 'task' as kind, t.id, t.title, null::int as number, t.due_on::text as "dueOn", ${person} as person
      from tasks t left join people pe on pe.id = t.assignee_id
      where t.project_id = ${projectId} and t.organisation_id = ${organisationId} and t.state in ('asked', 'open')
      order by coalesce(t.due_on, ${never}), t.id limit ${limit})
    union all (select 'output', o.id, o.title, o.number, o.due_on::text, null from outputs o
      where o.project_id = ${projectId} and o.lead_organisation_id = ${organisationId}
        and o.status in ('planned', 'in_progress', 'changes_requested')
      order by coalesce(o.due_on, ${never}), o.id limit ${limit})
    union all (select 'review', r.id, o.title, o.number, r.expected_on::text, ${person} from reviews r
      join submissions s on s.id = r.submission_id and s.status = 'open' join outputs o on o.id = s.output_id
      join people pe on pe.id = r.reviewer_id
      where r.project_id = ${projectId} and r.organisation_id = ${organisationId} and r.verdict is null
      order by coalesce(r.expected_on, ${never}), r.id limit ${limit})) w
    order by coalesce("dueOn", '9999-12-31'), id limit ${limit}`;
}

const decisionsOf = (projectId: string) => sql`select s.id, o.id as "outputId", o.number, o.title, s.status,
    left(coalesce(s.decision_comment, ''), 300) as comment, (extract(epoch from s.decided_at) * 1000)::float8 as "decidedAt"
  from submissions s join outputs o on o.id = s.output_id
  where s.project_id = ${projectId} and s.status in ('approved', 'changes_requested', 'rejected')
    and s.decided_at is not null
  order by s.decided_at desc, s.id limit ${sql.raw(String(most.decisions))}`;

/**
 * What a person who is new in a project needs to know, on two pages: who is who, what is open for their organisation, the
 * last decisions, and the next dates of the project. E-mail addresses as on the page of the consortium. Errors:
 * project.not_found, also for evaluators.
 */
export async function getBriefing(ctx: MemberContext, input: { slug: string }) {
  const { projectId, organisationId } = requireConsortiumMember(ctx.actor, input.slug);
  const today = dayInBrussels(ctx.now);
  const addressesOf = coordinates(ctx.actor, projectId) ? sql`true` : sql`pa.organisation_id = ${organisationId}::uuid`;
  const [partners, open, decisions, dates] = await Promise.all([
    ctx.db.execute<Partner>(partnersOf(projectId, today, addressesOf)),
    ctx.db.execute<Open>(openOf(projectId, organisationId)),
    ctx.db.execute<Decision>(decisionsOf(projectId)),
    ctx.db.execute<CalendarRow>(
      calendarDays({
        rights: sql`select ${projectId}::uuid, ${organisationId}::uuid, true`,
        personId: sql`${ctx.actor.personId}::uuid`,
        who: "everyone",
        waiting: true,
        from: sql`${today}::date`,
        to: sql`${addDays(today, daysAhead)}::date`,
        limit: most.dates,
      }),
    ),
  ]);
  const own = [...partners].find((one) => one.organisationId === organisationId);
  return {
    today,
    organisation: own?.organisation ?? "",
    partners: [...partners],
    open: [...open].slice(0, most.open),
    hasMoreOpen: open.length > most.open,
    decisions: [...decisions].map(({ decidedAt, ...decision }) => ({ ...decision, decidedAt: new Date(decidedAt) })),
    dates: [...dates],
  };
}
