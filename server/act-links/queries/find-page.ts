import { laterDue, type LinkAct, linksOfTask } from "@/domain/act-links";
import { dayInBrussels } from "@/domain/dates";
import { outputCode } from "@/domain/outputs";
import type { ActLinkInput } from "@/domain/schemas/act-links";
import { loadActor } from "@/server/auth/session";
import type { Context, MemberContext } from "@/server/context";
import { withinLimit } from "@/server/rate-limit";
import { getOutput } from "@/server/outputs/queries/get-output";
import { findLinkedReview } from "@/server/reviews/queries/linked-review";
import { getTask } from "@/server/tasks/queries/list-tasks";
import { unlessRefused } from "@/server/unless-refused";
import { type ActLink, findLink } from "./find-link";

type Subject = {
  /** False when there is nothing to do any more. */
  possible: boolean;
  /** The version that the person sees, which they send back. */
  version: number;
  path: string;
  review?: {
    output: string;
    submission: number;
    files: string[];
    newer: { submission: number; files: string[] } | null;
  };
  output?: { id: string; name: string; dueOn: string | null };
  task?: { title: string; dueOn: string | null; newDueOn: string | null; changed: boolean };
};

async function findReview(ctx: MemberContext, link: ActLink): Promise<Subject | null> {
  const review = await findLinkedReview(ctx.db, { ...link, reviewId: link.subjectId });
  if (!review) return null;
  const { number, title, submission, files, newer, status, verdict, outputId, submissionId } = review;
  return {
    possible: status === "open" && verdict === null,
    version: submission,
    path: `/projects/${link.slug}/outputs/${outputId}/submissions/${submissionId}`,
    review: { output: `${outputCode(number)} ${title}`, submission, files, newer },
  };
}

async function findOutput(ctx: MemberContext, link: ActLink): Promise<Subject | null> {
  const output = await unlessRefused(getOutput(ctx, { outputId: link.subjectId }));
  return (
    output && {
      possible: output.can["output.upload"],
      version: 0,
      path: `/projects/${link.slug}/outputs/${output.id}`,
      output: { id: output.id, name: `${outputCode(output.number)} ${output.title}`, dueOn: output.dueOn },
    }
  );
}

async function findTask(ctx: MemberContext, link: ActLink): Promise<Subject | null> {
  const task = await unlessRefused(getTask(ctx, { taskId: link.subjectId }));
  if (!task) return null;
  const { title, dueOn, revision, can } = task;
  return {
    possible: linksOfTask(can, dueOn).includes(link.act),
    version: revision,
    path: `/projects/${link.slug}/tasks/${link.subjectId}`,
    task: {
      title,
      dueOn,
      newDueOn: link.act === "moreTime" && dueOn !== null ? laterDue(dueOn, dayInBrussels(ctx.now)) : null,
      changed: revision !== link.version,
    },
  };
}

const finders: Record<LinkAct, typeof findTask> = {
  recommendApproval: findReview,
  recommendChanges: findReview,
  acknowledgeReview: findReview,
  acceptTask: findTask,
  finishTask: findTask,
  moreTime: findTask,
  uploadFile: findOutput,
};

/**
 * What a link of an e-mail will do, for whom and on which version; "invalid" for every link that does not work. Changes
 * nothing, because scanners of e-mails open links.
 */
export async function findActPage(ctx: Context, { token }: ActLinkInput) {
  if (!(await withinLimit("actLinkIp", ctx.ip))) return { state: "limited" as const };
  const link = await findLink(ctx, token);
  const loaded = link && (await loadActor(ctx.db, link.personId, ctx.now));
  if (!link || !loaded) return { state: "invalid" as const };
  const member = { ...ctx, actor: loaded.actor };
  const subject = await finders[link.act](member, link);
  if (!subject) return { state: "invalid" as const };
  const { act, name, locale, organisation, project, expiresAt } = link;
  return {
    state: "found" as const,
    act,
    name,
    locale,
    organisation,
    project,
    expiresAt: new Date(expiresAt),
    ...subject,
  };
}
