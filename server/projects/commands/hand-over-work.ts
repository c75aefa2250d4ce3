import { and, asc, eq, exists, inArray, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { findings, outputs, participationPeople, reviews, submissions, tasks, taskSteps } from "@/db/schema";
import { heirRole, participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import type { HandOverWork } from "@/domain/schemas/projects";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { lockMember, requireStillIn } from "./lock-member";

type Member = Awaited<ReturnType<typeof lockMember>>;

/** Both members, locked in the order of their ids, so that opposite hand-overs do not wait for each other. */
async function lockBoth(tx: Db, ctx: MemberContext, { memberId, toMemberId }: HandOverWork) {
  if (memberId === toMemberId) throw new DomainError("member.not_a_colleague", { field: "toMemberId" });
  const locked = new Map<string, Member>();
  for (const id of [memberId, toMemberId].sort()) locked.set(id, await lockMember(tx, ctx, id));
  const [from, to] = [locked.get(memberId), locked.get(toMemberId)];
  if (!from || !to) throw new DomainError("member.not_found");
  return { from, to };
}

const open = sql`${submissions.status} = 'open'`;
const earlier = alias(reviews, "earlier");

/** Moves the reviews that are not given yet, except where the colleague was asked for the same submission. */
async function moveReviews(tx: Db, ctx: MemberContext, from: Member, to: Member): Promise<number> {
  const waiting = and(
    eq(reviews.projectId, from.projectId),
    eq(reviews.reviewerId, from.personId),
    isNull(reviews.verdict),
  );
  const submitted = and(eq(submissions.id, reviews.submissionId), open);
  // Reviews and decisions lock the output first.
  await tx
    .select({ id: outputs.id })
    .from(outputs)
    .where(
      inArray(
        outputs.id,
        tx.select({ id: submissions.outputId }).from(reviews).innerJoin(submissions, submitted).where(waiting),
      ),
    )
    .orderBy(asc(outputs.id))
    .for("no key update");
  const moved = await tx
    .update(reviews)
    .set({ reviewerId: to.personId, requestedBy: ctx.actor.personId })
    .where(
      and(
        waiting,
        exists(tx.select({ id: submissions.id }).from(submissions).where(submitted)),
        notExists(
          tx
            .select({ id: earlier.id })
            .from(earlier)
            .where(and(eq(earlier.submissionId, reviews.submissionId), eq(earlier.reviewerId, to.personId))),
        ),
      ),
    )
    .returning({ id: reviews.id });
  // Drafts are their author's: only the author gives them away.
  if (moved.length > 0 && from.personId === ctx.actor.personId) {
    await tx
      .update(findings)
      .set({ personId: to.personId })
      .where(
        and(
          inArray(
            findings.reviewId,
            moved.map(({ id }) => id),
          ),
          eq(findings.personId, from.personId),
          eq(findings.status, "draft"),
        ),
      );
  }
  return moved.length;
}

/** Moves the asked and open tasks; asked ones stay asked, because the colleague has not accepted them. */
async function moveTasks(tx: Db, ctx: MemberContext, from: Member, to: Member): Promise<number> {
  const own = participationIn(ctx.actor, from.projectId);
  if (own === null) throw new DomainError("member.not_found");
  const waiting = and(
    eq(tasks.projectId, from.projectId),
    eq(tasks.organisationId, from.organisationId),
    eq(tasks.assigneeId, from.personId),
    inArray(tasks.state, ["asked", "open"]),
  );
  const found = await tx
    .update(tasks)
    .set({ assigneeId: to.personId, revision: sql`${tasks.revision} + 1` })
    .where(waiting)
    .returning({ taskId: tasks.id });
  if (found.length === 0) return 0;
  const step = {
    act: "handOver" as const,
    personId: ctx.actor.personId,
    organisationId: own.organisationId,
    toPersonId: to.personId,
    createdAt: ctx.now,
  };
  await tx.insert(taskSteps).values(found.map(({ taskId }) => ({ id: uuid(), taskId, ...step })));
  return found.length;
}

/** The colleague takes the role, and the person who gives it away stays as a contributor. */
async function moveRole(tx: Db, ctx: MemberContext, from: Member, to: Member): Promise<boolean> {
  const role = heirRole(from.role, to.role);
  if (role === to.role) return false;
  authorize(ctx.actor, "participation.people", from);
  await tx.update(participationPeople).set({ role }).where(eq(participationPeople.id, to.id));
  await record(
    tx,
    ctx,
    { projectId: from.projectId },
    { type: "member.role_changed", data: { personId: to.personId, role } },
  );
  if (from.role !== "manager") return true;
  const lower = { personId: from.personId, role: "contributor" as const };
  await tx.update(participationPeople).set({ role: lower.role }).where(eq(participationPeople.id, from.id));
  await record(tx, ctx, { projectId: from.projectId }, { type: "member.role_changed", data: lower });
  return true;
}

/**
 * Gives everything that waits for a member in a project to a colleague of the same organisation: tasks, reviews, and the
 * role when `role` is true. By the person or a manager of the organisation. Repeating it moves what came since. Returns
 * how much was moved. Errors: member.not_found, member.not_a_colleague, participation.ended, project.closed, forbidden.
 */
export async function handOverWork(ctx: MemberContext, input: HandOverWork) {
  return ctx.db.transaction(async (tx) => {
    const { from, to } = await lockBoth(tx, ctx, input);
    authorize(ctx.actor, "member.hand_over", from);
    requireStillIn(ctx, from);
    if (to.participationId !== from.participationId) {
      throw new DomainError("member.not_a_colleague", { field: "toMemberId" });
    }
    const role = input.role && (await moveRole(tx, ctx, from, to));
    if (to.role === "viewer" && !role) throw new DomainError("member.not_a_colleague", { field: "toMemberId" });
    const moved = {
      reviews: await moveReviews(tx, ctx, from, to),
      tasks: await moveTasks(tx, ctx, from, to),
    };
    if (moved.tasks + moved.reviews > 0) {
      const data = { personId: to.personId, fromPersonId: from.personId, ...moved };
      await record(tx, ctx, { projectId: from.projectId }, { type: "member.work_handed_over", data });
      if (from.personId !== ctx.actor.personId) {
        const given = { personId: from.personId, ...moved };
        await record(tx, ctx, { projectId: from.projectId }, { type: "member.work_moved", data: given });
      }
    }
    return { ...moved, role };
  });
}
