import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
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
      open: sql<number>`(select count(*)::int from reviews r where r.reviewer_id = ${people.id} and r.project_id = ${output.projectId} and r.verdict is null)`,
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

/** Reviews that wait for the person, by due date. */
export async function listMyReviews(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const mine = ctx.actor.participations.map((place) => place.projectId);
  const cursor = decodeCursor(input.cursor, ["text", "uuid"]);
  const after = cursor && isIsoDate(String(cursor[0])) ? cursor : null;
  const due = sql`coalesce(${reviews.dueOn}, ${undated}::date)`;
  const rows = await ctx.db
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
        eq(reviews.reviewerId, ctx.actor.personId),
        isNull(reviews.verdict),
        inArray(reviews.projectId, mine),
        after ? sql`(${due}, ${reviews.id}) > (${String(after[0])}::date, ${String(after[1])}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(due), asc(reviews.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.dueOn ?? undated, row.id]);
}
