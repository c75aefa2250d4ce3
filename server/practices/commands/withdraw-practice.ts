import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { practices } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { statusAfterEdit, type PracticeStatus } from "@/domain/practices";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { lockPractice } from "./lock-practice";

type Public = { id: string; edition: number | null; status: PracticeStatus };

/**
 * Takes the page of a locked practice from the public, with a reason that its address shows to everyone. Its description
 * stays as a draft. Errors: practice.wrong_state when it is not public.
 */
export async function takeFromPublic(tx: Db, practice: Public, reason: string, now: Date): Promise<void> {
  if (practice.edition === null) throw new DomainError("practice.wrong_state", { status: practice.status });
  await tx
    .update(practices)
    .set({
      status: statusAfterEdit(practice.status),
      ...{ edition: null, publishedAt: null, withdrawnAt: now, withdrawReason: reason },
      revision: sql`${practices.revision} + 1`,
    })
    .where(eq(practices.id, practice.id));
  await indexInLibrary(tx, { kind: "practice", id: practice.id });
}

/** Withdraws a practice from the public, also in a closed project. Errors: practice.wrong_state, forbidden. */
export async function withdrawPractice(
  ctx: MemberContext,
  input: { practiceId: string; reason: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const practice = await lockPractice(tx, ctx, input.practiceId);
    authorize(ctx.actor, "practice.withdraw", practice);
    await takeFromPublic(tx, practice, input.reason, ctx.now);
    const data = { practiceId: practice.id, title: practice.title, reason: input.reason };
    await record(tx, ctx, { projectId: practice.projectId }, { type: "practice.withdrawn", data });
  });
}
