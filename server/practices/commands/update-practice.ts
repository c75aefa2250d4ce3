import { and, eq, gt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { activity, practices } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { practiceText, statusAfterEdit } from "@/domain/practices";
import type { UpdatePractice } from "@/domain/schemas/practices";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { findFiles } from "@/server/attachments/queries/find-files";
import { getPractice } from "../queries/get-practice";
import { lockPractice } from "./lock-practice";

/** A form that saves as it goes is one activity for this time, in milliseconds. */
const oneSitting = 30 * 60_000;

async function wasRecorded(tx: Db, ctx: MemberContext, projectId: string, practiceId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: activity.id })
    .from(activity)
    .where(
      and(
        eq(activity.projectId, projectId),
        eq(activity.personId, ctx.actor.personId),
        eq(activity.type, "practice.updated"),
        gt(activity.at, new Date(ctx.now.getTime() - oneSitting)),
        sql`${activity.data}->>'practiceId' = ${practiceId}`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

/**
 * Updates the description of a practice. What is public does not change: the change of a published practice is a draft
 * that replaces it once it is published. One activity is recorded for a person's changes within half an hour. Errors:
 * practice.changed with the current row, forbidden.
 */
export async function updatePractice(ctx: MemberContext, input: UpdatePractice) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const before = await lockPractice(tx, ctx, input.practiceId);
    authorize(ctx.actor, "practice.edit", before);
    if (before.revision !== input.revision) {
      throw new DomainError("practice.changed", { current: await getPractice(inside, input) });
    }
    const { practiceId, revision: _, files, ...typed } = input;
    const content = { ...typed, files: await findFiles(tx, { practiceId }, files) };
    await tx
      .update(practices)
      .set({
        ...{ content, title: content.title, body: practiceText(content) },
        status: statusAfterEdit(before.status),
        revision: sql`${practices.revision} + 1`,
      })
      .where(eq(practices.id, practiceId));
    if (!(await wasRecorded(tx, ctx, before.projectId, practiceId))) {
      const data = { practiceId, title: input.title };
      await record(tx, ctx, { projectId: before.projectId }, { type: "practice.updated", data });
    }
    return getPractice(inside, input);
  });
}
