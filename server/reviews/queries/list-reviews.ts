import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import {
  organisations,
  outputs,
  participationPeople,
  participations,
  people,
  projects,
  reviews,
  submissions,
} from "@/db/schema";
import { isIsoDate } from "@/domain/dates";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { getOutput } from "@/server/outputs/queries/get-output";
import { stillIn } from "@/server/still-in";
import type { MemberContext } from "@/server/context";
import { personName } from "./person-name";

/**
 * People of other organisations who can be asked to review an output: partners and evaluators, at most 200. Empty for
 * those who may not ask, because evaluators may not see the consortium's people.
 */
export async function listPossibleReviewers(ctx: MemberContext, input: { outputId: string }) {
  const output = await getOutput(ctx, input);
  if (!output.can["output.submit"]) return [];
  return ctx.db
    .select({
      personId: people.id,
      name: people.name,
      organisation: {
        id: organisations.id,
        shortName: organisations.shortName,
        country: organisations.country,
        hue: participations.hue,
      },
      kind: participations.kind,
      open: sql<number>`(select count(*)::int from reviews r join submissions s on s.id = r.submission_id
        where r.reviewer_id = ${people.id} and r.project_id = ${output.projectId} and r.verdict is null
          and s.status = 'open')`,
    })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        eq(participationPeople.projectId, output.projectId),
        isNull(participationPeople.endedAt),
        stillIn(participations.endedOn, ctx.now),
        sql`${participations.organisationId} <> ${output.leadOrganisationId}`,
      ),
    )
    .orderBy(asc(participations.hue), asc(people.name))
    .limit(200);
}

/** Sorts reviews without a due date last. */
const undated = "9999-12-31";

const dueDate = sql`coalesce(${reviews.dueOn}, '${sql.raw(undated)}'::date)`;

const waitingReviewsStatement = prepared((db, [page]: readonly "next"[]) =>
  db
    .select({
      id: reviews.id,
      submissionId: submissions.id,
      submission: submissions.number,
      dueOn: reviews.dueOn,
      createdAt: reviews.createdAt,
      number: outputs.number,
      title: outputs.title,
      outputId: outputs.id,
      slug: projects.slug,
      acronym: projects.acronym,
      asker: personName,
    })
    .from(reviews)
    .innerJoin(submissions, and(eq(submissions.id, reviews.submissionId), eq(submissions.status, "open")))
    .innerJoin(outputs, eq(outputs.id, submissions.outputId))
    .innerJoin(projects, eq(projects.id, reviews.projectId))
    .innerJoin(people, eq(people.id, reviews.requestedBy))
    .where(
      and(
        eq(reviews.reviewerId, sql.placeholder("personId")),
        isNull(reviews.verdict),
        sql`${reviews.projectId} = any(${sql.placeholder("projectIds")}::uuid[])`,
        page && sql`(${dueDate}, ${reviews.id}) > (${sql.placeholder("due")}::date, ${sql.placeholder("id")}::uuid)`,
      ),
    )
    .orderBy(asc(dueDate), asc(reviews.id))
    .limit(fixedLimit(pageSize + 1))
    .prepare("waiting_reviews"),
);

/** Reviews that wait for the person, by due date. */
export async function listMyReviews(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const projectIds = `{${ctx.actor.participations.map(({ projectId }) => projectId).join(",")}}`;
  const values = { personId: ctx.actor.personId, projectIds };
  const [due, id] = decodeCursor(input.cursor, ["text", "uuid"]) ?? [];
  const rows = isIsoDate(String(due))
    ? await waitingReviewsStatement(ctx.db, "next").execute({ ...values, due, id })
    : await waitingReviewsStatement(ctx.db).execute(values);
  return toPage(rows, pageSize, (row) => [row.dueOn ?? undated, row.id]);
}
