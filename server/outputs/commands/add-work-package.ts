import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
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

type Added = Omit<WorkPackageInput, "projectId">;

/** Adds work packages to a locked project in the caller's transaction. Errors: those of addWorkPackage. */
export async function addWorkPackages(
  tx: Db,
  ctx: MemberContext,
  projectId: string,
  list: readonly Added[],
): Promise<void> {
  if (list.length === 0) return;
  list.forEach(requirePeriod);
  const present = await tx
    .select({ number: workPackages.number })
    .from(workPackages)
    .where(eq(workPackages.projectId, projectId));
  const numbers = new Set(present.map(({ number }) => number));
  for (const { number } of list) {
    if (numbers.has(number)) throw new DomainError("work_package.number_taken", { field: "number" });
    numbers.add(number);
  }
  const leads = list.flatMap(({ leadOrganisationId }) => leadOrganisationId ?? []);
  await requireInProject(tx, ctx.now, projectId, leads, []);
  await orTakenId(tx.insert(workPackages).values(list.map((one) => ({ ...one, projectId, createdAt: ctx.now }))));
  const events = list.map(({ number, title }) => ({ type: "work_package.added" as const, data: { number, title } }));
  await record(tx, ctx, { projectId }, ...events);
}

/**
 * Adds a work package; a repeated id changes nothing. Errors: work_package.number_taken, work_package.period,
 * output.organisation_unknown, input.id_taken.
 */
export async function addWorkPackage(
  ctx: MemberContext,
  { projectId, ...added }: WorkPackageInput,
): Promise<{ id: string }> {
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, projectId, inOwnConsortia);
    authorize(ctx.actor, "work_package.edit", project);
    const [again] = await tx
      .select({ id: workPackages.id })
      .from(workPackages)
      .where(and(eq(workPackages.id, added.id), eq(workPackages.projectId, projectId)));
    if (!again) await addWorkPackages(tx, ctx, projectId, [added]);
    return { id: added.id };
  });
}
