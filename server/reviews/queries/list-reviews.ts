import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
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
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { awayIn } from "@/server/absences";
import { proposeReviewers } from "@/domain/reviewers";
import { shownSubmission } from "@/server/outputs/queries/evaluator-scope";
import { getOutput } from "@/server/outputs/queries/get-output";
import { stillIn } from "@/server/still-in";
import type { MemberContext } from "@/server/context";
import { personName } from "./person-name";

/**
 * People of other organisations who can be asked to review an output: partners and evaluators, at most 200, those who are
 * proposed with `proposed`: the authors of findings that are not closed, else two people from other countries. Empty for
 * those who may not ask, because evaluators may not see the consortium's people.
 */
export async function listPossibleReviewers(ctx: MemberContext, input: { outputId: string }) {
  const output = await getOutput(ctx, input);
  if (!output.can["output.submit"]) return [];
  const rows = await ctx.db
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
      away: awayIn(people.id, sql`${output.projectId}::uuid`, sql`${ctx.now.toISOString()}::timestamptz`),
      open: sql<number>`(select count(*)::int from reviews r join submissions s on s.id = r.submission_id
        where r.reviewer_id = ${people.id} and r.project_id = ${output.projectId} and r.verdict is null
          and s.status = 'open')`,
      openFindings: sql<number>`(select count(*)::int from findings f where f.output_id = ${output.id}
        and f.person_id = ${people.id} and f.status in ('open', 'fixed', 'declined'))`,
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
  const found = rows.filter(({ openFindings }) => openFindings > 0).map(({ personId }) => personId);
  const proposed = found.length > 0 ? found : proposeReviewers(rows, output.lead);
  return rows.map((row) => ({ ...row, proposed: proposed.includes(row.personId) }));
}

/**
 * People who can stand in for a reviewer: for the reviewer colleagues of the same organisation, for those who may ask for
 * the review everyone who may be asked. People who were asked already are left out. Errors: review.not_found.
 */
export async function listStandIns(ctx: MemberContext, { reviewId }: { reviewId: string }) {
  const [review] = await ctx.db
    .select({
      submissionId: reviews.submissionId,
      outputId: submissions.outputId,
      projectId: reviews.projectId,
      reviewerId: reviews.reviewerId,
      organisationId: reviews.organisationId,
    })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(and(eq(reviews.id, reviewId), shownSubmission(ctx.actor)));
  if (!review) throw new DomainError("review.not_found");
  const output = await getOutput(ctx, review);
  const own = review.reviewerId === ctx.actor.personId;
  if (!own && !output.can["output.submit"]) return [];
  return ctx.db
    .select({
      personId: people.id,
      name: people.name,
      organisation: { shortName: organisations.shortName, country: organisations.country, hue: participations.hue },
    })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        eq(participationPeople.projectId, review.projectId),
        isNull(participationPeople.endedAt),
        stillIn(participations.endedOn, ctx.now),
        ne(participations.organisationId, output.leadOrganisationId),
        output.can["output.submit"] ? undefined : eq(participations.organisationId, review.organisationId),
        sql`not exists (select from reviews asked
          where asked.submission_id = ${review.submissionId} and asked.reviewer_id = ${people.id})`,
      ),
    )
    .orderBy(asc(participations.hue), asc(people.name))
    .limit(200);
}

/** Sorts reviews without a due date last. */
const undated = "9999-12-31";

const dueDate = sql`coalesce(${reviews.expectedOn}, '${sql.raw(undated)}'::date)`;

const waitingReviewsStatement = prepared((db, [page]: readonly "next"[]) =>
  db
    .select({
      id: reviews.id,
      submissionId: submissions.id,
      submission: submissions.number,
      dueOn: reviews.expectedOn,
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
