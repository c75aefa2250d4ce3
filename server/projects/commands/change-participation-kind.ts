import { eq } from "drizzle-orm";
import { participations } from "@/db/schema";
import type { ParticipationKind } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockParticipation } from "./lock-participation";

/** Changes a participation to partner, associated partner or evaluator. That of the coordinator cannot change. */
export async function changeParticipationKind(
  ctx: MemberContext,
  input: { participationId: string; kind: Exclude<ParticipationKind, "coordinator"> },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const participation = await lockParticipation(tx, ctx.actor, input.participationId);
    authorize(ctx.actor, "consortium.change", participation);
    if (participation.kind === "coordinator") throw new DomainError("participation.coordinator_stays");
    await tx
      .update(participations)
      .set({ kind: input.kind })
      .where(eq(participations.id, participation.participationId));
    const data = { name: participation.name, organisationId: participation.organisationId, kind: input.kind };
    await record(tx, ctx, { projectId: participation.projectId }, { type: "participation.kind_changed", data });
  });
}
