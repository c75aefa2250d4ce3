import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputDueDates, outputs } from "@/db/schema";
import { coordinates, participationIn } from "@/domain/actor";
import { requireOutputDue } from "@/domain/due-dates";
import { DomainError } from "@/domain/errors";
import type { MoveDue } from "@/domain/schemas/outputs";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { orTakenId } from "@/server/taken-id";
import { getOutput } from "../queries/get-output";
import { type LockedOutput, lockOutput } from "./lock-output";

/** Moves the due date of a locked output and keeps the move. Errors: output.due_*, input.id_taken. */
export async function moveLockedDue(
  tx: Db,
  ctx: MemberContext,
  output: LockedOutput,
  { id, dueOn, reason }: Pick<MoveDue, "id" | "dueOn" | "reason">,
): Promise<void> {
  const { id: outputId, projectId, number, title, dueOn: from } = output;
  requireOutputDue({ from, to: dueOn, coordinates: coordinates(ctx.actor, projectId) }, output.project);
  const own = participationIn(ctx.actor, projectId);
  if (own === null) throw new DomainError("output.not_found");
  const by = { personId: ctx.actor.personId, organisationId: own.organisationId, createdAt: ctx.now };
  await orTakenId(tx.insert(outputDueDates).values({ id, outputId, dueFrom: from, dueTo: dueOn, reason, ...by }));
  await tx
    .update(outputs)
    .set({ dueOn, firstDueOn: output.firstDueOn ?? dueOn, revision: sql`${outputs.revision} + 1` })
    .where(eq(outputs.id, outputId));
  const data = { number, title, from, dueOn, reason };
  await record(tx, ctx, { projectId, outputId }, { type: "output.due_moved", data });
}

/**
 * Moves the due date of an output, with a reason; a repeated id moves nothing. Errors: output.not_found, forbidden,
 * project.closed, output.changed with the current row, output.due_*, input.id_taken.
 */
export async function moveDue(ctx: MemberContext, { outputId, revision, ...move }: MoveDue) {
  return ctx.db.transaction(async (tx) => {
    const current = () => getOutput({ ...ctx, db: tx }, { outputId });
    const output = await lockOutput(tx, ctx.actor, outputId);
    authorize(ctx.actor, "output.edit", output);
    const [again] = await tx.select().from(outputDueDates).where(eq(outputDueDates.id, move.id));
    if (again?.outputId === outputId && again.personId === ctx.actor.personId) return current();
    if (again) throw new DomainError("input.id_taken");
    if (output.revision !== revision) throw new DomainError("output.changed", { current: await current() });
    await moveLockedDue(tx, ctx, output, move);
    return current();
  });
}
