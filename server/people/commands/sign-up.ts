import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { addresses, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { SignUp } from "@/domain/schemas/people";
import { record } from "@/server/events/record";
import { checkPassword, hashPassword } from "@/server/auth/password";
import { env } from "@/server/env";
import { isDemo } from "@/server/demo-mode";
import { findInvitationByToken } from "@/server/projects/queries/find-invitation";
import type { Context } from "@/server/context";
import { limit, withinLimit } from "@/server/rate-limit";
import { firstSessionToken, mailToken } from "./issue-token";

/**
 * Creates an account. The response is the same when the address already has an account, whose owner is informed by
 * e-mail. An invitation e-mailed to the same address confirms it; a pending invitation for the address exempts from the
 * limit of the network. Returns a token that signs in within two minutes.
 * Errors: person.password_*, person.sign_up_closed, rate.limited.
 */
export async function signUp(ctx: Context, input: SignUp): Promise<{ signInToken: string }> {
  const invitation = input.invitation ? await findInvitationByToken(ctx, input.invitation) : null;
  const pending = invitation?.status === "pending" ? invitation : null;
  const isInvited = pending?.address === input.email;
  // Invited people do not count against their network: many of them sign up in the same room, at a kick-off meeting.
  if (!isInvited) await limit("signUpIp", ctx.ip);
  await limit("mailAddress", `sign_up ${input.email} ${ctx.ip}`);
  const mayMail = await withinLimit("signUpMails", input.email);
  await checkPassword(input.password);
  if (env().SIGN_UP === "invitation" && !isDemo() && !pending) {
    throw new DomainError("person.sign_up_closed");
  }
  const passwordHash = await hashPassword(input.password);
  return ctx.db.transaction(async (tx) => {
    const [repeated] = await tx.select({ id: people.id }).from(people).where(eq(people.id, input.id));
    if (repeated) throw new DomainError("input.invalid");
    const [owner] = await tx
      .select({ personId: people.id, addressId: addresses.id, name: people.name, locale: people.locale })
      .from(addresses)
      .innerJoin(people, eq(people.id, addresses.personId))
      .where(and(eq(addresses.address, input.email), isNotNull(addresses.confirmedAt), isNull(people.closedAt)));
    const proven = !owner && isInvited && pending.mailed;
    const addressId = uuid();
    await tx.insert(people).values({
      id: input.id,
      name: input.name,
      locale: input.locale,
      passwordHash,
      seenAt: ctx.now,
      createdAt: ctx.now,
    });
    await tx.insert(addresses).values({
      id: addressId,
      personId: input.id,
      address: input.email,
      isPrimary: true,
      confirmedAt: proven ? ctx.now : null,
    });
    await record(tx, { actor: null, personId: input.id, now: ctx.now }, {}, { type: "person.signed_up", data: {} });
    const to = { personId: input.id, addressId, address: input.email, name: input.name, locale: input.locale };
    if (!proven && mayMail)
      await mailToken(tx, ctx.now, to, "confirm", { template: owner ? "already_registered" : "confirm" });
    return { signInToken: await firstSessionToken(tx, ctx.now, input.id, addressId) };
  });
}
