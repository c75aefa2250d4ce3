import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { comments, organisations, participations, people, submissions } from "@/db/schema";
import type { CommentSubjectType } from "@/domain/comments";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { ListComments } from "@/domain/schemas/comments";
import type { MemberContext } from "@/server/context";
import { shownSubmission } from "@/server/outputs/queries/evaluator-scope";
import { getOutput } from "@/server/outputs/queries/get-output";
import { personName } from "@/server/reviews/queries/person-name";

/** For each type of subject: throws unless the actor may read it. Errors: submission.not_found. */
const requireSubject: Record<CommentSubjectType, (ctx: MemberContext, id: string) => Promise<void>> = {
  submission: async (ctx, id) => {
    const projectIds = ctx.actor.participations.map((participation) => participation.projectId);
    const [submission] = await ctx.db
      .select({ outputId: submissions.outputId })
      .from(submissions)
      .where(and(eq(submissions.id, id), inArray(submissions.projectId, projectIds), shownSubmission(ctx.actor)));
    if (!submission) throw new DomainError("submission.not_found");
    await getOutput(ctx, submission);
  },
};

/** The comments on a subject, oldest first; `person` is null for a closed account. Errors: submission.not_found. */
export async function listComments(ctx: MemberContext, input: ListComments) {
  await requireSubject[input.subject.type](ctx, input.subject.id);
  const cursor = decodeCursor(input.cursor, ["moment", "uuid"]);
  const rows = await ctx.db
    .select({
      id: comments.id,
      body: comments.body,
      createdAt: comments.createdAt,
      person: personName,
      organisation: {
        id: organisations.id,
        shortName: organisations.shortName,
        country: organisations.country,
        hue: sql<number>`coalesce(${participations.hue}, 0)`,
      },
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.personId))
    .innerJoin(organisations, eq(organisations.id, comments.organisationId))
    .leftJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, comments.projectId)),
    )
    .where(
      and(
        eq(comments.subjectType, input.subject.type),
        eq(comments.subjectId, input.subject.id),
        cursor
          ? or(
              gt(comments.createdAt, new Date(Number(cursor[0]))),
              and(eq(comments.createdAt, new Date(Number(cursor[0]))), gt(comments.id, String(cursor[1]))),
            )
          : undefined,
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.createdAt.getTime(), row.id]);
}
