import { decideJoinRequest } from "@/server/organisations/commands/decide-join-request";
import type { MemberContext } from "@/server/context";
import { completeAcceptance } from "./complete-acceptance";

/** Accepts or refuses a request to join; accepting it also completes an acceptance that waited for it. */
export async function resolveJoinRequest(
  ctx: MemberContext,
  input: { requestId: string; accept: boolean },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const { invitationId, personId } = await decideJoinRequest(inside, input);
    if (invitationId) await completeAcceptance(inside, invitationId, personId);
  });
}
