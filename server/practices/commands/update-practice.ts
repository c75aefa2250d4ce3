import { eq, sql } from "drizzle-orm";
import { practices } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import type { UpdatePractice } from "@/domain/schemas/practices";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { getPractice } from "../queries";
import { lockPractice } from "./lock-practice";

/**
 * Updates a practice; a published one only by those who may publish. Errors: practice.changed with the current row,
 * practice.wrong_state, forbidden.
 */
export async function updatePractice(ctx: MemberContext, input: UpdatePractice) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const before = await lockPractice(tx, ctx, input.practiceId);
    authorize(ctx.actor, "practice.edit", before);
    // A published text does not change in public: it has to be returned first.
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
    if (before.status === "published") await indexInLibrary(tx, { kind: "practice", id: practiceId });
    return getPractice(inside, input);
  });
}
