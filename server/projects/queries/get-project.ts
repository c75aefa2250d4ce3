import { asc, eq, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { fixedLimit, prepared } from "@/db/prepared";
import { participations, projects } from "@/db/schema";
import { type Actor, type Place, requireInside, requirePlace } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { frozen } from "@/domain/frozen";
import { can } from "@/domain/policy";
import { hasEnded, maxOrganisations } from "@/domain/projects";
import { feedEntry, feedLine } from "@/server/activity/queries";
import { heatOfProject, heatValues, readHeat } from "@/server/activity/heat";
import { planOfProject, readPlan } from "@/server/outputs/queries/get-plan";
import { townAt } from "@/server/programme/gazetteer";
import type { MemberCtx } from "@/server/trpc/init";

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

function headFor(actor: Actor, place: Place, row: Row) {
  const subject = { projectId: row.id, projectStatus: row.status };
  return {
    ...row,
    mine: {
      organisationId: place.organisationId,
      participationId: place.participationId,
      kind: place.kind,
      role: place.role,
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
    },
  };
}

export type ProjectHead = ReturnType<typeof headFor>;

/** The project's head as the person may see it, with what they may do. Errors: project.not_found. */
export async function getProject(ctx: MemberCtx, slug: string): Promise<ProjectHead> {
  const place = requirePlace(ctx.actor, slug);
  const row = await headStatement(ctx.db).execute({ projectId: place.projectId });
  if (!row) throw new DomainError("project.not_found");
  return headFor(ctx.actor, place, row);
}

/** Coordinator first, evaluators last. */
export const consortiumOrder = [
  sql`${participations.kind} <> 'coordinator'`,
  sql`${participations.kind} = 'evaluator'`,
  asc(participations.hue),
  asc(participations.id),
];

const latestActs = 8;

const overviewStatement = prepared((db) =>
  db.query.projects
    .findFirst({
      columns: { ...headColumns, stamp: true },
      extras: { heat: heatOfProject },
      with: {
        ...planOfProject,
        participations: {
          columns: { id: true, kind: true, hue: true, joinedAt: true, endedOn: true },
          with: { organisation: { columns: { id: true, shortName: true, country: true, city: true } } },
          orderBy: consortiumOrder,
          limit: fixedLimit(maxOrganisations),
        },
        activity: { ...feedLine, limit: fixedLimit(latestActs) },
      },
      where: byId,
    })
    .prepare("overview"),
);

type OverviewRow = NonNullable<Awaited<ReturnType<ReturnType<typeof overviewStatement>["execute"]>>>;

/** What everybody inside sees of a project on one day. Whole where the gazetteer knew the country of each town. */
function glanceOf(
  { participations: places, workPackages, outputs, heat, activity, stamp: _, ...head }: OverviewRow,
  now: Date,
) {
  const towns = places.map(({ organisation: { city, country } }) => townAt(city, country));
  const glance = {
    organisations: places.map(({ organisation, ...each }, index) => ({
      ...each,
      organisationId: organisation.id,
      shortName: organisation.shortName,
      country: organisation.country,
      city: organisation.city,
      at: towns[index] ?? null,
      ended: hasEnded(each.endedOn, now),
    })),
    plan: readPlan({ workPackages, outputs }, now),
    heat: readHeat(heat, now),
    latest: activity.map((act) => feedEntry(act, head.slug)),
  };
  return frozen({ head, glance, whole: !towns.includes(undefined) });
}

// A year of a busy project is a hundred kilobytes, most are a tenth of that.
const keptGlances = new LRUCache<string, ReturnType<typeof glanceOf>>({ max: 200 });

/** What the statement answered since the last write in the project, or answers now. */
async function glanceAt({ db, now }: MemberCtx, { projectId, stamp }: Place) {
  const keyAt = (at: number) => `${projectId} ${String(at)} ${dayInBrussels(now)}`;
  const known = keptGlances.get(keyAt(stamp));
  if (known) return known;
  const row = await overviewStatement(db).execute({ projectId, ...heatValues(now) });
  if (!row) throw new DomainError("project.not_found");
  const read = glanceOf(row, now);
  // Under its own stamp: somebody may have written since the place was read.
  if (read.whole) keptGlances.set(keyAt(row.stamp), read);
  return read;
}

/**
 * A project at a glance, in one statement: its head, its organisations, its plan, a year of its activity and the newest
 * acts. Read once a day for everybody until somebody writes in the project; what is kept is frozen, and the same object
 * as long as nothing changes. Errors: project.not_found, also for its evaluators.
 */
export async function getOverview(ctx: MemberCtx, slug: string) {
  const place = requireInside(ctx.actor, slug);
  const { head, glance } = await glanceAt(ctx, place);
  return { project: headFor(ctx.actor, place, head), ...glance };
}

export type ProjectOverview = Awaited<ReturnType<typeof getOverview>>;
