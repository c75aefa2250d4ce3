import { participationIn } from "@/domain/actor";
import type { ExportFormat } from "@/domain/events/projects";
import type { ExportInput } from "@/domain/schemas/activity";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { activityAddress } from "@/server/signed-address";
import { limit } from "@/server/rate-limit";
import type { FeedFilter } from "./feed";
import { feedProjects, refuseForeignFilter } from "./queries";

/** What a signed address of an export holds: the list, and the reader it is written for. */
export type ExportOrder = {
  projects: { id: string; slug: string }[];
  filter: FeedFilter;
  /** Only activities before this moment, in milliseconds: not the export itself, nor what happens while it is read. */
  before: number;
  format: ExportFormat;
  locale: string;
  timeZone: string;
  /** The name of the file without its ending. */
  name: string;
};

/**
 * An address for a list of activities as a table, valid for five minutes; the download is recorded in each project of
 * the list. Errors: project.not_found, rate.limited, and those of a filter by something that is not in these projects.
 */
export async function exportActivity(ctx: MemberContext, input: ExportInput): Promise<{ url: string }> {
  const { slug, format, timeZone, ...filter } = input;
  const projectIds = feedProjects(ctx, slug);
  await limit("exports", ctx.actor.personId);
  await refuseForeignFilter(ctx, projectIds, filter);
  const projects = projectIds.flatMap((id) => participationIn(ctx.actor, id) ?? []);
  for (const { projectId, projectStatus } of projects) {
    authorize(ctx.actor, "project.export", { projectId, projectStatus });
  }
  await ctx.db.transaction(async (tx) => {
    for (const { projectId } of projects) {
      await record(tx, ctx, { projectId }, { type: "activity.exported", data: { format } });
    }
  });
  const order: ExportOrder = {
    projects: projects.map((one) => ({ id: one.projectId, slug: one.slug })),
    filter,
    before: ctx.now.getTime(),
    format,
    locale: ctx.actor.locale,
    timeZone,
    name: [slug ?? "activity", ...(slug ? ["activity"] : []), filter.from, filter.to].filter(Boolean).join("-"),
  };
  return { url: activityAddress(order, ctx.now) };
}
