import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  fileVersions,
  organisations,
  participationPeople,
  participations,
  people,
  reviews,
  submissions,
  submissionVersions,
} from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { canReadComment, type CommentSubject, decideReply } from "@/domain/comments";
import { DomainError } from "@/domain/errors";
import type { ListReaders } from "@/domain/schemas/comments";
import type { MemberContext } from "@/server/context";
import { stillIn } from "@/server/still-in";
import { findAnswered } from "./find-answered";
import { requireSubject } from "./require-subject";

/** More than any consortium has people. */
const mostParticipants = 1_000;

/** The people who take part in a project at this moment, by name; all of them, or those with these ids. */
export function findParticipants(db: Db, now: Date, projectId: string, personIds?: readonly string[]) {
  return db
    .select({
      personId: people.id,
      name: people.name,
      organisationId: organisations.id,
      organisation: organisations.shortName,
      kind: participations.kind,
      role: participationPeople.role,
    })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        eq(participationPeople.projectId, projectId),
        isNull(participationPeople.endedAt),
        isNotNull(participations.joinedAt),
        stillIn(participations.endedOn, now),
        isNull(people.closedAt),
        personIds ? inArray(people.id, [...personIds]) : undefined,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(mostParticipants);
}

/** The people who were asked to review a subject; of a file, a submission that holds one of its versions. */
export async function findReviewers(db: Db, { type, id }: CommentSubject): Promise<string[]> {
  if (type === "practice" || type === "task") return [];
  const asked = db.selectDistinct({ id: reviews.reviewerId }).from(reviews);
  const rows = await (type === "submission"
    ? asked.where(eq(reviews.submissionId, id))
    : type === "output"
      ? asked.innerJoin(submissions, eq(submissions.id, reviews.submissionId)).where(eq(submissions.outputId, id))
      : asked
          .innerJoin(submissionVersions, eq(submissionVersions.submissionId, reviews.submissionId))
          .innerJoin(fileVersions, eq(fileVersions.id, submissionVersions.versionId))
          .where(eq(fileVersions.fileId, id)));
  return rows.map((row) => row.id);
}

/**
 * The people whom a comment with this visibility could mention: those who could read it, without the actor. Evaluators
 * see only people of their own organisation. Errors: not found for the subject, comment.not_found, comment.reply_wider.
 */
export async function listReaders(ctx: MemberContext, { subject, visibility, replyTo }: ListReaders) {
  const { projectId } = await requireSubject(ctx, subject);
  const own = participationIn(ctx.actor, projectId);
  if (!own) throw new DomainError("project.not_found");
  const authorId = ctx.actor.personId;
  const { organisationId } = own;
  const answered = await findAnswered(ctx.db, ctx, subject, replyTo);
  const openedBy = decideReply({ visibility, authorId, organisationId }, answered);
  const [participants, reviewerIds] = await Promise.all([
    findParticipants(ctx.db, ctx.now, projectId),
    findReviewers(ctx.db, subject),
  ]);
  const access = { subjectType: subject.type, reviewerIds, visibility, authorId, organisationId, openedBy };
  return participants
    .filter((person) => person.personId !== authorId)
    .filter((person) => own.kind !== "evaluator" || person.organisationId === organisationId)
    .filter((person) => canReadComment({ personId: person.personId, participation: person }, access))
    .map(({ personId, name, organisation }) => ({ id: personId, name, organisation }));
}
