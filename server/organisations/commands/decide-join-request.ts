import { and, eq, inArray } from "drizzle-orm";
import { joinRequests } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { getClaimedOrganisation } from "./claimed-organisation";
import { addOrganisationPerson } from "./add-organisation-person";

/** Accepts or refuses a request to join. Errors: organisation.request_not_found. */
export async function decideJoinRequest(ctx: MemberContext, input: { requestId: string; accept: boolean }) {
  return ctx.db.transaction(async (tx) => {
    const organisationIds = ctx.actor.organisations.map((o) => o.organisationId);
    const [request] = await tx
      .select()
      .from(joinRequests)
      .where(and(eq(joinRequests.id, input.requestId), inArray(joinRequests.organisationId, organisationIds)))
      .for("update");
    if (request?.status !== "pending") throw new DomainError("organisation.request_not_found");
    const { organisationId, personId, invitationId } = request;
    authorize(ctx.actor, "organisation.people", { organisationId });
    const { name } = await getClaimedOrganisation(tx, organisationId);
    await tx
      .update(joinRequests)
      .set({ status: input.accept ? "accepted" : "declined", decidedBy: ctx.actor.personId, decidedAt: ctx.now })
      .where(eq(joinRequests.id, request.id));
    if (input.accept) await addOrganisationPerson(tx, { organisationId, personId, role: "member" });
    const data = { name, organisationId, personId, accepted: input.accept };
    await record(tx, ctx, { organisationId }, { type: "organisation.join_decided", data });
    return { invitationId: input.accept ? invitationId : null, personId };
  });
}
