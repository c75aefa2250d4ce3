import { count, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { outputs, projects, tasks, workPackages } from "@/db/schema";
import { maxOutputs } from "@/domain/projects";
import { race } from "@/server/testing/barrier";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject, type TestProject } from "@/server/testing/factories";

const partnerOf = (project: TestProject) => project.partner.organisationId;

/** A plan of two work packages, three outputs and two tasks, in which the partner leads the second work package. */
function aPlan(project: TestProject) {
  const own = project.coordinator.organisationId;
  const [first, second] = [uuid(), uuid()];
  const output = (number: number, workPackageId: string | null) => ({
    id: uuid(),
    number,
    title: `Result ${String(number)}`,
    type: "guide" as const,
    leadOrganisationId: own,
    workPackageId,
    dueOn: "2026-12-31",
  });
  const task = (title: string, workPackageId: string | null) => ({
    id: uuid(),
    title,
    workPackageId,
    dueOn: "2026-06-30",
    assignee: { organisationId: partnerOf(project) },
  });
  return {
    projectId: project.id,
    workPackages: [
      { id: first, number: 1, title: "Management", startsOn: "2026-03-01", endsOn: "2026-12-31" },
      { id: second, number: 2, title: "Training", leadOrganisationId: partnerOf(project) },
    ],
    outputs: [output(7, first), output(2, second), output(3, null)],
    tasks: [task("Kick-off", first), task("Survey", null)],
  };
}

const counted = async (db: Db, project: TestProject) =>
  Promise.all(
    [workPackages, outputs, tasks].map(async (table) => {
      const [row] = await db.select({ rows: count() }).from(table).where(eq(table.projectId, project.id));
      return row?.rows;
    }),
  );

test("a plan is laid out at once with its activity, and a repeated request adds nothing", async ({ tx }) => {
  const project = await aProject(tx);
  const api = await callAs(project.coordinator.manager, tx);
  const plan = aPlan(project);
  const laidOut = { workPackages: 2, outputs: 3, tasks: 2 };
  const first = await watch(tx, async () => expect(await api.outputs.layOut(plan)).toEqual(laidOut));
  expect(first.types).toEqual([
    ...["work_package.added", "work_package.added"],
    ...["output.planned", "output.planned", "output.planned"],
    "task.several_added",
  ]);
  const again = await watch(tx, async () => expect(await api.outputs.layOut(plan)).toEqual(laidOut));
  expect(again.types).toEqual([]);
  expect(await counted(tx, project)).toEqual([2, 3, 2]);
  const made = await api.outputs.plan({ slug: project.slug });
  expect(made.workPackages).toMatchObject([{ number: 1, startsOn: "2026-03-01" }, { number: 2 }]);
  expect(made.outputs.map(({ number, workPackageId, dueOn }) => [number, workPackageId, dueOn])).toEqual([
    [2, plan.workPackages[1]?.id, "2026-12-31"],
    [3, null, "2026-12-31"],
    [7, plan.workPackages[0]?.id, "2026-12-31"],
  ]);
  const partner = await callAs(project.partner.manager, tx);
  expect((await partner.tasks.list({ slug: project.slug })).items).toMatchObject([
    { title: "Kick-off", state: "asked" },
    { title: "Survey", state: "asked" },
  ]);
});

test("of a plan with one mistake nothing is laid out", async ({ tx }) => {
  const project = await aProject(tx);
  await tx.update(projects).set({ startsOn: "2026-03-01", durationMonths: 24 }).where(eq(projects.id, project.id));
  const other = await aProject(tx);
  const api = await callAs(project.coordinator.manager, tx);
  const plan = aPlan(project);
  const [first, ...rest] = plan.outputs;
  const [task] = plan.tasks;
  if (!first || !task) throw new Error("The plan has outputs and tasks.");
  const refused = async (changes: Partial<Parameters<typeof api.outputs.layOut>[0]>) =>
    problemOf(api.outputs.layOut({ ...plan, ...changes }));
  const broken = (changes: Partial<typeof first>) => ({ outputs: [...rest, { ...first, ...changes }] });
  expect(await refused(broken({ number: 2 }))).toBe("output.number_taken");
  expect(await refused(broken({ leadOrganisationId: partnerOf(other) }))).toBe("output.organisation_unknown");
  expect(await refused(broken({ workPackageId: uuid() }))).toBe("work_package.not_found");
  expect(await refused(broken({ dueOn: "2099-01-01" }))).toBe("output.due_outside");
  const { workPackages: packages } = plan;
  expect(await refused({ workPackages: [...packages, { id: uuid(), number: 2, title: "Again" }] })).toBe(
    "work_package.number_taken",
  );
  const reversed = { id: uuid(), number: 3, title: "Back", startsOn: "2026-05-01", endsOn: "2026-04-01" };
  expect(await refused({ workPackages: [...packages, reversed] })).toBe("work_package.period");
  expect(await refused({ tasks: [{ ...task, assignee: { organisationId: partnerOf(other) } }] })).toBe(
    "task.assignee_unknown",
  );
  expect(await refused({ tasks: [{ ...task, workPackageId: uuid() }] })).toBe("work_package.not_found");
  expect(await refused({ tasks: [{ ...task, dueOn: "2099-01-01" }] })).toBe("task.due_outside");
  expect(await refused({ workPackages: [], outputs: [], tasks: [] })).toBe("input.invalid");
  expect(await counted(tx, project)).toEqual([0, 0, 0]);
});

test("a project takes as many outputs as it may have, and says how many", async ({ tx }) => {
  const project = await aProject(tx);
  const api = await callAs(project.coordinator.manager, tx);
  const { outputs: planned } = aPlan(project);
  const [output] = planned;
  if (!output) throw new Error("The plan has outputs.");
  const many = (from: number, size: number) =>
    Array.from({ length: size }, (_, index) => ({
      ...output,
      id: uuid(),
      number: from + index,
      workPackageId: null,
    }));
  const base = { projectId: project.id, workPackages: [], tasks: [] };
  expect(await api.outputs.layOut({ ...base, outputs: many(1, maxOutputs) })).toMatchObject({ outputs: maxOutputs });
  expect(await problemOf(api.outputs.layOut({ ...base, outputs: many(500, 1) }))).toBe("output.too_many");
  expect(await problemOf(api.outputs.layOut({ ...base, outputs: many(1, maxOutputs + 1) }))).toBe("input.invalid");
});

test("ids of which some were laid out before are refused", async ({ tx }) => {
  const project = await aProject(tx);
  const api = await callAs(project.coordinator.manager, tx);
  const plan = aPlan(project);
  await api.outputs.layOut({ ...plan, tasks: [] });
  expect(await problemOf(api.outputs.layOut(plan))).toBe("input.id_taken");
  expect(await counted(tx, project)).toEqual([2, 3, 0]);
});

test("of the same request twice at the same moment one lays out the plan", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const api = await callAs(project.coordinator.manager, own.db);
  const plan = aPlan(project);
  const call = () => problemOf(api.outputs.layOut(plan));
  const outcomes = await race(own.db, sql`select id from projects where id = ${project.id} for update`, [call, call]);
  expect(outcomes).toEqual(["", ""]);
  expect(await counted(own.db, project)).toEqual([2, 3, 2]);
  await own.close();
});
