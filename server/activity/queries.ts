import { and, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { activity } from "@/db/schema";
import { participationIn, consortiumProjects, requireConsortiumMember } from "@/domain/actor";
import { addMonths } from "@/domain/dates";
import { type EventKind, eventKinds } from "@/domain/events/event";
import { type ActivityEvent, typesOfKind } from "@/domain/events/events";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { FeedInput } from "@/domain/schemas/activity";
import { storedEvent } from "@/server/events/stored-event";
import { getOutput } from "@/server/outputs/queries/get-output";
import type { MemberContext } from "@/server/context";

const newsSize = 15;

/** Columns of a feed entry; the query of the project overview selects the newest entries with them. */
export const feedLine = {
  columns: { id: true, at: true, type: true, data: true, projectId: true, outputId: true, personId: true },
  with: {
    person: { columns: { name: true, closedAt: true } },
    organisation: { columns: { id: true, shortName: true, country: true } },
    participation: { columns: { hue: true } },
  },
  orderBy: [desc(activity.at), desc(activity.id)] as SQL[],
} as const;

type FeedRow = {
  id: bigint;
  at: Date;
  type: string;
  data: unknown;
  projectId: string | null;
  outputId: string | null;
  personId: string | null;
  person: { name: string; closedAt: Date | null } | null;
  organisation: { id: string; shortName: string; country: string } | null;
  participation: { hue: number } | null;
};

/**
 * One feed entry. `event` is null when the stored row cannot be parsed; `person` is null for closed accounts and for
 * events of cron jobs.
 */
export type FeedEntry = {
  id: string;
  at: Date;
  event: ActivityEvent | null;
  slug: string | null;
  outputId: string | null;
  person: string | null;
  personId: string | null;
  organisation: { id: string; shortName: string; country: string; hue: number } | null;
};

/** Maps a row to a feed entry; `slug` is that of its project when the reader is a member of it. */
export function feedEntry(row: FeedRow, slug: string | null): FeedEntry {
  const { id, at, outputId, personId, person, organisation, participation } = row;
  return {
    id: id.toString(),
    at,
    event: storedEvent(row),
    slug,
    outputId,
    person: person?.closedAt === null ? person.name : null,
    personId,
    organisation: organisation && { ...organisation, hue: participation?.hue ?? 0 },
  };
}

const startInBrussels = (name: string) => sql`(${sql.placeholder(name)}::timestamp at time zone 'Europe/Brussels')`;

const conditions = {
  project: eq(activity.projectId, sql.placeholder("projectId")),
  output: eq(activity.outputId, sql.placeholder("outputId")),
  organisation: eq(activity.organisationId, sql.placeholder("organisationId")),
  person: eq(activity.personId, sql.placeholder("personId")),
  month: and(gte(activity.at, startInBrussels("month")), lt(activity.at, startInBrussels("nextMonth"))),
  newsOf: and(
    sql`${activity.projectId} = any(${sql.placeholder("projectIds")}::uuid[])`,
    gte(activity.at, sql.placeholder("since")),
    sql`${activity.personId} is distinct from ${sql.placeholder("reader")}`,
  ),
  before: sql`(${activity.at}, ${activity.id}) < (${sql.placeholder("beforeAt")}::timestamptz, ${sql.placeholder("beforeId")}::bigint)`,
};
type Condition = keyof typeof conditions | `of ${EventKind}`;

const ofKind = Object.fromEntries(
  eventKinds.map((kind) => [`of ${kind}`, inArray(activity.type, typesOfKind(kind))]),
) as Record<`of ${EventKind}`, SQL>;
const meaning: Record<Condition, SQL | undefined> = { ...conditions, ...ofKind };

const lengthOf = (narrowed: readonly Condition[]) => (narrowed.includes("newsOf") ? newsSize : pageSize);

const feedStatement = prepared((db, narrowed: readonly Condition[]) =>
  db.query.activity
    .findMany({
      ...feedLine,
      where: and(...narrowed.map((name) => meaning[name])),
      limit: fixedLimit(lengthOf(narrowed) + 1),
    })
    .prepare("feed"),
);

async function feed(
  ctx: MemberContext,
  narrowed: readonly (Condition | false | "" | undefined)[],
  values: Record<string, unknown>,
) {
  const names = narrowed.filter((name): name is Condition => Boolean(name));
  const rows = await feedStatement(ctx.db, ...names).execute(values);
  const page = toPage(rows, lengthOf(names), (row) => [row.at.getTime(), row.id.toString()]);
  const slugOf = (projectId: string | null) =>
    projectId ? (participationIn(ctx.actor, projectId)?.slug ?? null) : null;
  return { ...page, items: page.items.map((row) => feedEntry(row, slugOf(row.projectId))) };
}

/** Time and id of the last entry of the previous page, or null for the first page. */
function lastShown(cursorText: string | undefined): { beforeAt: string; beforeId: string } | null {
  const [at, id] = decodeCursor(cursorText, ["moment", "text"]) ?? [];
  if (!/^\d{1,18}$/.test(String(id))) return null;
  return { beforeAt: new Date(Number(at)).toISOString(), beforeId: String(id) };
}

/**
 * The events of a project, newest first, filtered by organisation, person, kind and month. Errors: project.not_found.
 */
export async function listActivity(ctx: MemberContext, input: FeedInput) {
  const { slug, kind, month, cursor, ...wanted } = input;
  const { projectId } = requireConsortiumMember(ctx.actor, slug);
  const before = lastShown(cursor);
  const first = month && `${month}-01`;
  return feed(
    ctx,
    [
      "project",
      wanted.organisationId && "organisation",
      wanted.personId && "person",
      kind && `of ${kind}`,
      month && "month",
      before !== null && "before",
    ],
    { ...wanted, ...before, projectId, month: first, nextMonth: first && addMonths(first, 1) },
  );
}

/** The events of one output, newest first. Errors: output.not_found. */
export async function listOutputActivity(ctx: MemberContext, input: { outputId: string; cursor?: string | undefined }) {
  return activityOfOutput(ctx, await getOutput(ctx, input), input.cursor);
}

/** The events of an output whose access was already checked; empty for evaluators. */
export async function activityOfOutput(
  ctx: MemberContext,
  output: { id: string; projectId: string },
  cursor: string | undefined,
) {
  if (participationIn(ctx.actor, output.projectId)?.kind === "evaluator") return { items: [], nextCursor: null };
  const before = lastShown(cursor);
  return feed(ctx, ["output", before !== null && "before"], { ...before, outputId: output.id });
}

/** The events of others in the person's projects since a given time, newest first; a short list for the home page. */
export async function listNews(ctx: MemberContext, since: Date) {
  const inside = consortiumProjects(ctx.actor);
  if (inside.length === 0) return { items: [], nextCursor: null };
  const values = { projectIds: `{${inside.join(",")}}`, since: since.toISOString(), reader: ctx.actor.personId };
  return feed(ctx, ["newsOf"], values);
}
