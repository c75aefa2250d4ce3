import { and, eq, sql } from "drizzle-orm";
import { invitations, participations } from "@/db/schema";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockParticipation } from "./lock-participation";

/**
 * Ends a participation on a date: rights and open invitations end after that day, the history is kept. The
 * coordinator's cannot end. Errors: participation.ends_too_early (before the project or the participation began).
 */
export async function endParticipation(
  ctx: MemberContext,
  input: { participationId: string; endedOn: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const participation = await lockParticipation(tx, ctx.actor, input.participationId);
    authorize(ctx.actor, "consortium.change", participation);
    if (participation.kind === "coordinator") throw new DomainError("participation.coordinator_stays");
    const came = dayInBrussels(participation.addedAt);
    const earliest =
      participation.projectStartsOn !== null && participation.projectStartsOn < came
        ? participation.projectStartsOn
        : came;
    if (input.endedOn < earliest) throw new DomainError("participation.ends_too_early", { field: "endedOn" });
    await tx
      .update(participations)
      .set({ endedOn: input.endedOn })
      .where(eq(participations.id, participation.participationId));
    const lastMoment = sql`(${input.endedOn}::date + 1)::timestamp at time zone 'Europe/Brussels'`;
    await tx
      .update(invitations)
      .set({ expiresAt: sql`least(${invitations.expiresAt}, ${lastMoment})` })
      .where(and(eq(invitations.participationId, participation.participationId), eq(invitations.status, "pending")));
    const data = { name: participation.name, organisationId: participation.organisationId, endedOn: input.endedOn };
    await record(tx, ctx, { projectId: participation.projectId }, { type: "participation.ended", data });
  });
}
