import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { MemberContext } from "@/server/context";
import { logSecurity } from "@/server/security-log";

/** The security event of an account change. */
export const profileChanged = { type: "person.profile_changed" as const, data: {} };

/** Writes a change of addresses to the security log. */
export const logAddressChange = (ctx: MemberContext) =>
  logSecurity("addresses.changed", { account: ctx.actor.personId, network: ctx.ip });

/** Throws person.not_found for an address that does not belong to the actor. */
export async function requireOwnAddress(tx: Db, ctx: MemberContext, addressId: string): Promise<void> {
  const [own] = await tx
    .select({ id: addresses.id })
    .from(addresses)
    .where(and(eq(addresses.id, addressId), eq(addresses.personId, ctx.actor.personId)));
  if (!own) throw new DomainError("person.not_found");
}
