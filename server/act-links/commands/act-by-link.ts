import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { actLinks, tasks } from "@/db/schema";
import { laterDue, type LinkAct } from "@/domain/act-links";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { ActByLink } from "@/domain/schemas/act-links";
import { loadActor } from "@/server/auth/session";
import type { Context, MemberContext } from "@/server/context";
import { limit } from "@/server/rate-limit";
import { acknowledgeReview } from "@/server/reviews/commands/acknowledge-review";
import { giveReview } from "@/server/reviews/commands/give-review";
import { findLinkedReview } from "@/server/reviews/queries/linked-review";
import { acceptTask, finishTask, moveTask } from "@/server/tasks/commands/act-on-task";
import { type ActLink, findLink } from "../queries/find-link";

type Perform = (ctx: MemberContext, link: ActLink, input: ActByLink) => Promise<unknown>;

/** Locks the task and checks that it is the one that the page showed. */
async function requireSameTask(tx: Db, taskId: string, version: number) {
  const [task] = await tx
    .select({ revision: tasks.revision, dueOn: tasks.dueOn })
    .from(tasks)
    .where(eq(tasks.id, taskId))
    .for("no key update");
  if (task?.revision !== version) throw new DomainError("act_link.changed");
  return task;
}

/** Checks that the review is not given, and that its submission is the one that the page showed. */
async function requireSameReview(ctx: MemberContext, link: ActLink, version: number): Promise<void> {
  const current = await findLinkedReview(ctx.db, { ...link, reviewId: link.subjectId });
  // A review that was given on the site holds scores, which one without them would replace.
  const same = current?.status === "open" && current.verdict === null && current.submission === version;
  if (!same) throw new DomainError("act_link.changed");
}

const review =
  (verdict: "approve" | "request_changes"): Perform =>
  async (ctx, link, { version, text }) => {
    await requireSameReview(ctx, link, version);
    await giveReview(ctx, { reviewId: link.subjectId, verdict, comment: text, scores: [] });
  };

const task =
  (perform: typeof acceptTask): Perform =>
  async (ctx, link, { version }) => {
    await requireSameTask(ctx.db, link.subjectId, version);
    await perform(ctx, { id: link.id, taskId: link.subjectId });
  };

/** Each of them calls the command that the site calls, as the person of the link. */
const performs: Record<LinkAct, Perform> = {
  // Files are sent to /upload with the token.
  uploadFile: () => Promise.reject(new DomainError("act_link.invalid")),
  recommendApproval: review("approve"),
  recommendChanges: review("request_changes"),
  acknowledgeReview: async (ctx, link, { version, answerBy }) => {
    await requireSameReview(ctx, link, version);
    if (answerBy === null) throw new DomainError("review.answer_by_outside", { field: "answerBy" });
    await acknowledgeReview(ctx, { reviewId: link.subjectId, answerBy });
  },
  acceptTask: task(acceptTask),
  finishTask: task(finishTask),
  moreTime: async (ctx, link, { version, text }) => {
    const { dueOn } = await requireSameTask(ctx.db, link.subjectId, version);
    if (dueOn === null) throw new DomainError("act_link.changed");
    if (text === "") throw new DomainError("review.comment_missing", { field: "text" });
    const day = laterDue(dueOn, dayInBrussels(ctx.now));
    await moveTask(ctx, { id: link.id, taskId: link.subjectId, dueOn: day, reason: text });
  },
};

/**
 * Does what a link of an e-mail is for, once, without a sign-in. Errors: act_link.invalid for every link that does not
 * work, act_link.changed when the subject is not the one that the page showed, rate.limited, and those of the command.
 * An error leaves the link usable.
 */
export async function actByLink(ctx: Context, input: ActByLink): Promise<{ act: LinkAct; locale: string }> {
  await limit("actLinkIp", ctx.ip);
  const link = await findLink(ctx, input.token);
  const loaded = link && (await loadActor(ctx.db, link.personId, ctx.now));
  if (!link || !loaded) throw new DomainError("act_link.invalid");
  await ctx.db.transaction(async (tx) => {
    // A second request waits here, and finds the link used; so does one that meets the end of all links.
    const [claimed] = await tx
      .update(actLinks)
      .set({ usedAt: sql`${ctx.now.toISOString()}::timestamptz` })
      .where(and(eq(actLinks.id, link.id), isNull(actLinks.usedAt)))
      .returning({ id: actLinks.id });
    if (!claimed) throw new DomainError("act_link.invalid");
    await performs[link.act]({ ...ctx, db: tx, actor: loaded.actor, via: "email_link" }, link, input);
  });
  return { act: link.act, locale: link.locale };
}
