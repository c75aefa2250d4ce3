import { randomBytes } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { practices, projects } from "@/db/schema";
import { placeIn, projectsInside } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import { decidePractice, type PracticeMove, type PracticeStatus } from "@/domain/practices";
import type { DraftPractice, UpdatePractice } from "@/domain/schemas/practices";
import { practiceSlug } from "@/domain/slugs";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { getPractice } from "./queries";

async function lockPractice(tx: Db, ctx: MemberContext, practiceId: string) {
  const [row] = await tx
    .select({ practice: practices, projectStatus: projects.status })
    .from(practices)
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .where(and(eq(practices.id, practiceId), inArray(practices.projectId, projectsInside(ctx.actor))))
    .for("update", { of: practices });
  if (!row) throw new DomainError("practice.not_found");
  return { ...row.practice, projectStatus: row.projectStatus };
}

/** Begins the description of a practice; the same id again changes nothing. Errors: input.id_taken, project.not_found, forbidden. */
export async function draftPractice(ctx: MemberContext, input: DraftPractice) {
  return ctx.db.transaction(async (tx) => {
    const [project] = await tx
      .select({ projectId: projects.id, projectStatus: projects.status })
      .from(projects)
      .where(and(eq(projects.id, input.projectId), inArray(projects.id, projectsInside(ctx.actor))));
    const place = placeIn(ctx.actor, input.projectId);
    if (!project || !place) throw new DomainError("project.not_found");
    authorize(ctx.actor, "practice.draft", project);
    const [made] = await tx
      .insert(practices)
      .values({
        ...input,
        slug: practiceSlug(input.title, randomBytes(3).toString("hex")),
        organisationId: place.organisationId,
        authorId: ctx.actor.personId,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: practices.id });
    const where = { projectId: input.projectId };
    if (made) {
      await record(tx, ctx, where, { type: "practice.drafted", data: { practiceId: input.id, title: input.title } });
    } else {
      const mine = and(eq(practices.authorId, ctx.actor.personId), eq(practices.projectId, input.projectId));
      const [again] = await tx
        .select({ id: practices.id })
        .from(practices)
        .where(and(eq(practices.id, input.id), mine));
      if (!again) throw new DomainError("input.id_taken");
    }
    return getPractice({ ...ctx, db: tx }, { practiceId: input.id });
  });
}

/**
 * Changes a practice; a published one only by who publishes. Errors: practice.changed with the current text,
 * practice.wrong_state, forbidden.
 */
export async function updatePractice(ctx: MemberContext, input: UpdatePractice) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const before = await lockPractice(tx, ctx, input.practiceId);
    authorize(ctx.actor, "practice.edit", before);
    // What the coordinator published is not rewritten behind its readers: it has to come back first.
    if (before.status === "published" && !can(ctx.actor, "practice.publish", before)) {
      throw new DomainError("practice.wrong_state", { status: before.status });
    }
    if (before.revision !== input.revision) {
      throw new DomainError("practice.changed", { current: await getPractice(inside, input) });
    }
    const { practiceId, revision: _, ...columns } = input;
    await tx
      .update(practices)
      .set({ ...columns, revision: sql`${practices.revision} + 1` })
      .where(eq(practices.id, practiceId));
    const data = { practiceId, title: input.title };
    await record(tx, ctx, { projectId: before.projectId }, { type: "practice.updated", data });
    return getPractice(inside, input);
  });
}

const events = {
  submit: { action: "practice.edit", type: "practice.submitted" },
  publish: { action: "practice.publish", type: "practice.published" },
  return: { action: "practice.publish", type: "practice.returned" },
} as const;

const actionOf = (move: PracticeMove, status: PracticeStatus) =>
  move === "return" && status === "published" ? "practice.withdraw" : events[move].action;

/**
 * Submits a practice, publishes it or returns it with a reason. A published one is withdrawn by returning it, also in
 * a closed project. Errors: practice.wrong_state,
 * practice.incomplete naming the parts, forbidden.
 */
export async function movePractice(
  ctx: MemberContext,
  input: { practiceId: string; reason?: string },
  move: PracticeMove,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const practice = await lockPractice(tx, ctx, input.practiceId);
    const { type } = events[move];
    authorize(ctx.actor, actionOf(move, practice.status), practice);
    const status = decidePractice(practice, move);
    await tx
      .update(practices)
      .set({
        status,
        returnReason: move === "return" ? (input.reason ?? "") : null,
        publishedAt: move === "publish" ? ctx.now : null,
        revision: sql`${practices.revision} + 1`,
      })
      .where(eq(practices.id, practice.id));
    const data = { practiceId: practice.id, title: practice.title, reason: input.reason ?? "", slug: practice.slug };
    await record(tx, ctx, { projectId: practice.projectId }, { type, data });
  });
}
