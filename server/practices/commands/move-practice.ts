import { eq, sql } from "drizzle-orm";
import { practices } from "@/db/schema";
import { decidePractice, type PracticeMove, type PracticeStatus } from "@/domain/practices";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { lockPractice } from "./lock-practice";

const events = {
  submit: { action: "practice.edit", type: "practice.submitted" },
  publish: { action: "practice.publish", type: "practice.published" },
  return: { action: "practice.publish", type: "practice.returned" },
} as const;

const actionOf = (move: PracticeMove, status: PracticeStatus) =>
  move === "return" && status === "published" ? "practice.withdraw" : events[move].action;

/**
 * Submits a practice, publishes it or returns it with a reason. Returning a published one withdraws it from the public
 * and shows the reason to everyone, also in a closed project. Errors: practice.wrong_state, practice.incomplete with the empty parts, forbidden.
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
    const data = {
      practiceId: practice.id,
      title: practice.title,
      reason: input.reason ?? "",
      slug: practice.slug,
      ...(practice.status === "published" ? { reasonIsPublic: true } : {}),
    };
    await record(tx, ctx, { projectId: practice.projectId }, { type, data });
    if (status === "published" || practice.status === "published") {
      await indexInLibrary(tx, { kind: "practice", id: practice.id });
    }
  });
}
