import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { addJoinRequest } from "./add-join-request";

/**
 * Requests to join an organisation, for its admins to decide. Errors: organisation.not_found,
 * organisation.already_member, rate.limited.
 */
export async function requestToJoin(ctx: MemberContext, input: { organisationId: string }): Promise<void> {
  await limit("organisations", ctx.actor.personId);
  await ctx.db.transaction((tx) => addJoinRequest(tx, ctx, input.organisationId));
}
