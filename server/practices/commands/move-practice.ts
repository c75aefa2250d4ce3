import { eq, sql } from "drizzle-orm";
import { practices } from "@/db/schema";
import { decidePractice } from "@/domain/practices";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockPractice } from "./lock-practice";

/** Submits a practice. Errors: practice.wrong_state, practice.incomplete with the empty parts, forbidden. */
export async function submitPractice(ctx: MemberContext, { practiceId }: { practiceId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const practice = await lockPractice(tx, ctx, practiceId);
    authorize(ctx.actor, "practice.edit", practice);
    const status = decidePractice(practice, "submit");
    await tx
      .update(practices)
      .set({ status, returnReason: null, revision: sql`${practices.revision} + 1` })
      .where(eq(practices.id, practiceId));
    const data = { practiceId, title: practice.title };
    await record(tx, ctx, { projectId: practice.projectId }, { type: "practice.submitted", data });
  });
}

/** Returns a submitted practice to its author with remarks. Errors: practice.wrong_state, forbidden. */
export async function returnPractice(ctx: MemberContext, input: { practiceId: string; reason: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const practice = await lockPractice(tx, ctx, input.practiceId);
    authorize(ctx.actor, "practice.publish", practice);
    const status = decidePractice(practice, "return");
    await tx
      .update(practices)
      .set({ status, returnReason: input.reason, revision: sql`${practices.revision} + 1` })
      .where(eq(practices.id, practice.id));
    const data = { practiceId: practice.id, title: practice.title, reason: input.reason };
    await record(tx, ctx, { projectId: practice.projectId }, { type: "practice.returned", data });
  });
}
