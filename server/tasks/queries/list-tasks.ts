import { and, asc, eq, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { fixedLimit, prepared } from "@/db/prepared";
import { organisations, participations, people, projects, tasks } from "@/db/schema";
import { consortiumProjects, contributingParticipations, requireConsortiumMember } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { can } from "@/domain/policy";
import type { ListTasks } from "@/domain/schemas/tasks";
import { possibleTaskActs, type TaskAct, taskRolesOf } from "@/domain/tasks";
import type { MemberContext } from "@/server/context";
import { type Away, awayIn } from "@/server/absences";
import { inPairs, pairs } from "@/server/participation-pairs";
import { stillIn } from "@/server/still-in";

const assignee = alias(people, "assignee");
const asker = alias(people, "asker");
const askerOrganisation = alias(organisations, "asker_organisation");
const nameOf = (person: typeof assignee | typeof asker) =>
  sql<string | null>`case when ${person.closedAt} is null then ${person.name} end`;

/** Tasks without a day come last. */
const dueDate = sql<string>`coalesce(${tasks.dueOn}, '9999-12-31'::date)`;

type OutputName = { id: string; number: number; title: string };
type Move = { from: string | null; to: string; reason: string; person: string | null; at: number };

const taskColumns = {
  id: tasks.id,
  projectId: tasks.projectId,
  slug: projects.slug,
  acronym: projects.acronym,
  projectStatus: projects.status,
  title: tasks.title,
  note: tasks.note,
  state: tasks.state,
  reason: tasks.reason,
  dueOn: tasks.dueOn,
  sortDue: sql<string>`${dueDate}::text`,
  organisationId: tasks.organisationId,
  organisation: {
    id: organisations.id,
    shortName: organisations.shortName,
    country: organisations.country,
    hue: sql<number>`coalesce(${participations.hue}, 0)`,
  },
  assigneeId: tasks.assigneeId,
  assignee: nameOf(assignee),
  away: awayIn(tasks.assigneeId, tasks.projectId, sql`${sql.placeholder("now")}::timestamptz`),
  askedBy: tasks.askedBy,
  asker: nameOf(asker),
  askedFor: askerOrganisation.shortName,
  // Subqueries, because a join is planned for all outputs of the database.
  output: sql<OutputName | null>`(select json_build_object('id', o.id, 'number', o.number, 'title', o.title)
    from outputs o where o.id = ${tasks.outputId})`,
  workPackage: sql<{
    number: number;
    title: string;
  } | null>`(select json_build_object('number', w.number, 'title', w.title)
    from work_packages w where w.id = ${tasks.workPackageId})`,
  monthly: sql<boolean>`${tasks.monthlyFrom} is not null`,
  endedAt: tasks.endedAt,
  revision: tasks.revision,
  createdAt: tasks.createdAt,
  /** How its day was moved, oldest first. */
  moves: sql<Move[]>`(select coalesce(json_agg(json_build_object('from', s.due_from, 'to', s.due_to, 'reason', s.text,
      'person', case when mover.closed_at is null then mover.name end,
      'at', (extract(epoch from s.created_at) * 1000)::float8) order by s.created_at, s.id), '[]')
    from task_steps s join people mover on mover.id = s.person_id
    where s.task_id = ${tasks.id} and s.act = 'moreTime')`,
};

const conditions: Record<"project" | "all" | "mine" | "state" | "waiting" | "next" | "one", SQL> = {
  project: sql`${tasks.projectId} = ${sql.placeholder("projectId")}::uuid`,
  all: sql`${tasks.projectId} = any(${sql.placeholder("inside")}::uuid[])`,
  mine: inPairs(sql`${tasks.projectId}`, sql`${tasks.organisationId}`),
  state: sql`${tasks.state} = ${sql.placeholder("state")}`,
  waiting: sql`${tasks.state} in ('asked', 'open')`,
  next: sql`(${dueDate}, ${tasks.id}) > (${sql.placeholder("due")}::date, ${sql.placeholder("after")}::uuid)`,
  one: sql`${tasks.id} = ${sql.placeholder("taskId")}::uuid`,
};

const tasksStatement = prepared((db, shape: readonly (keyof typeof conditions)[]) =>
  db
    .select(taskColumns)
    .from(tasks)
    .innerJoin(projects, eq(projects.id, tasks.projectId))
    .innerJoin(organisations, eq(organisations.id, tasks.organisationId))
    .innerJoin(asker, eq(asker.id, tasks.askedBy))
    .innerJoin(askerOrganisation, eq(askerOrganisation.id, tasks.askedForId))
    .leftJoin(assignee, eq(assignee.id, tasks.assigneeId))
    .leftJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, tasks.projectId)),
    )
    .where(and(...shape.map((name) => conditions[name])))
    .orderBy(asc(dueDate), asc(tasks.id))
    .limit(fixedLimit(pageSize + 1))
    .prepare("tasks"),
);

