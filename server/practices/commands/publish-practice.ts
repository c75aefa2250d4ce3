import { eq, max, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { practiceEditions, practices } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decidePractice } from "@/domain/practices";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { getPractice } from "../queries/get-practice";
import { lockPractice } from "./lock-practice";

/**
 * Publishes a submitted practice as a new edition, which replaces the previous one. Errors: practice.changed with the
 * current row when it is not the revision that was read, practice.wrong_state, practice.incomplete, forbidden.
 */
export async function publishPractice(
  ctx: MemberContext,
  { practiceId, revision }: { practiceId: string; revision: number },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const practice = await lockPractice(tx, ctx, practiceId);
    authorize(ctx.actor, "practice.publish", practice);
    const status = decidePractice(practice, "publish");
    if (practice.revision !== revision) {
      throw new DomainError("practice.changed", { current: await getPractice({ ...ctx, db: tx }, { practiceId }) });
    }
    const [last] = await tx
      .select({ number: max(practiceEditions.number) })
      .from(practiceEditions)
      .where(eq(practiceEditions.practiceId, practiceId));
    const number = (last?.number ?? 0) + 1;
    const { content, body } = practice;
    const published = { publishedBy: ctx.actor.personId, publishedAt: ctx.now };
    await tx.insert(practiceEditions).values({ id: uuid(), practiceId, number, content, body, ...published });
    await tx
      .update(practices)
      .set({
        ...{ status, edition: number, publishedAt: ctx.now },
        ...{ returnReason: null, withdrawnAt: null, withdrawReason: null },
        revision: sql`${practices.revision} + 1`,
      })
      .where(eq(practices.id, practiceId));
    const data = { practiceId, title: practice.title, slug: practice.slug };
    await record(tx, ctx, { projectId: practice.projectId }, { type: "practice.published", data });
    await indexInLibrary(tx, { kind: "practice", id: practiceId });
  });
}
