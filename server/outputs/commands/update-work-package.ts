import { and, eq, sql } from "drizzle-orm";
import { workPackages } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { UpdateWorkPackage } from "@/domain/schemas/outputs";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { inOwnConsortia, lockProject, lockSubject } from "@/server/lock-subject";
import { requireInProject } from "./require-in-project";
import { requirePeriod } from "./require-period";

/** Updates a work package. Errors: work_package.changed with the current row, work_package.number_taken. */
export async function updateWorkPackage(ctx: MemberContext, input: UpdateWorkPackage): Promise<{ id: string }> {
  requirePeriod(input);
  return ctx.db.transaction(async (tx) => {
    const scope = inOwnConsortia(ctx.actor, workPackages.projectId);
    const found = await lockSubject(tx, workPackages, input.id, scope, "work_package.not_found");
    authorize(ctx.actor, "work_package.edit", await lockProject(tx, ctx.actor, found.projectId, inOwnConsortia));
    const { id, revision, ...columns } = input;
    const [taken] = await tx
      .select({ id: workPackages.id })
      .from(workPackages)
      .where(
        and(
          eq(workPackages.projectId, found.projectId),
          eq(workPackages.number, input.number),
          sql`${workPackages.id} <> ${id}`,
        ),
      );
    if (taken) throw new DomainError("work_package.number_taken", { field: "number" });
    if (input.leadOrganisationId) await requireInProject(tx, ctx.now, found.projectId, [input.leadOrganisationId], []);
    const [changed] = await tx
      .update(workPackages)
      .set({ ...columns, revision: sql`${workPackages.revision} + 1` })
      .where(and(eq(workPackages.id, id), eq(workPackages.revision, revision)))
      .returning({ id: workPackages.id });
    if (!changed) {
      const { number, title, startsOn, endsOn, leadOrganisationId } = found;
      const current = { number, title, startsOn, endsOn, leadOrganisationId, revision: found.revision };
      throw new DomainError("work_package.changed", { current });
    }
    const data = { number: input.number, title: input.title };
    await record(tx, ctx, { projectId: found.projectId }, { type: "work_package.updated", data });
    return { id };
  });
}
