import { record } from "@/server/events/record";
import { endSessions } from "@/server/auth/session-rows";
import type { MemberContext } from "@/server/context";
import { logSecurity } from "@/server/security-log";
import { requireIdentity } from "./require-identity";

/** Ends every session of the person, including this one. Errors: person.identity_unverified. */
export async function signOutEverywhere(ctx: MemberContext): Promise<void> {
  requireIdentity(ctx);
  await ctx.db.transaction(async (tx) => {
    await endSessions(tx, ctx.now, ctx.actor.personId);
    await record(tx, ctx, {}, { type: "person.signed_out_everywhere", data: {} });
  });
  logSecurity("sessions.ended", { account: ctx.actor.personId, network: ctx.ip });
}
