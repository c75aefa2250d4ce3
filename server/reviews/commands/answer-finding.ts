import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { fileVersions, findingAnswers, findings } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { decideFinding, type FindingAct } from "@/domain/findings";
import type { AnswerFinding, CloseFinding, ReopenFinding } from "@/domain/schemas/reviews";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { lockFinding } from "./lock-finding";

async function requireVersionOf(tx: Db, outputId: string, versionId: string): Promise<void> {
  const [version] = await tx
    .select({ id: fileVersions.id })
    .from(fileVersions)
    .where(and(eq(fileVersions.id, versionId), eq(fileVersions.outputId, outputId), isNull(fileVersions.withdrawnAt)));
  if (!version) throw new DomainError("finding.version_unknown", { field: "versionId" });
}

type Act = Extract<FindingAct, "fixed" | "declined" | "close" | "reopen">;
type Answer = { id: string; act: Act; text: string; versionId: string | null };

/** Adds an answer to the thread of a locked finding, changes its status and records the event. */
async function answer(
  tx: Db,
  ctx: MemberContext,
  { finding, output, where, named, roles }: Awaited<ReturnType<typeof lockFinding>>,
  { act, ...given }: Answer,
): Promise<void> {
  const status = decideFinding(finding.status, act, roles);
  const organisationId = participationIn(ctx.actor, output.projectId)?.organisationId;
  if (organisationId === undefined) throw new DomainError("finding.not_found");
  if (given.versionId !== null) await requireVersionOf(tx, output.id, given.versionId);
  await tx.insert(findingAnswers).values({
    ...given,
    findingId: finding.id,
    act,
    personId: ctx.actor.personId,
    organisationId,
    createdAt: ctx.now,
  });
  await tx.update(findings).set({ status }).where(eq(findings.id, finding.id));
  const data = { ...named, findingId: finding.id, reviewId: finding.reviewId };
  if (act === "close") await record(tx, ctx, where, { type: "finding.closed", data });
  else if (act === "reopen") await record(tx, ctx, where, { type: "finding.reopened", data });
  else await record(tx, ctx, where, { type: "finding.answered", data: { ...data, resolution: act } });
}

/**
 * The lead says how a finding was fixed, or why it is declined. A repeated id adds nothing. Errors: finding.not_found,
 * forbidden, finding.wrong_state, finding.version_unknown, input.id_taken.
 */
export async function answerFinding(ctx: MemberContext, input: AnswerFinding): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const locked = await lockFinding(tx, ctx, input.findingId);
    const [again] = await tx.select().from(findingAnswers).where(eq(findingAnswers.id, input.id));
    if (again?.findingId === locked.finding.id && again.personId === ctx.actor.personId) return;
    if (again) throw new DomainError("input.id_taken");
    const { id, resolution: act, text } = input;
    const versionId = act === "fixed" ? input.versionId : null;
    await answer(tx, ctx, locked, { id, act, text, versionId });
  });
}

/**
 * The reviewer closes a finding, or a manager of the coordinator when the reviewer has left. Nothing happens when it is
 * closed. Errors: finding.not_found, forbidden, finding.wrong_state.
 */
export async function closeFinding(ctx: MemberContext, { findingId, text }: CloseFinding): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const locked = await lockFinding(tx, ctx, findingId);
    if (locked.finding.status === "closed" && locked.roles.length > 0) return;
    await answer(tx, ctx, locked, { id: uuid(), act: "close", text, versionId: null });
  });
}

/** Opens an answered or closed finding again, with a reason. Errors: as closeFinding. */
export async function reopenFinding(ctx: MemberContext, { findingId, text }: ReopenFinding): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const locked = await lockFinding(tx, ctx, findingId);
    await answer(tx, ctx, locked, { id: uuid(), act: "reopen", text, versionId: null });
  });
}
