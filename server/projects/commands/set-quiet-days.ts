import { eq } from "drizzle-orm";
import { projects } from "@/db/schema";
import type { QuietDays } from "@/domain/schemas/projects";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { lockProject } from "@/server/lock-subject";

/**
 * Chooses after how many days without activity the weekly e-mail to coordinators names an organisation. Errors:
 * project.not_found, forbidden.
 */
export async function setQuietDays(ctx: MemberContext, { projectId, quietDays }: QuietDays): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await lockProject(tx, ctx.actor, projectId);
    authorize(ctx.actor, "project.edit", before);
    if (before.quietDays === quietDays) return;
    await tx.update(projects).set({ quietDays }).where(eq(projects.id, projectId));
    await record(tx, ctx, { projectId }, { type: "project.updated", data: { fields: ["quietDays"] } });
  });
}
