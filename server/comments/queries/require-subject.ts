import { and, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { outputFiles, submissions } from "@/db/schema";
import type { CommentSubject, CommentSubjectType } from "@/domain/comments";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import type { MemberContext } from "@/server/context";
import { isMine, preparedScope, scopeOf, shownFile, shownSubmission } from "@/server/outputs/queries/evaluator-scope";
import { getOutput } from "@/server/outputs/queries/get-output";
import { getTask } from "@/server/tasks/queries/list-tasks";
import { getPractice } from "@/server/practices/queries/get-practice";

type Rights = { projectId: string; mayComment: boolean };

async function ofOutput(ctx: MemberContext, outputId: string): Promise<Rights> {
  const output = await getOutput(ctx, { outputId });
  return { projectId: output.projectId, mayComment: output.can["output.comment"] };
}

const fileStatement = prepared((db) =>
  db
    .select({ outputId: outputFiles.outputId })
    .from(outputFiles)
    .where(
      and(
        eq(outputFiles.id, sql.placeholder("id")),
        isMine(sql`${outputFiles.projectId}`, preparedScope),
        shownFile(preparedScope),
      ),
    )
    .prepare("commented_file"),
);

const submissionStatement = prepared((db) =>
  db
    .select({ outputId: submissions.outputId })
    .from(submissions)
    .where(
      and(
        eq(submissions.id, sql.placeholder("id")),
        isMine(sql`${submissions.projectId}`, preparedScope),
        shownSubmission(preparedScope),
      ),
    )
    .prepare("commented_submission"),
);

const rightsOn: Record<CommentSubjectType, (ctx: MemberContext, id: string) => Promise<Rights>> = {
  output: ofOutput,
  file: async (ctx, id) => {
    const [file] = await fileStatement(ctx.db).execute({ ...scopeOf(ctx.actor), id });
    if (!file) throw new DomainError("file.not_found");
    return ofOutput(ctx, file.outputId);
  },
  submission: async (ctx, id) => {
    const [submission] = await submissionStatement(ctx.db).execute({ ...scopeOf(ctx.actor), id });
    if (!submission) throw new DomainError("submission.not_found");
    return ofOutput(ctx, submission.outputId);
  },
  task: async (ctx, taskId) => {
    const task = await getTask(ctx, { taskId });
    return { projectId: task.projectId, mayComment: can(ctx.actor, "task.handle", task) };
  },
  practice: async (ctx, practiceId) => {
    const practice = await getPractice(ctx, { practiceId });
    return { projectId: practice.projectId, mayComment: practice.can["practice.comment"] };
  },
};

/**
 * The project of a subject that the actor may read, and whether they may comment on it. Errors: output.not_found,
 * file.not_found, submission.not_found, practice.not_found, task.not_found.
 */
export const requireSubject = (ctx: MemberContext, subject: CommentSubject): Promise<Rights> =>
  rightsOn[subject.type](ctx, subject.id);
