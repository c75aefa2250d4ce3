import { eq } from "drizzle-orm";
import { workPackages } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { WorkPackageInput } from "@/domain/schemas/outputs";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import { orTakenId } from "@/server/taken-id";
import type { MemberContext } from "@/server/context";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { requireInProject } from "./require-in-project";
import { requirePeriod } from "./require-period";

/**
 * Adds a work package; a repeated id changes nothing. Errors: work_package.number_taken, work_package.period,
 * input.id_taken.
 */
export async function addWorkPackage(ctx: MemberContext, input: WorkPackageInput): Promise<{ id: string }> {
  requirePeriod(input);
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, input.projectId, inOwnConsortia);
    authorize(ctx.actor, "work_package.edit", project);
    const present = await tx
      .select({ id: workPackages.id, number: workPackages.number })
      .from(workPackages)
      .where(eq(workPackages.projectId, input.projectId));
    if (present.some((row) => row.id === input.id)) return { id: input.id };
    if (present.some((row) => row.number === input.number)) {
      throw new DomainError("work_package.number_taken", { field: "number" });
    }
    if (input.leadOrganisationId)
      await requireInProject(tx, ctx.now, input.projectId, [input.leadOrganisationId], null);
    await orTakenId(tx.insert(workPackages).values({ ...input, createdAt: ctx.now }));
    const data = { number: input.number, title: input.title };
    await record(tx, ctx, { projectId: input.projectId }, { type: "work_package.added", data });
    return { id: input.id };
  });
}
