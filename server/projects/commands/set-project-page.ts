import { eq } from "drizzle-orm";
import { projects } from "@/db/schema";
import type { ProjectPage } from "@/domain/schemas/projects";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockProject } from "@/server/lock-subject";

/** Chooses whether a project has a public page; null for the default. Errors: project.not_found, forbidden. */
export async function setProjectPage(ctx: MemberContext, { projectId, publicPage }: ProjectPage): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await lockProject(tx, ctx.actor, projectId);
    authorize(ctx.actor, "project.edit", before);
    if (before.publicPage === publicPage) return;
    await tx.update(projects).set({ publicPage }).where(eq(projects.id, projectId));
    await record(tx, ctx, { projectId }, { type: "project.updated", data: { fields: ["publicPage"] } });
  });
}
