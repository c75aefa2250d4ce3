import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { consortiumProjects, participationIn, requireConsortiumMember } from "@/domain/actor";
import { DomainError, type ErrorCode } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { FeedInput } from "@/domain/schemas/activity";
import type { MemberContext } from "@/server/context";
import { getOutput } from "@/server/outputs/queries/get-output";
import { feedEntry, type FeedFilter, type FeedPosition, feedReader, idList } from "./feed";

const newsSize = 10;
/** The page of an output shows a short history under everything else. */
const historySize = 10;

/** Cursors hold this key of their list, so that a cursor of another list is refused. */
const keyOf = (list: object) => createHash("sha256").update(JSON.stringify(list)).digest("base64url").slice(0, 10);

/**
 * The last line shown, or null for the newest ones. Errors: input.cursor_mismatch, when the cursor belongs to a list
 * with another filter.
 */
function lastShown(cursorText: string | undefined, listKey: string): FeedPosition | null {
  const [at, id, key] = decodeCursor(cursorText, ["moment", "text", "text"]) ?? [];
  if (!/^\d{1,18}$/.test(String(id))) return null;
  if (key !== listKey) throw new DomainError("input.cursor_mismatch");
  return { at: Number(at), id: String(id) };
}

/** Returns a query of pages of `size` lines. */
function feedPages(size: number) {
  const read = feedReader(size + 1);
  return async (
    ctx: MemberContext,
    projectIds: readonly string[],
    filter: FeedFilter,
    { cursor, listKey }: { cursor: string | undefined; listKey: string },
  ) => {
    const rows = await read(ctx.db, projectIds, filter, lastShown(cursor, listKey));
    const { items, nextCursor } = toPage(rows, size, (row) => [row.at, row.id, listKey]);
    return { items: items.map((row) => feedEntry(ctx.actor, row)), nextCursor };
  };
}

const feedPage = feedPages(pageSize);
const historyPage = feedPages(historySize);
const readNews = feedReader(newsSize);

/**
 * Refuses a filter by something that is not in these projects. An activity found proves that it is, so that this is
 * asked only for an empty list. Errors: participation.not_found, member.not_found, output.not_found,
 * work_package.not_found.
 */
export async function refuseForeignFilter(ctx: MemberContext, projectIds: readonly string[], filter: FeedFilter) {
  const inProjects = sql`project_id = any(${idList(projectIds)})`;
  const checks: { id: string | undefined; error: ErrorCode; row: (id: SQL) => SQL }[] = [
    {
      id: filter.organisationId,
      error: "participation.not_found",
      row: (id) => sql`select from participations where ${inProjects} and organisation_id = ${id}`,
    },
    {
      id: filter.personId,
      error: "member.not_found",
      row: (id) => sql`select from participation_people where ${inProjects} and person_id = ${id}`,
    },
    {
      id: filter.outputId,
      error: "output.not_found",
      row: (id) => sql`select from outputs where ${inProjects} and id = ${id}`,
    },
    {
      id: filter.workPackageId,
      error: "work_package.not_found",
      row: (id) => sql`select from work_packages where ${inProjects} and id = ${id}`,
    },
  ];
  for (const { id, error, row } of checks) {
    if (id === undefined) continue;
    const [found] = await ctx.db.execute<{ known: boolean }>(sql`select exists (${row(sql`${id}::uuid`)}) as known`);
    if (found?.known !== true) throw new DomainError(error);
  }
}

/** The projects of a feed: the one named, or all whose consortium the person belongs to. Errors: project.not_found. */
export function feedProjects(ctx: MemberContext, slug: string | undefined): string[] {
  return slug === undefined ? consortiumProjects(ctx.actor) : [requireConsortiumMember(ctx.actor, slug).projectId];
}

/**
 * What happened in a project or, without `slug`, in all projects of the person, newest first, in any combination of
 * filters. Errors: project.not_found, input.cursor_mismatch; participation.not_found, member.not_found,
 * output.not_found and work_package.not_found for a filter by something that is not in these projects.
 */
export async function listActivity(ctx: MemberContext, input: FeedInput) {
  const { slug, cursor, ...filter } = input;
  const projectIds = feedProjects(ctx, slug);
  const page = await feedPage(ctx, projectIds, filter, { cursor, listKey: keyOf({ slug, ...filter }) });
  if (page.items.length === 0) await refuseForeignFilter(ctx, projectIds, filter);
  return page;
}

/** What happened to one output, newest first. Errors: output.not_found, input.cursor_mismatch. */
export async function listOutputActivity(ctx: MemberContext, input: { outputId: string; cursor?: string | undefined }) {
  return activityOfOutput(ctx, await getOutput(ctx, input), input.cursor);
}

/** The same of an output that the person was found to see; nothing for evaluators. Errors: input.cursor_mismatch. */
export async function activityOfOutput(
  ctx: MemberContext,
  output: { id: string; projectId: string },
  cursor: string | undefined,
) {
  if (participationIn(ctx.actor, output.projectId)?.kind === "evaluator") return { items: [], nextCursor: null };
  const filter = { outputId: output.id };
  return historyPage(ctx, [output.projectId], filter, { cursor, listKey: keyOf({ history: output.id }) });
}

/** What others did in the person's projects since a moment, newest first; a short list for the home page. */
export async function listNews(ctx: MemberContext, since: Date) {
  const news = { since, reader: ctx.actor.personId };
  const rows = await readNews(ctx.db, consortiumProjects(ctx.actor), { news }, null);
  return { items: rows.map((row) => feedEntry(ctx.actor, row)), nextCursor: null };
}

export type FeedOrganisation = { id: string; shortName: string; country: string };

const mostOrganisations = 200;

/** The organisations of the person's projects, as choices of a filter, by name; at most two hundred. */
export async function listFeedOrganisations(ctx: MemberContext): Promise<FeedOrganisation[]> {
  const rows = await ctx.db.execute<FeedOrganisation>(sql`
    select o.id, o.short_name as "shortName", o.country from organisations o
    where o.id in (select pa.organisation_id from participations pa
      where pa.project_id = any(${idList(consortiumProjects(ctx.actor))}))
    order by lower(o.short_name), o.id limit ${sql.raw(String(mostOrganisations))}`);
  return [...rows];
}
