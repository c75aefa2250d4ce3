import { eq } from "drizzle-orm";
import { people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { identityMinutes } from "@/domain/people";
import { verifyPassword } from "@/server/auth/password";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";

/**
 * Throws unless the person entered a password or used an e-mailed link in this session recently, so that an unattended
 * session cannot take over the account. Errors: person.identity_unverified.
 */
export function requireIdentity(ctx: MemberContext): void {
  const verifiedAt = ctx.session?.verifiedAt.getTime() ?? 0;
  if (ctx.now.getTime() - verifiedAt > identityMinutes * 60_000) throw new DomainError("person.identity_unverified");
}

/** Checks the password of the signed-in person. Errors: person.current_password_wrong, rate.limited. */
export async function requirePassword(
  ctx: MemberContext,
  hash: string,
  password: string,
  field: string,
): Promise<void> {
  await limit("identity", ctx.actor.personId);
  if (!(await verifyPassword(hash, password))) throw new DomainError("person.current_password_wrong", { field });
}

/** The hash of the actor's password, or null for an account without one. */
export const passwordHashOf = async (ctx: MemberContext): Promise<string | null> => {
  const [person] = await ctx.db
    .select({ hash: people.passwordHash })
    .from(people)
    .where(eq(people.id, ctx.actor.personId));
  return person?.hash ?? null;
};

/**
 * Checks the password that is sent with an account change; an account without one needs a recent sign-in instead.
 * Errors: person.current_password_wrong, person.identity_unverified, rate.limited.
 */
export async function requirePasswordOrIdentity(ctx: MemberContext, password: string, field: string): Promise<void> {
  const hash = await passwordHashOf(ctx);
  if (hash === null) requireIdentity(ctx);
  else await requirePassword(ctx, hash, password, field);
}
