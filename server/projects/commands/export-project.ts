import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import { projectAddress } from "@/server/signed-address";
import { limit } from "@/server/rate-limit";
import type { MemberContext } from "@/server/context";
import { lockProject } from "@/server/lock-subject";

/** An address for the archive of the whole project, valid for five minutes; the export is recorded. */
export async function exportProject(ctx: MemberContext, input: { projectId: string }): Promise<{ url: string }> {
  await limit("exports", ctx.actor.personId);
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, input.projectId);
    authorize(ctx.actor, "project.export", project);
    await record(tx, ctx, { projectId: project.id }, { type: "project.exported", data: {} });
    return { url: projectAddress(project.id, project.slug, ctx.now) };
  });
}
