import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { MemberContext } from "@/server/context";
import { requirePassword, passwordHashOf } from "./require-identity";

/**
 * Verifies the person's identity in this session by their password. Errors: person.current_password_wrong,
 * rate.limited.
 */
export async function verifyIdentity(ctx: MemberContext, input: { password: string }): Promise<void> {
  const hash = await passwordHashOf(ctx);
  if (hash === null || !ctx.session) throw new DomainError("person.identity_unverified");
  await requirePassword(ctx, hash, input.password, "password");
  await ctx.db.update(sessions).set({ verifiedAt: ctx.now }).where(eq(sessions.id, ctx.session.id));
}
