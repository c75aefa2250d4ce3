import { eq } from "drizzle-orm";
import { participationPeople } from "@/db/schema";
import type { ProjectRole } from "@/domain/actor";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockMember, requireStillIn } from "./lock-member";
import { requireAnotherManager } from "./require-another-manager";

/** Changes the role of a member. Errors: participation.last_manager, participation.ended. */
export async function setMemberRole(ctx: MemberContext, input: { memberId: string; role: ProjectRole }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const member = await lockMember(tx, ctx, input.memberId);
    authorize(ctx.actor, "participation.people", member);
    requireStillIn(ctx, member);
    if (member.role === "manager" && input.role !== "manager") await requireAnotherManager(tx, member);
    await tx.update(participationPeople).set({ role: input.role }).where(eq(participationPeople.id, member.id));
    const data = { personId: member.personId, role: input.role };
    await record(tx, ctx, { projectId: member.projectId }, { type: "member.role_changed", data });
  });
}
