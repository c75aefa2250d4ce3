import { and, eq, sql } from "drizzle-orm";
import { projects } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { UpdateProject } from "@/domain/schemas/projects";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { indexProject } from "@/server/library/commands/index-in-library";
import { changeAddress } from "@/server/publications/commands/public-address";
import { getProject } from "../queries/get-project";
import { lockProject } from "@/server/lock-subject";

/** Updates the project summary. Errors: project.changed with the current row, project.closed, forbidden. */
export async function updateProject(ctx: MemberContext, input: UpdateProject) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const before = await lockProject(tx, ctx.actor, input.projectId);
    authorize(ctx.actor, "project.edit", before);
    if (before.revision !== input.revision) {
      throw new DomainError("project.changed", { current: await getProject(inside, before.slug) });
    }
    const { projectId, revision: _, ...fields } = input;
    const publicSlug = await changeAddress(
      tx,
      "partnership",
      { id: projectId, slug: before.publicSlug },
      before.acronym === fields.acronym ? null : fields.acronym,
    );
    await tx
      .update(projects)
      .set({ ...fields, publicSlug, revision: sql`${projects.revision} + 1` })
      .where(and(eq(projects.id, projectId), eq(projects.revision, input.revision)));
    const changed = Object.entries(fields)
      .filter(([name, value]) => JSON.stringify(before[name as keyof typeof fields]) !== JSON.stringify(value))
      .map(([name]) => name);
    if (changed.length > 0) {
      await record(tx, ctx, { projectId }, { type: "project.updated", data: { fields: changed } });
      await indexProject(tx, projectId);
    }
    return getProject(inside, before.slug);
  });
}
