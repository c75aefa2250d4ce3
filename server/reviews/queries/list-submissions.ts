import { and, desc, eq, lt, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { submissions } from "@/db/schema";
import { consortiumProjects } from "@/domain/actor";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { SubmissionStatus } from "@/domain/reviews";
import type { OutputPage } from "@/domain/schemas/outputs";
import { activityOfOutput } from "@/server/activity/queries";
import { preparedScope, scopeOf, shownSubmission } from "@/server/outputs/queries/evaluator-scope";
import { getOutput, type Output } from "@/server/outputs/queries/get-output";
import { dueDatesOf } from "@/server/outputs/queries/list-due-dates";
import { filesOf } from "@/server/outputs/queries/list-files";
import { timeRequestsOf } from "@/server/outputs/queries/list-time-requests";
import type { MemberContext } from "@/server/context";
import { reviewsOf } from "./get-submission";

const submissionsStatement = prepared((db, shape: readonly "before"[]) =>
  db
    .select({
      id: submissions.id,
      number: submissions.number,
      status: submissions.status,
      createdAt: submissions.createdAt,
      approve: sql<number>`(select count(*)::int from reviews r where r.submission_id = submissions.id
        and r.verdict in ('approve', 'approve_with_remarks'))`,
      requestChanges: sql<number>`(select count(*)::int from reviews r where r.submission_id = submissions.id and r.verdict = 'request_changes')`,
      reject: sql<number>`(select count(*)::int from reviews r where r.submission_id = submissions.id and r.verdict = 'reject')`,
      waiting: sql<number>`(select count(*)::int from reviews r where r.submission_id = submissions.id and r.verdict is null)`,
    })
    .from(submissions)
    .where(
      and(
        eq(submissions.outputId, sql.placeholder("outputId")),
        shownSubmission(preparedScope),
        shape.includes("before") ? lt(submissions.number, sql.placeholder("number")) : undefined,
      ),
    )
    .orderBy(desc(submissions.number))
    .limit(fixedLimit(pageSize + 1))
    .prepare("submissions"),
);

const reasonsStatement = prepared((db) =>
  db
    .select({ reasons: submissions.decisionComment })
    .from(submissions)
    .where(eq(submissions.id, sql.placeholder("submissionId")))
    .prepare("reasons"),
);

/** Why the coordinator requested changes or rejected; null for submissions without that decision. */
async function reasonsOf(ctx: MemberContext, submission: { id: string; status: SubmissionStatus }) {
  if (submission.status !== "changes_requested" && submission.status !== "rejected") return null;
  const [row] = await reasonsStatement(ctx.db).execute({ submissionId: submission.id });
  return row?.reasons ?? null;
}

/** Submissions of an output, newest first. */
export async function listSubmissions(ctx: MemberContext, input: { outputId: string; cursor?: string | undefined }) {
  return submissionsOf(ctx, await getOutput(ctx, input), input.cursor);
}

async function submissionsOf(ctx: MemberContext, output: Output, cursorText: string | undefined) {
  const cursor = decodeCursor(cursorText, ["number"]);
  const values = { ...scopeOf(ctx.actor), outputId: output.id };
  const rows = cursor
    ? await submissionsStatement(ctx.db, "before").execute({ ...values, number: cursor[0] })
    : await submissionsStatement(ctx.db).execute(values);
  return toPage(rows, pageSize, (row) => [row.number]);
}

/**
 * Data of the output page: its files, its submissions with the reviews of the newest one and the reasons of requested
 * changes (null on later pages of the list), its activity, how its due date moved, and the open requests to move it. Each list has its own cursor. Errors: output.not_found.
 */
export async function getOutputPage(ctx: MemberContext, input: OutputPage) {
  const output = await getOutput(ctx, input);
  const newestWithReviews = async () => {
    const list = await submissionsOf(ctx, output, input.submissions);
    const [first] = input.submissions ? [] : list.items;
    if (!first) return { list, newest: null };
    const open = first.status === "open";
    const [reviews, reasons] = await Promise.all([
      reviewsOf(ctx, output, { id: first.id, open }),
      reasonsOf(ctx, first),
    ]);
    return { list, newest: { id: first.id, number: first.number, open, reasons, reviews } };
  };
  const [files, { list, newest }, activity, moves, timeRequests] = await Promise.all([
    filesOf(ctx, output, input.files),
    newestWithReviews(),
    activityOfOutput(ctx, output, input.activity),
    dueDatesOf(ctx, output, input.moves),
    // Evaluators do not see what partners ask each other.
    consortiumProjects(ctx.actor).includes(output.projectId) ? timeRequestsOf(ctx, output) : [],
  ]);
  return { output, files, submissions: list, newest, activity, moves, timeRequests };
}
