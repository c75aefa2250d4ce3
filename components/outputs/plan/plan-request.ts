import { planItems, type PlanLine } from "@/domain/plan/lines";
import type { PlanContext } from "@/domain/plan/rows";

/**
 * The plan as the API takes it. `idOf` returns the id of a new work package, output or task by its kind and place, so
 * that a repeated request has the same ids.
 */
export function planRequest(
  projectId: string,
  lines: readonly PlanLine[],
  context: PlanContext,
  idOf: (kind: string, place: number) => string,
) {
  const { workPackages, outputs, tasks } = planItems(lines);
  const packages = new Map([
    ...context.workPackages.map(({ number, id }) => [number, id] as const),
    ...workPackages.map(({ number }, place) => [number, idOf("work_package", place)] as const),
  ]);
  const packageOf = (number: number | null) => (number === null ? null : (packages.get(number) ?? null));
  return {
    projectId,
    workPackages: workPackages.map(({ number, title, startsOn, endsOn, leadOrganisationId }, place) => ({
      id: idOf("work_package", place),
      number,
      title,
      startsOn,
      endsOn,
      leadOrganisationId,
    })),
    outputs: outputs.map(({ number, title, type, leadOrganisationId, workPackage, dueOn }, place) => ({
      id: idOf("output", place),
      number,
      title,
      type,
      leadOrganisationId,
      workPackageId: packageOf(workPackage),
      dueOn,
    })),
    tasks: tasks.map(({ title, leadOrganisationId, workPackage, dueOn }, place) => ({
      id: idOf("task", place),
      title,
      workPackageId: packageOf(workPackage),
      dueOn,
      assignee: { organisationId: leadOrganisationId },
    })),
  };
}
