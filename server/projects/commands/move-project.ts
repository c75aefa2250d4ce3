import { eq, sql } from "drizzle-orm";
import { projects } from "@/db/schema";
import { coordinates } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockProject } from "@/server/lock-subject";

const moves = {
  start: { action: "project.edit", from: ["draft"], to: "running", event: "project.started" },
  close: { action: "project.close", from: ["draft", "running"], to: "closed", event: "project.closed" },
  reopen: { action: "project.reopen", from: ["closed"], to: "running", event: "project.reopened" },
} as const;

/**
 * Starts, closes or reopens the project. A closed project is read-only. Moving to the current status records nothing.
 * Errors: project.not_closed, forbidden.
 */
export async function moveProject(
  ctx: MemberContext,
  input: { projectId: string },
  move: keyof typeof moves,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, input.projectId);
    const { action, from, to, event } = moves[move];
    const coordinator = coordinates(ctx.actor, project.id);
    if (coordinator && project.status === to) return;
    if (coordinator && move === "reopen" && project.status !== "closed") throw new DomainError("project.not_closed");
    authorize(ctx.actor, action, project);
    if (!(from as readonly string[]).includes(project.status)) throw new DomainError("project.closed");
    await tx
      .update(projects)
      .set({ status: to, closedAt: to === "closed" ? ctx.now : null, revision: sql`${projects.revision} + 1` })
      .where(eq(projects.id, project.id));
    await record(tx, ctx, { projectId: project.id }, { type: event, data: {} });
  });
}
