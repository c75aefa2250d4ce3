import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { endSession as endRow } from "@/server/auth/session-rows";
import type { MemberContext } from "@/server/context";
import { logSecurity } from "@/server/security-log";
import { requireIdentity } from "./require-identity";

/**
 * Ends one session of the person. Ending any session but the current one needs a verified identity. Errors:
 * person.session_not_found, person.identity_unverified.
 */
export async function endSession(ctx: MemberContext, input: { sessionId: string }): Promise<void> {
  if (input.sessionId !== ctx.session?.id) requireIdentity(ctx);
  await ctx.db.transaction(async (tx) => {
    const ended = await endRow(tx, ctx.now, ctx.actor.personId, input.sessionId);
    if (!ended) throw new DomainError("person.session_not_found");
    await record(tx, ctx, {}, { type: "person.session_ended", data: {} });
  });
  logSecurity("sessions.ended", { account: ctx.actor.personId, network: ctx.ip });
}
