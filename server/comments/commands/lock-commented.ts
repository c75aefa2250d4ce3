import { and } from "drizzle-orm";
import type { Db } from "@/db/client";
import { comments, outputFiles, tasks } from "@/db/schema";
import type { CommentSubject, CommentSubjectType } from "@/domain/comments";
import type { Commented } from "@/domain/events/comments";
import { outputCode } from "@/domain/outputs";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { inOwnConsortia, inOwnProjects, lockSubject } from "@/server/lock-subject";
import { lockOutput, type LockedOutput } from "@/server/outputs/commands/lock-output";
import { shownFile } from "@/server/outputs/queries/evaluator-scope";
import { lockPractice } from "@/server/practices/commands/lock-practice";
import { lockSubmission } from "@/server/reviews/commands/lock-submission";
import { readableComment, readerOf } from "../queries/readable-comment";

type Locked = {
  where: { projectId: string; outputId?: string };
  project: { slug: string; acronym: string };
  /** The subject as an event names it, and as an e-mail does. */
  data: Commented;
  name: string;
  /** Throws forbidden or project.closed unless the actor may comment on the subject. */
  authorizeComment: () => void;
};

const ofOutput = (ctx: MemberContext, output: LockedOutput) => ({
  where: { projectId: output.projectId, outputId: output.id },
  project: output.project,
  name: `${outputCode(output.number)} ${output.title}`,
  authorizeComment: () => {
    authorize(ctx.actor, "output.comment", output);
  },
});

const lockers: Record<CommentSubjectType, (tx: Db, ctx: MemberContext, id: string) => Promise<Locked>> = {
  output: async (tx, ctx, id) => {
    const output = await lockOutput(tx, ctx.actor, id);
    const { number, title } = output;
    return { ...ofOutput(ctx, output), data: { subject: "output", number, title } };
  },
  file: async (tx, ctx, id) => {
    const scope = and(inOwnProjects(ctx.actor, outputFiles.projectId), shownFile(ctx.actor));
    const file = await lockSubject(tx, outputFiles, id, scope, "file.not_found");
    const output = await lockOutput(tx, ctx.actor, file.outputId);
    const { number, title } = output;
    return {
      ...ofOutput(ctx, output),
      data: { subject: "file", number, title, fileId: id, file: file.name },
      name: file.name,
    };
  },
  submission: async (tx, ctx, id) => {
    const { output, named } = await lockSubmission(tx, ctx, id);
    return {
      ...ofOutput(ctx, output),
      data: { subject: "submission", ...named },
    };
  },
  task: async (tx, ctx, id) => {
    const task = await lockSubject(tx, tasks, id, inOwnConsortia(ctx.actor, tasks.projectId), "task.not_found");
    return {
      where: { projectId: task.projectId, ...(task.outputId === null ? {} : { outputId: task.outputId }) },
      project: task.project,
      data: { subject: "task", taskId: id, title: task.title },
      name: task.title,
      authorizeComment: () => {
        authorize(ctx.actor, "task.handle", task);
      },
    };
  },
  practice: async (tx, ctx, id) => {
    const practice = await lockPractice(tx, ctx, id);
    return {
      where: { projectId: practice.projectId },
      project: practice.project,
      data: { subject: "practice", practiceId: id, title: practice.title },
      name: practice.title,
      authorizeComment: () => {
        authorize(ctx.actor, "practice.comment", practice);
      },
    };
  },
};

/**
 * Loads and locks the subject of comments within what the actor may read. Errors: output.not_found, file.not_found,
 * submission.not_found, practice.not_found, task.not_found.
 */
export const lockCommented = (tx: Db, ctx: MemberContext, subject: CommentSubject): Promise<Locked> =>
  lockers[subject.type](tx, ctx, subject.id);

/** Loads and locks a comment that the actor can read, with its locked subject. Errors: comment.not_found. */
export async function lockComment(tx: Db, ctx: MemberContext, commentId: string) {
  const scope = readableComment(readerOf(ctx.actor));
  const comment = await lockSubject(tx, comments, commentId, scope, "comment.not_found");
  return { comment, subject: await lockCommented(tx, ctx, { type: comment.subjectType, id: comment.subjectId }) };
}
