import { eq } from "drizzle-orm";
import { projects } from "@/db/schema";
import type { PracticePublishers } from "@/domain/schemas/projects";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockProject } from "@/server/lock-subject";

/**
 * Chooses whether managers of the organisation that shares a practice may publish it. Errors: project.not_found,
 * forbidden.
 */
export async function setPublishers(
  ctx: MemberContext,
  { projectId, ownersPublish }: PracticePublishers,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await lockProject(tx, ctx.actor, projectId);
    authorize(ctx.actor, "project.edit", before);
    if (before.ownersPublish === ownersPublish) return;
    await tx.update(projects).set({ ownersPublish }).where(eq(projects.id, projectId));
    await record(tx, ctx, { projectId }, { type: "project.updated", data: { fields: ["ownersPublish"] } });
  });
}
