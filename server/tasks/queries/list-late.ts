import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { coordinates, participationIn, requireConsortiumMember } from "@/domain/actor";
import { dayInBrussels, type IsoDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import type { MemberContext } from "@/server/context";

export const lateKinds = ["task", "output", "contribution", "review"] as const;
type LateKind = (typeof lateKinds)[number];

export type LateItem = { kind: LateKind; id: string; title: string; number: number | null; dueOn: IsoDate };

/** What one organisation owes: at most `mostItems` items, the longest late first, of `count`. */
type Late = {
  organisationId: string;
  organisation: string;
  country: string;
  hue: number;
  remindedToday: boolean;
  count: number;
  items: LateItem[];
};

const mostItems = 50;

type Scope = {
  projectId: string;
  today: IsoDate;
  /** Only what is for outputs that this organisation leads; null for everything. */
  leadOrganisationId: string | null;
};

/** What is late in a project, a row for each organisation that owes it. */
export function lateItems({ projectId, today, leadOrganisationId }: Scope): SQL {
  const led = leadOrganisationId === null ? sql`true` : sql`o.lead_organisation_id = ${leadOrganisationId}`;
  const unfinished = sql`o.project_id = ${projectId} and o.due_on < ${today}::date
    and o.status in ('planned', 'in_progress', 'changes_requested')`;
  return sql`select t.organisation_id, 'task' as kind, t.id, t.title, null::int as number, t.due_on,
      t.assignee_id as person_id
    from tasks t left join outputs o on o.id = t.output_id
    where t.project_id = ${projectId} and t.state in ('asked', 'open')
      and coalesce(t.due_on, '9999-12-31'::date) < ${today}::date and ${led}
    union all select o.lead_organisation_id, 'output', o.id, o.title, o.number, o.due_on, null from outputs o
    where ${unfinished} and ${led}
    union all select c.organisation_id, 'contribution', o.id, o.title, o.number, o.due_on, null from outputs o
    join output_contributors c on c.output_id = o.id and c.organisation_id <> o.lead_organisation_id
    where ${unfinished} and ${led}
    union all select r.organisation_id, 'review', r.id, o.title, o.number, r.expected_on, r.reviewer_id from reviews r
    join submissions s on s.id = r.submission_id and s.status = 'open' join outputs o on o.id = s.output_id
    where r.project_id = ${projectId} and r.verdict is null and r.expected_on < ${today}::date and ${led}`;
}

/**
 * Whose outputs the actor may remind others of: null for all of the project, for managers of the coordinator; those of
 * the own organisation for other managers. Errors: forbidden.
 */
export function requireReminder(ctx: MemberContext, project: Parameters<typeof can<"task.remind">>[2]): string | null {
  const own = participationIn(ctx.actor, project.projectId);
  if (own === null || !can(ctx.actor, "task.remind", project)) throw new DomainError("forbidden");
  return coordinates(ctx.actor, project.projectId) ? null : own.organisationId;
}

/** What the other organisations owe, by the order of organisations in the project. */
export async function findLate(db: Db, scope: Scope, ownOrganisationId: string): Promise<Late[]> {
  return db.execute<Late>(sql`select l.organisation_id as "organisationId", og.short_name as organisation, og.country,
      coalesce(pa.hue, 0) as hue, count(*)::int as count,
      exists (select from late_reminders m where m.project_id = ${scope.projectId}
        and m.organisation_id = l.organisation_id and m.day = ${scope.today}::date) as "remindedToday",
      to_json((array_agg(json_build_object('kind', l.kind, 'id', l.id, 'title', l.title, 'number', l.number,
        'dueOn', l.due_on) order by l.due_on, l.kind, l.id))[:${sql.raw(String(mostItems))}]) as items
    from (${lateItems(scope)}) l
    join organisations og on og.id = l.organisation_id
    join participations pa on pa.project_id = ${scope.projectId} and pa.organisation_id = l.organisation_id
      and (pa.ended_on is null or pa.ended_on >= ${scope.today}::date)
    where l.organisation_id <> ${ownOrganisationId}
    group by l.organisation_id, og.short_name, og.country, pa.hue order by pa.hue`);
}

/**
 * What other organisations of a project owe and is late; for managers who do not coordinate only what is for outputs of
 * their own organisation. Errors: project.not_found, forbidden.
 */
export async function listLate(ctx: MemberContext, { slug }: { slug: string }) {
  const { projectId, projectStatus, organisationId } = requireConsortiumMember(ctx.actor, slug);
  const leadOrganisationId = requireReminder(ctx, { projectId, projectStatus });
  return findLate(ctx.db, { projectId, today: dayInBrussels(ctx.now), leadOrganisationId }, organisationId);
}