type Row = Awaited<ReturnType<ReturnType<typeof tasksStatement>["execute"]>>[number];

function shown(ctx: MemberContext, { sortDue: _, ...row }: Row) {
  const acts: TaskAct[] = can(ctx.actor, "task.handle", row)
    ? possibleTaskActs(row.state, taskRolesOf(ctx.actor, { ...row, standInId: row.away?.standInId ?? null }))
    : [];
  const unfinished = row.state === "asked" || row.state === "open";
  return {
    ...row,
    late: unfinished && row.dueOn !== null && row.dueOn < dayInBrussels(ctx.now),
    /** The day that was agreed first; null when it was never moved. */
    firstDueOn: row.moves[0]?.from ?? null,
    moves: row.moves.map(({ at, ...move }) => ({ ...move, at: new Date(at) })),
    can: acts,
  };
}

/**
 * Tasks of a project, or of all projects of the person, the soonest due first; `mine` keeps those of the person's own
 * organisations. Errors: project.not_found.
 */
export async function listTasks(ctx: MemberContext, input: ListTasks) {
  const projectId = input.slug === undefined ? null : requireConsortiumMember(ctx.actor, input.slug).projectId;
  const cursor = decodeCursor(input.cursor, ["text", "uuid"]);
  const own = contributingParticipations(ctx.actor);
  if (input.mine && own.length === 0) return { items: [], nextCursor: null };
  const rows = await tasksStatement(
    ctx.db,
    // The pairs of `mine` are among the person's projects.
    ...(projectId === null ? (input.mine ? [] : (["all"] as const)) : (["project"] as const)),
    ...(input.mine ? (["mine"] as const) : []),
    ...(input.state === undefined ? [] : [input.state === "waiting" ? ("waiting" as const) : ("state" as const)]),
    ...(cursor ? (["next"] as const) : []),
  ).execute({
    projectId,
    now: ctx.now.toISOString(),
    inside: `{${consortiumProjects(ctx.actor).join(",")}}`,
    ...pairs(own),
    state: input.state,
    due: cursor?.[0],
    after: cursor?.[1],
  });
  const page = toPage(rows, pageSize, (row) => [row.sortDue, row.id]);
  return { ...page, items: page.items.map((row) => shown(ctx, row)) };
}

export type Task = Awaited<ReturnType<typeof listTasks>>["items"][number];

/** One task. Errors: task.not_found. */
export async function getTask(ctx: MemberContext, input: { taskId: string }): Promise<Task> {
  const [row] = await tasksStatement(ctx.db, "all", "one").execute({
    now: ctx.now.toISOString(),
    inside: `{${consortiumProjects(ctx.actor).join(",")}}`,
    taskId: input.taskId,
  });
  if (!row) throw new DomainError("task.not_found");
  return shown(ctx, row);
}

/**
 * The organisations and people of a project that a task can be for, by organisation and name: those who take part now,
 * without evaluators and viewers. Errors: project.not_found.
 */
export async function listAssignees(ctx: MemberContext, input: { slug: string }) {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  return findAssignees(ctx.db, ctx.now, projectId);
}

/** As listAssignees, by the id of the project and for everybody. */
export async function findAssignees(db: Db, now: Date, projectId: string) {
  return db
    .select({
      organisationId: organisations.id,
      organisation: organisations.shortName,
      people: sql<
        { id: string; name: string; away: Away | null }[]
      >`coalesce((select json_agg(json_build_object('id', pe.id, 'name', pe.name,
            'away', ${awayIn(sql`pe.id`, participations.projectId, sql`${now.toISOString()}::timestamptz`)})
          order by pe.name, pe.id)
        from participation_people pp join people pe on pe.id = pp.person_id and pe.closed_at is null
        where pp.participation_id = participations.id and pp.ended_at is null and pp.role <> 'viewer'), '[]')`,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(
      and(
        eq(participations.projectId, projectId),
        ne(participations.kind, "evaluator"),
        stillIn(participations.endedOn, now),
      ),
    )
    .orderBy(participations.hue)
    .limit(60);
}
