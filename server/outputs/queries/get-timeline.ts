import { sql } from "drizzle-orm";
import { requireConsortiumMember } from "@/domain/actor";
import { dayInBrussels, type IsoDate } from "@/domain/dates";
import type { OutputStatus } from "@/domain/outputs";
import type { GetTimeline } from "@/domain/schemas/outputs";
import { isInState, progressOf, type TaskCounts, tasksIn } from "@/domain/timeline";
import type { MemberContext } from "@/server/context";

type WorkPackage = { id: string; number: number; title: string; startsOn: IsoDate | null; endsOn: IsoDate | null };
type Output = {
  id: string;
  number: number;
  title: string;
  status: OutputStatus;
  changedSinceApproval: boolean;
  dueOn: IsoDate | null;
  firstDueOn: IsoDate | null;
  workPackageId: string | null;
  organisation: string;
  hue: number;
  reviews: { dueOn: IsoDate; done: boolean }[];
  after: { number: number; dueOn: IsoDate | null }[];
};
/** Tasks of a work package, or of none, that are due in a month (YYYY-MM); null for those without a day. */
type MonthOfTasks = TaskCounts & { workPackageId: string | null; month: string | null };

type Row = {
  startsOn: IsoDate | null;
  durationMonths: number | null;
  workPackages: WorkPackage[];
  outputs: Output[];
  tasks: MonthOfTasks[];
};

const mostPackages = 99;
const mostOutputs = 300;

/**
 * Work packages, outputs with the reviews asked for them, and tasks counted by work package and month, in one statement;
 * at most 99 work packages and 300 outputs. `organisationId` keeps what this organisation leads, contributes to, or has
 * to do. Errors: project.not_found, also for evaluators.
 */
export async function getTimeline(ctx: MemberContext, input: GetTimeline) {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  const { organisationId, workPackageId, state = null, show } = input;
  const today = dayInBrussels(ctx.now);
  const of = {
    output: sql`${workPackageId ? sql`and o.work_package_id = ${workPackageId}::uuid` : sql``}
      ${
        organisationId
          ? sql`and (o.lead_organisation_id = ${organisationId}::uuid or exists (select from output_contributors c
              where c.output_id = o.id and c.organisation_id = ${organisationId}::uuid))`
          : sql``
      }`,
    task: sql`${organisationId ? sql`and t.organisation_id = ${organisationId}::uuid` : sql``}
      ${workPackageId ? sql`and coalesce(o.work_package_id, t.work_package_id) = ${workPackageId}::uuid` : sql``}`,
  };
  const [row] = await ctx.db.execute<Row>(sql`select p.starts_on::text as "startsOn",
      p.duration_months as "durationMonths",
      (select coalesce(json_agg(one order by one.number), '[]') from (
        select w.id, w.number, w.title, w.starts_on as "startsOn", w.ends_on as "endsOn"
        from work_packages w where w.project_id = p.id order by w.number
        limit ${sql.raw(String(mostPackages))}) one) as "workPackages",
      (select coalesce(json_agg(one order by one."dueOn", one.number), '[]') from (
        select o.id, o.number, o.title, o.status, o.changed_since_approval as "changedSinceApproval",
          o.due_on as "dueOn", o.first_due_on as "firstDueOn", o.work_package_id as "workPackageId",
          org.short_name as organisation, coalesce(pa.hue, 0) as hue, asked.reviews,
          (select coalesce(json_agg(json_build_object('number', b.number, 'dueOn', b.due_on) order by b.number), '[]')
            from output_dependencies d join outputs b on b.id = d.after_id where d.output_id = o.id) as after
        from outputs o join organisations org on org.id = o.lead_organisation_id
        left join participations pa on pa.project_id = o.project_id and pa.organisation_id = org.id
        cross join lateral (select coalesce(json_agg(json_build_object('dueOn', v.expected_on,
            'done', v.verdict is not null) order by v.expected_on), '[]') as reviews
          from submissions s join reviews v on v.submission_id = s.id
          where ${show.includes("reviews")} and s.output_id = o.id and v.expected_on is not null
            and (v.verdict is not null or s.status = 'open')) asked
        where o.project_id = p.id ${of.output} order by o.number
        limit ${sql.raw(String(mostOutputs))}) one) as outputs,
      (select coalesce(json_agg(one order by one.month), '[]') from (
        select coalesce(o.work_package_id, t.work_package_id) as "workPackageId", to_char(t.due_on, 'YYYY-MM') as month,
          (count(*) filter (where t.state in ('asked', 'open')))::int as waiting,
          (count(*) filter (where t.state in ('asked', 'open') and t.due_on < ${today}::date))::int as late,
          (count(*) filter (where t.state = 'done'))::int as done
        from tasks t left join outputs o on o.id = t.output_id and o.project_id = t.project_id
        where ${show.includes("tasks")} and t.project_id = p.id and t.state <> 'dropped' ${of.task}
        group by 1, 2) one) as tasks
    from projects p where p.id = ${projectId}`);
  const { workPackages, outputs, tasks, ...period } = row ?? {
    startsOn: null,
    durationMonths: null,
    workPackages: [],
    outputs: [],
    tasks: [],
  };
  return {
    ...period,
    today,
    /** All work packages, to choose from. */
    packageChoices: workPackages.map(({ id, number, title }) => ({ id, number, title })),
    workPackages: workPackages.filter(({ id }) => workPackageId === undefined || id === workPackageId),
    outputs: outputs
      .map((output) => ({ ...output, ...progressOf(output, today) }))
      .filter((output) => state === null || isInState(state, output)),
    tasks: tasks.filter((month) => tasksIn(state, month) > 0),
  };
}

export type TimelinePage = Awaited<ReturnType<typeof getTimeline>>;
