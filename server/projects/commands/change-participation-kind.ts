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
    const place = await lockParticipation(tx, ctx.actor, input.participationId);
    authorize(ctx.actor, "consortium.change", place);
    if (place.kind === "coordinator") throw new DomainError("participation.coordinator_stays");
    await tx.update(participations).set({ kind: input.kind }).where(eq(participations.id, place.participationId));
    const data = { name: place.name, organisationId: place.organisationId, kind: input.kind };
    await record(tx, ctx, { projectId: place.projectId }, { type: "participation.kind_changed", data });
  });
}
