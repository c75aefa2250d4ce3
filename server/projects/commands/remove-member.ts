import { eq } from "drizzle-orm";
import { participationPeople } from "@/db/schema";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockMember, requireStillIn } from "./lock-member";
import { requireAnotherManager } from "./require-another-manager";

/**
 * Ends a person's membership of the project; their work is kept. Errors: project.closed, participation.last_manager,
 * participation.ended.
 */
export async function removeMember(ctx: MemberContext, input: { memberId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const member = await lockMember(tx, ctx, input.memberId);
    authorize(ctx.actor, "member.remove", member);
    requireStillIn(ctx, member);
    if (member.role === "manager") await requireAnotherManager(tx, member);
    await tx.update(participationPeople).set({ endedAt: ctx.now }).where(eq(participationPeople.id, member.id));
    const data = { personId: member.personId };
    await record(tx, ctx, { projectId: member.projectId }, { type: "member.removed", data });
  });
}
