import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invitations, organisations, participations, projects } from "@/db/schema";
import { placeIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";

/**
 * An invitation of one of the actor's projects, locked, which the actor may manage. For an evaluator only those of their
 * own organisation exist. Errors: invitation.not_found, forbidden.
 */
export async function lockInvitation(tx: Db, ctx: MemberContext, invitationId: string) {
  const [row] = await tx
    .select({
      id: invitations.id,
      status: invitations.status,
      expiresAt: invitations.expiresAt,
      address: invitations.address,
      locale: invitations.locale,
      participationId: invitations.participationId,
      projectId: invitations.projectId,
      organisationId: participations.organisationId,
      endedOn: participations.endedOn,
      projectStatus: projects.status,
      name: organisations.legalName,
    })
    .from(invitations)
    .innerJoin(participations, eq(participations.id, invitations.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(projects, eq(projects.id, invitations.projectId))
    .where(
      and(
        eq(invitations.id, invitationId),
        inArray(
          invitations.projectId,
          ctx.actor.participations.map((place) => place.projectId),
        ),
      ),
    )
    .for("update", { of: invitations });
  const place = row && placeIn(ctx.actor, row.projectId);
  const foreign = place?.kind === "evaluator" && place.participationId !== row?.participationId;
  if (!row || foreign) throw new DomainError("invitation.not_found");
  authorize(ctx.actor, "participation.people", row);
  return row;
}

/** What the events of an invitation say. */
export const aboutInvitation = (row: { name: string; id: string; organisationId: string }) => ({
  name: row.name,
  invitationId: row.id,
  organisationId: row.organisationId,
});
