import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import {
  organisations,
  outputs,
  participationPeople,
  participations,
  people,
  reviews,
  submissions,
  tasks,
} from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { inOwnParticipations } from "@/server/lock-subject";
import { stillIn } from "@/server/still-in";

/** How many tasks and reviews are named. */
const mostNamed = 100;

const total = sql<number>`count(*) over ()::int`;

/**
 * What waits for a member in a project, the soonest due first, at most a hundred of each kind, and the colleagues who can
 * take it. Errors: member.not_found, forbidden.
 */
export async function getMemberWork(ctx: MemberContext, { memberId }: { memberId: string }) {
  const { projectId, participationId } = participationPeople;
  const [member] = await ctx.db
    .select({
      id: participationPeople.id,
      personId: people.id,
      name: people.name,
      role: participationPeople.role,
      projectId,
      participationId,
      organisationId: participations.organisationId,
      organisation: organisations.shortName,
    })
    .from(participationPeople)
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .innerJoin(participations, eq(participations.id, participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(
      and(
        eq(participationPeople.id, memberId),
        isNull(participationPeople.endedAt),
        stillIn(participations.endedOn, ctx.now),
        inOwnParticipations(ctx.actor, projectId, participationId),
      ),
    );
  const own = member ? participationIn(ctx.actor, member.projectId) : null;
  if (!member || !own) throw new DomainError("member.not_found");
  const subject = { ...member, projectStatus: own.projectStatus };
  authorize(ctx.actor, "member.hand_over", subject);
  const [colleagues, openTasks, openReviews] = await Promise.all([
    ctx.db
      .select({ id: participationPeople.id, name: people.name, role: participationPeople.role })
      .from(participationPeople)
      .innerJoin(people, eq(people.id, participationPeople.personId))
      .where(
        and(
          eq(participationId, member.participationId),
          isNull(participationPeople.endedAt),
          isNull(people.closedAt),
          ne(participationPeople.id, member.id),
        ),
      )
      .orderBy(asc(people.name), asc(participationPeople.id))
      .limit(mostNamed),
    ctx.db
      .select({ id: tasks.id, title: tasks.title, state: tasks.state, dueOn: tasks.dueOn, total })
      .from(tasks)
      .where(
        and(
          eq(tasks.projectId, member.projectId),
          eq(tasks.organisationId, member.organisationId),
          eq(tasks.assigneeId, member.personId),
          sql`${tasks.state} in ('asked', 'open')`,
        ),
      )
      .orderBy(sql`coalesce(${tasks.dueOn}, '9999-12-31'::date)`, asc(tasks.id))
      .limit(mostNamed),
    ctx.db
      .select({ id: reviews.id, title: outputs.title, number: outputs.number, dueOn: reviews.expectedOn, total })
      .from(reviews)
      .innerJoin(submissions, and(eq(submissions.id, reviews.submissionId), eq(submissions.status, "open")))
      .innerJoin(outputs, eq(outputs.id, submissions.outputId))
      .where(
        and(eq(reviews.reviewerId, member.personId), eq(reviews.projectId, member.projectId), isNull(reviews.verdict)),
      )
      .orderBy(asc(reviews.expectedOn), asc(reviews.id))
      .limit(mostNamed),
  ]);
  const manages = can(ctx.actor, "participation.people", subject);
  return {
    member: { ...member, me: member.personId === ctx.actor.personId },
    colleagues,
    tasks: openTasks.map(({ total: _, ...task }) => task),
    reviews: openReviews.map(({ total: _, ...review }) => review),
    taskCount: openTasks[0]?.total ?? 0,
    reviewCount: openReviews[0]?.total ?? 0,
    /** Whether the person may also give the role away. */
    mayGiveRole: manages && member.role !== "viewer",
  };
}
