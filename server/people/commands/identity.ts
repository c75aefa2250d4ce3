import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { addresses, people, sessions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { identityMinutes } from "@/domain/people";
import { verifyPassword } from "@/server/auth/password";
import { enqueue } from "@/server/jobs/enqueue";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";

/**
 * Refuses an account change unless the person showed a password or a mailed link in this session a short while ago, so
 * that a borrowed session does not become a takeover. Errors: person.identity_unverified.
 */
export function requireIdentity(ctx: MemberContext): void {
  const verifiedAt = ctx.session?.verifiedAt.getTime() ?? 0;
  if (ctx.now.getTime() - verifiedAt > identityMinutes * 60_000) throw new DomainError("person.identity_unverified");
}

/** Checks the password of the signed-in person. Errors: person.current_password_wrong, rate.limited. */
async function requirePassword(ctx: MemberContext, hash: string, password: string, field: string): Promise<void> {
  await limit("identity", ctx.actor.personId);
  if (!(await verifyPassword(hash, password))) throw new DomainError("person.current_password_wrong", { field });
}

const passwordHashOf = async (ctx: MemberContext): Promise<string | null> => {
  const [person] = await ctx.db
    .select({ hash: people.passwordHash })
    .from(people)
    .where(eq(people.id, ctx.actor.personId));
  return person?.hash ?? null;
};

/**
 * Checks the password that comes with an account change; an account without one needs a recent sign-in instead. Errors:
 * person.current_password_wrong, person.identity_unverified, rate.limited.
 */
export async function requirePasswordOrIdentity(ctx: MemberContext, password: string, field: string): Promise<void> {
  const hash = await passwordHashOf(ctx);
  if (hash === null) requireIdentity(ctx);
  else await requirePassword(ctx, hash, password, field);
}

/** Verifies the person's identity in this session by their password. Errors: person.current_password_wrong, rate.limited. */
export async function verifyIdentity(ctx: MemberContext, input: { password: string }): Promise<void> {
  const hash = await passwordHashOf(ctx);
  if (hash === null || !ctx.session) throw new DomainError("person.identity_unverified");
  await requirePassword(ctx, hash, input.password, "password");
  await ctx.db.update(sessions).set({ verifiedAt: ctx.now }).where(eq(sessions.id, ctx.session.id));
}

/**
 * Sends a sign-in link to the main address of the signed-in person: used in this browser, it starts a session in which
 * the identity is verified. Errors: person.unconfirmed, rate.limited.
 */
export async function mailIdentityLink(ctx: MemberContext): Promise<void> {
  const { personId } = ctx.actor;
  const [main] = await ctx.db
    .select({ address: addresses.address })
    .from(addresses)
    .where(and(eq(addresses.personId, personId), eq(addresses.isPrimary, true), isNotNull(addresses.confirmedAt)));
  if (!main) throw new DomainError("person.unconfirmed");
  await limit("ownMails", personId);
  await enqueue(ctx.db, "mail_link", {
    tokenId: uuid(),
    purpose: "sign_in",
    template: "identity",
    address: main.address,
  });
}
