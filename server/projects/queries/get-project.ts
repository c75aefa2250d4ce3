import { asc, eq, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { participations, projects } from "@/db/schema";
import { type Actor, type ActorParticipation, requireConsortiumMember, requireParticipation } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import { hasEnded, isAbsent, maxOrganisations } from "@/domain/projects";
import { feedEntry, latestOfProject } from "@/server/activity/feed";
import { heatOfProject, heatValues, readHeat } from "@/server/activity/heat";
import { hasOpenInvitation } from "@/server/outputs/queries/get-output";
import { planOfProject, readPlan } from "@/server/outputs/queries/get-plan";
import { townAt } from "@/server/programme/gazetteer";
import type { MemberContext } from "@/server/context";

const headColumns = {
  id: true,
  slug: true,
  status: true,
  callYear: true,
  actionCode: true,
  field: true,
  kind: true,
  strand: true,
  title: true,
  acronym: true,
  summary: true,
  startsOn: true,
  durationMonths: true,
  priorities: true,
  objectives: true,
  impacts: true,
  grantReference: true,
  publicSlug: true,
  publicPage: true,
  ownersPublish: true,
  quietDays: true,
  storedBytes: true,
  storageLimitBytes: true,
  revision: true,
  createdAt: true,
} as const;

const byId = eq(projects.id, sql.placeholder("projectId"));

const headStatement = prepared((db) =>
  db.query.projects.findFirst({ columns: headColumns, where: byId }).prepare("project"),
);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof headStatement>["execute"]>>>;

function headFor(actor: Actor, participation: ActorParticipation, row: Row) {
  const subject = { projectId: row.id, projectStatus: row.status };
  return {
    ...row,
    mine: {
      organisationId: participation.organisationId,
      participationId: participation.participationId,
      kind: participation.kind,
      role: participation.role,
    },
    can: {
      "project.inspect": can(actor, "project.inspect", subject),
      "project.edit": can(actor, "project.edit", subject),
      "project.close": can(actor, "project.close", subject),
      "project.reopen": can(actor, "project.reopen", subject),
      "project.export": can(actor, "project.export", subject),
      "consortium.change": can(actor, "consortium.change", subject),
      "output.plan": can(actor, "output.plan", subject),
      "practice.draft": can(actor, "practice.draft", subject),
      "task.add": can(actor, "task.add", subject),
      "task.remind": can(actor, "task.remind", subject),
    },
  };
}

export type ProjectHead = ReturnType<typeof headFor>;

/** The project summary with the actions the person may perform. Errors: project.not_found. */
export async function getProject(ctx: MemberContext, slug: string): Promise<ProjectHead> {
  const participation = requireParticipation(ctx.actor, slug);
  const row = await headStatement(ctx.db).execute({ projectId: participation.projectId });
  if (!row) throw new DomainError("project.not_found");
  return headFor(ctx.actor, participation, row);
}

/** Coordinator first, evaluators last. */
export const consortiumOrder = [
  sql`${participations.kind} <> 'coordinator'`,
  sql`${participations.kind} = 'evaluator'`,
  asc(participations.hue),
  asc(participations.id),
];

const latestCount = 8;

const overviewStatement = prepared((db) =>
  db.query.projects
    .findFirst({
      columns: headColumns,
      extras: {
        heat: heatOfProject,
        latest: latestOfProject(latestCount, sql`${sql.placeholder("projectId")}::uuid`).as("latest"),
      },
      with: {
        ...planOfProject,
        participations: {
          columns: { id: true, kind: true, hue: true, joinedAt: true, endedOn: true },
          extras: { invited: hasOpenInvitation().as("invited") },
          with: { organisation: { columns: { id: true, shortName: true, country: true, city: true } } },
          orderBy: consortiumOrder,
          limit: fixedLimit(maxOrganisations),
        },
      },
      where: byId,
    })
    .prepare("overview"),
);

/**
 * The project overview in one statement: summary, organisations, plan, a year of activity by organisation and month,
 * and the latest activity. Errors: project.not_found, also for evaluators.
 */
export async function getOverview({ db, actor, now }: MemberContext, slug: string) {
  const participation = requireConsortiumMember(actor, slug);
  const { projectId } = participation;
  const row = await overviewStatement(db).execute({ projectId, ...heatValues(now) });
  if (!row) throw new DomainError("project.not_found");
  const { participations: rows, workPackages, outputs, heat, latest, ...head } = row;
  return {
    project: headFor(actor, participation, head),
    organisations: rows.map(({ organisation, invited, ...each }) => ({
      ...each,
      organisationId: organisation.id,
      shortName: organisation.shortName,
      country: organisation.country,
      city: organisation.city,
      at: townAt(organisation.city, organisation.country) ?? null,
      ended: hasEnded(each.endedOn, now),
      absent: isAbsent({ ...each, invited }, now),
    })),
    plan: readPlan({ status: head.status, workPackages, outputs }, now),
    heat: readHeat(heat, now),
    latest: latest.map((each) => feedEntry(actor, each)),
  };
}

export type ProjectOverview = Awaited<ReturnType<typeof getOverview>>;
