import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { actLinks, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { ActLinkInput } from "@/domain/schemas/act-links";
import type { Context, MemberContext } from "@/server/context";
import { mainAddress, tellAccountChange } from "@/server/people/commands/tell-account-change";
import { requireIdentity } from "@/server/people/commands/require-identity";
import { limit } from "@/server/rate-limit";
import { logSecurity } from "@/server/security-log";
import { findLink } from "../queries/find-link";

async function setAllowed(tx: Db, personId: string, allowed: boolean): Promise<void> {
  await tx.update(people).set({ actLinks: allowed }).where(eq(people.id, personId));
  if (!allowed) await tx.delete(actLinks).where(eq(actLinks.personId, personId));
}

/**
 * Chooses whether links of e-mails may do something without a sign-in; ends all of them when they may not. Allowing them
 * needs a verified identity. Errors: person.identity_unverified.
 */
export async function allowLinks(ctx: MemberContext, { allowed }: { allowed: boolean }): Promise<void> {
  if (allowed) requireIdentity(ctx);
  await ctx.db.transaction((tx) => setAllowed(tx, ctx.actor.personId, allowed));
}

/**
 * Ends all links of the person of a link, for somebody who is not that person: the e-mail went astray, so no further
 * e-mail holds links until the person allows them again. The person is told. Errors: act_link.invalid, rate.limited.
 */
export async function disownLinks(ctx: Context, { token }: ActLinkInput): Promise<{ locale: string }> {
  await limit("actLinkIp", ctx.ip);
  const link = await findLink(ctx, token);
  if (!link) throw new DomainError("act_link.invalid");
  await ctx.db.transaction(async (tx) => {
    await setAllowed(tx, link.personId, false);
    const address = await mainAddress(tx, link.personId);
    await tellAccountChange(tx, link.personId, [address], { change: "links_ended", address: address ?? "" });
  });
  logSecurity("act_links.disowned", { account: link.personId, network: ctx.ip });
  return { locale: link.locale };
}
