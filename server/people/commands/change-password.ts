import type { ChangePassword } from "@/domain/schemas/people";
import { checkPassword, hashPassword } from "@/server/auth/password";
import type { MemberContext } from "@/server/context";
import { logSecurity } from "@/server/security-log";
import { requirePasswordOrIdentity } from "./require-identity";
import { setPassword } from "./set-password";

/**
 * Changes the password, or sets the first one; ends every session and open link, and reports it to the main address.
 * Errors: person.*password_*, person.identity_unverified.
 */
export async function changePassword(ctx: MemberContext, input: ChangePassword): Promise<void> {
  await requirePasswordOrIdentity(ctx, input.current, "current");
  await checkPassword(input.password);
  const passwordHash = await hashPassword(input.password);
  await ctx.db.transaction((tx) => setPassword(tx, ctx.now, ctx.actor.personId, passwordHash));
  logSecurity("password.changed", { account: ctx.actor.personId, network: ctx.ip });
}
