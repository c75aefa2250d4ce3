import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { replications } from "@/db/schema";
import { decideReplication } from "@/domain/replications";
import type { AnswerReplication } from "@/domain/schemas/replications";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { lockReplication, ofOwnOrganisations, receivedBy } from "./lock-replication";

const nextRevision = sql`${replications.revision} + 1`;

/**
 * Sends a report to the owner of the practice, and agrees that it becomes public. Errors: replication.not_found,
 * replication.wrong_state, replication.incomplete with the empty parts.
 */
export async function sendReplication(ctx: MemberContext, { replicationId }: { replicationId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const replication = await lockReplication(tx, replicationId, ofOwnOrganisations(ctx.actor));
    authorize(ctx.actor, "replication.write", replication);
    const status = decideReplication(replication, "send");
    await tx
      .update(replications)
      .set({ status, sentAt: ctx.now, revision: nextRevision })
      .where(eq(replications.id, replicationId));
    const where = { projectId: replication.practice.projectId, organisationId: replication.organisationId };
    await record(tx, ctx, where, { type: "replication.sent", data: replication.named });
  });
}

type Sent = Awaited<ReturnType<typeof lockReplication>>;

/** Makes a locked report public beside its practice. Errors: replication.wrong_state. */
export async function publishReplication(tx: Db, by: Parameters<typeof record>[1], replication: Sent): Promise<void> {
  const status = decideReplication(replication, "publish");
  await tx
    .update(replications)
    .set({ status, publishedAt: by.now, revision: nextRevision })
    .where(eq(replications.id, replication.id));
  const { projectId } = replication.practice;
  await record(tx, by, { projectId }, { type: "replication.published", data: replication.named });
  await indexInLibrary(tx, { kind: "practice", id: replication.practiceId });
}

/**
 * Answers a report of another organisation; with the owner's agreement it becomes public now. A public one can be
 * answered later. Errors: replication.not_found, forbidden.
 */
export async function answerReplication(ctx: MemberContext, input: AnswerReplication): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const replication = await lockReplication(tx, input.replicationId, receivedBy(ctx.actor));
    authorize(ctx.actor, "replication.answer", replication.practice);
    const { answer, agreed } = input;
    await tx
      .update(replications)
      .set({ answer, answeredBy: ctx.actor.personId, answeredAt: ctx.now, revision: nextRevision })
      .where(eq(replications.id, replication.id));
    const data = { ...replication.named, answer, agreed };
    const { organisationId } = replication;
    await record(tx, ctx, { organisationId }, { type: "replication.answered", data });
    if (agreed && replication.status === "sent") await publishReplication(tx, ctx, replication);
  });
}

/** Takes a report back: it is a draft again, without the answer. Errors: replication.not_found, replication.wrong_state. */
export async function withdrawReplication(
  ctx: MemberContext,
  { replicationId }: { replicationId: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const replication = await lockReplication(tx, replicationId, ofOwnOrganisations(ctx.actor));
    authorize(ctx.actor, "replication.write", replication);
    const status = decideReplication(replication, "withdraw");
    await tx
      .update(replications)
      .set({
        ...{ status, sentAt: null, publishedAt: null, answer: "", answeredBy: null, answeredAt: null },
        revision: nextRevision,
      })
      .where(eq(replications.id, replicationId));
    const where = { projectId: replication.practice.projectId, organisationId: replication.organisationId };
    await record(tx, ctx, where, { type: "replication.withdrawn", data: replication.named });
    await indexInLibrary(tx, { kind: "practice", id: replication.practiceId });
  });
}
