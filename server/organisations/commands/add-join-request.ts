import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { joinRequests } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { getClaimedOrganisation } from "./claimed-organisation";

/**
 * Adds a request to join in the caller's transaction, once per person and organisation; with the invitation that is
 * completed when it is accepted. Does not count rate limits, which need a second connection. Errors:
 * organisation.not_found, organisation.already_member.
 */
export async function addJoinRequest(
  tx: Db,
  ctx: MemberContext,
  organisationId: string,
  invitationId?: string,
): Promise<void> {
  const { personId } = ctx.actor;
  const { name } = await getClaimedOrganisation(tx, organisationId);
  if (ctx.actor.organisations.some((o) => o.organisationId === organisationId)) {
    throw new DomainError("organisation.already_member");
  }
  const made = await tx
    .insert(joinRequests)
    .values({ id: uuid(), organisationId, personId, invitationId: invitationId ?? null })
    .onConflictDoNothing()
    .returning({ id: joinRequests.id });
  if (made.length === 0) {
    if (invitationId === undefined) return;
    await tx
      .update(joinRequests)
      .set({ invitationId })
      .where(
        and(
          eq(joinRequests.organisationId, organisationId),
          eq(joinRequests.personId, personId),
          eq(joinRequests.status, "pending"),
        ),
      );
    return;
  }
  const data = { name, organisationId, personId };
  await record(tx, ctx, { organisationId }, { type: "organisation.join_requested", data });
}
