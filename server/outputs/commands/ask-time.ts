import { and, eq, isNull } from "drizzle-orm";
import { outputTimeRequests } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { requireOutputDue } from "@/domain/due-dates";
import { DomainError } from "@/domain/errors";
import type { AskTime } from "@/domain/schemas/outputs";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { orTakenId } from "@/server/taken-id";
import { lockOutput } from "./lock-output";

/**
 * Asks the lead's managers and the coordinator for a later due date of an output; an organisation has one open request
 * for each output, and a repeated id asks once. Errors: output.not_found, forbidden, project.closed,
 * output.time_already_asked, output.due_*, input.id_taken.
 */
export async function askTime(ctx: MemberContext, { id, outputId, dueOn, reason }: AskTime): Promise<{ id: string }> {
  return ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, outputId);
    authorize(ctx.actor, "output.ask_time", output);
    const { personId } = ctx.actor;
    const own = participationIn(ctx.actor, output.projectId);
    if (own === null) throw new DomainError("output.not_found");
    const [again] = await tx.select().from(outputTimeRequests).where(eq(outputTimeRequests.id, id));
    if (again?.outputId === outputId && again.personId === personId) return { id };
    if (again) throw new DomainError("input.id_taken");
    // Days after the end of the project may be asked for: the coordinator can choose them.
    requireOutputDue({ from: output.dueOn, to: dueOn, coordinates: true }, output.project);
    const { organisationId } = own;
    // The lock of the output keeps two requests of one organisation apart; the index guards it as well.
    const [open] = await tx
      .select({ id: outputTimeRequests.id })
      .from(outputTimeRequests)
      .where(
        and(
          eq(outputTimeRequests.outputId, outputId),
          eq(outputTimeRequests.organisationId, organisationId),
          isNull(outputTimeRequests.answer),
        ),
      );
    if (open) throw new DomainError("output.time_already_asked");
    const { projectId, number, title } = output;
    await orTakenId(
      tx
        .insert(outputTimeRequests)
        .values({ id, projectId, outputId, personId, organisationId, dueOn, reason, createdAt: ctx.now }),
    );
    const data = { number, title, dueOn, reason };
    await record(tx, ctx, { projectId, outputId }, { type: "output.time_asked", data });
    return { id };
  });
}
