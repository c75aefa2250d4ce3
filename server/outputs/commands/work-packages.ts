import { and, eq, inArray, sql } from "drizzle-orm";
import { workPackages } from "@/db/schema";
import { projectsInside } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import type { UpdateWorkPackage, WorkPackageInput } from "@/domain/schemas/outputs";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import { orTakenId } from "@/server/taken-id";
import type { MemberContext } from "@/server/context";
import { lockPlan, requireInProject } from "./plan";

function requirePeriod(input: { startsOn: string | null; endsOn: string | null }): void {
  if (input.startsOn && input.endsOn && input.endsOn < input.startsOn) {
    throw new DomainError("work_package.period", { field: "endsOn" });
  }
}

/** Adds a work package; the same id again changes nothing. Errors: work_package.number_taken, work_package.period, input.id_taken. */
export async function addWorkPackage(ctx: MemberContext, input: WorkPackageInput): Promise<{ id: string }> {
  requirePeriod(input);
  return ctx.db.transaction(async (tx) => {
    const project = await lockPlan(tx, ctx.actor, input.projectId);
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

/** Changes a work package. Errors: work_package.changed with the current text, work_package.number_taken. */
export async function updateWorkPackage(ctx: MemberContext, input: UpdateWorkPackage): Promise<{ id: string }> {
  requirePeriod(input);
  return ctx.db.transaction(async (tx) => {
    const [found] = await tx
      .select()
      .from(workPackages)
      .where(and(eq(workPackages.id, input.id), inArray(workPackages.projectId, projectsInside(ctx.actor))));
    if (!found) throw new DomainError("work_package.not_found");
    authorize(ctx.actor, "work_package.edit", await lockPlan(tx, ctx.actor, found.projectId));
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
    if (input.leadOrganisationId)
      await requireInProject(tx, ctx.now, found.projectId, [input.leadOrganisationId], null);
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
