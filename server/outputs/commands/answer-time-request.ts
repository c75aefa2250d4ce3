import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputTimeRequests } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { AcceptTime, DeclineTime } from "@/domain/schemas/outputs";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { inOwnConsortia } from "@/server/lock-subject";
import { lockOutput } from "./lock-output";
import { moveLockedDue } from "./move-due";

/**
 * Loads a request for more time and locks its output, under whose lock requests are written. Errors:
 * output.time_request_not_found, forbidden, project.closed.
 */
async function lockRequest(tx: Db, ctx: MemberContext, requestId: string) {
  const known = and(eq(outputTimeRequests.id, requestId), inOwnConsortia(ctx.actor, outputTimeRequests.projectId));
  const [seen] = await tx.select({ outputId: outputTimeRequests.outputId }).from(outputTimeRequests).where(known);
  if (!seen) throw new DomainError("output.time_request_not_found");
  const output = await lockOutput(tx, ctx.actor, seen.outputId);
  authorize(ctx.actor, "output.edit", output);
  const [request] = await tx.select().from(outputTimeRequests).where(known);
  if (!request) throw new DomainError("output.time_request_not_found");
  return { output, request };
}

type Answer = { answer: "accepted" | "declined"; answerReason: string };

const store = (tx: Db, ctx: MemberContext, requestId: string, answer: Answer) =>
  tx
    .update(outputTimeRequests)
    .set({ ...answer, answeredBy: ctx.actor.personId, answeredAt: ctx.now })
    .where(eq(outputTimeRequests.id, requestId));

/**
 * Accepts a request for more time: the due date moves to the day that was asked for, with the reason of the request.
 * Accepting it again changes nothing. Errors: those of lockRequest, output.time_answered, output.due_after_end,
 * input.id_taken.
 */
export async function acceptTime(ctx: MemberContext, { id, requestId }: AcceptTime): Promise<{ dueOn: string }> {
  return ctx.db.transaction(async (tx) => {
    const { output, request } = await lockRequest(tx, ctx, requestId);
    const { dueOn, reason } = request;
    if (request.answer === "accepted") return { dueOn };
    if (request.answer !== null) throw new DomainError("output.time_answered");
    // The date may have been moved to this day in the meantime.
    if (output.dueOn !== dueOn) await moveLockedDue(tx, ctx, output, { id, dueOn, reason });
    await store(tx, ctx, request.id, { answer: "accepted", answerReason: "" });
    return { dueOn };
  });
}

/**
 * Declines a request for more time with a reason, which the person who asked is told. Declining it again changes
 * nothing. Errors: those of lockRequest, output.time_answered.
 */
export async function declineTime(ctx: MemberContext, { requestId, reason }: DeclineTime): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { output, request } = await lockRequest(tx, ctx, requestId);
    if (request.answer === "declined") return;
    if (request.answer !== null) throw new DomainError("output.time_answered");
    await store(tx, ctx, request.id, { answer: "declined", answerReason: reason });
    const { projectId, number, title } = output;
    const data = { number, title, dueOn: request.dueOn, reason, personId: request.personId };
    await record(tx, ctx, { projectId, outputId: output.id }, { type: "output.time_declined", data });
  });
}
