import { and, eq, isNull, lt, or } from "drizzle-orm";
import { invitations, participationPeople, participations, projects } from "@/db/schema";
import { dayInBrussels } from "@/domain/dates";
import { invitationStatusAt } from "@/domain/projects";
import type { MemberContext } from "@/server/context";
import { lockInvitedParticipation, enterProject } from "./enter-project";

/**
 * Completes an acceptance that waited for an admin of the organisation. Does nothing when the invitation, participation
 * or project has ended meanwhile, or the person is already a member.
 */
export async function completeAcceptance(ctx: MemberContext, invitationId: string, personId: string): Promise<void> {
  const [invitation] = await ctx.db.select().from(invitations).where(eq(invitations.id, invitationId)).for("update");
  if (!invitation || invitationStatusAt(invitation, ctx.now) !== "pending") return;
  const [present] = await ctx.db
    .select({ id: participationPeople.id })
    .from(participationPeople)
    .where(
      and(
        eq(participationPeople.projectId, invitation.projectId),
        eq(participationPeople.personId, personId),
        isNull(participationPeople.endedAt),
      ),
    );
  const [closed] = await ctx.db
    .select({ id: participations.id })
    .from(participations)
    .innerJoin(projects, eq(projects.id, participations.projectId))
    .where(
      and(
        eq(participations.id, invitation.participationId),
        or(eq(projects.status, "closed"), lt(participations.endedOn, dayInBrussels(ctx.now))),
      ),
    );
  if (present || closed) return;
  const participation = await lockInvitedParticipation(ctx.db, ctx.now, invitation.participationId);
  await enterProject(
    ctx,
    { ...invitation, organisationId: participation.organisationId },
    personId,
    participation.name,
  );
}
