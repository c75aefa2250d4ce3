import type { ResetPassword } from "@/domain/schemas/people";
import { checkPassword, hashPassword } from "@/server/auth/password";
import { limit } from "@/server/rate-limit";
import type { Context } from "@/server/context";
import { logSecurity } from "@/server/security-log";
import { proveAddress, spendToken } from "./confirm-address";
import { setPassword } from "./set-password";

/** Sets a new password by an e-mailed link, which confirms the address and ends every session. */
export async function resetPassword(ctx: Context, input: ResetPassword): Promise<void> {
  await limit("tokenIp", ctx.ip);
  await checkPassword(input.password);
  const passwordHash = await hashPassword(input.password);
  const account = await ctx.db.transaction(async (tx) => {
    const spent = await spendToken(tx, ctx.now, input.token, "reset");
    const { personId } = await proveAddress(tx, ctx.now, spent);
    await setPassword(tx, ctx.now, personId, passwordHash);
    return personId;
  });
  logSecurity("password.changed", { account, network: ctx.ip });
}
