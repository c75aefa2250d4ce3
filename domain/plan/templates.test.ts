import { describe, expect, it } from "vitest";
import texts from "@/messages/en/outputs.json";
import { planItems, readPlanLines } from "./lines";
import { type PlanContext, readPlan, writePlan } from "./rows";
import { planTemplateFor, planTemplateIds, planTemplateRows } from "./templates";

const context = (durationMonths: number, startsOn: string | null = "2026-09-01"): PlanContext => ({
  startsOn,
  durationMonths,
  organisations: [{ id: "es", shortName: "Ribera", legalName: "CIFP Ribera", country: "ES" }],
  ownOrganisationId: "es",
  workPackages: [],
  outputNumbers: [],
  locale: "en-GB",
  today: "2026-11-28",
});

/** A template as the table that people see, read again. */
function laidOut(id: (typeof planTemplateIds)[number], project: PlanContext) {
  const rows = planTemplateRows(id, project, (key) => texts.templates.lines[key]);
  return readPlanLines(readPlan(writePlan(rows), project).rows, project);
}

describe.each(planTemplateIds)("the template %s", (id) => {
  it.each([6, 12, 24, 36])("has lines that are all understood in a project of %i months", (months) => {
    const lines = laidOut(id, context(months));
    expect(lines.filter(({ problem }) => problem !== null)).toEqual([]);
    const { outputs, tasks, workPackages } = planItems(lines);
    expect([...outputs, ...tasks].filter(({ dueOn }) => dueOn === null)).toEqual([]);
    expect(outputs.map(({ number }) => number)).toEqual(outputs.map((_, index) => index + 1));
    expect(tasks.length).toBeGreaterThan(4);
    // Small-scale partnerships have activities without work packages.
    expect(workPackages.length > 0).toBe(id !== "small_scale");
  });

  it("has no days in a project without a start date", () => {
    const lines = laidOut(id, context(24, null));
    expect(lines.filter(({ problem, row }) => problem !== null || row.when !== "")).toEqual([]);
  });
});

it("a lump sum has at most five work packages, management first, for the whole project", () => {
  const { workPackages } = planItems(laidOut("work_packages", context(36)));
  expect(workPackages).toHaveLength(5);
  expect(workPackages[0]).toMatchObject({ number: 1, startsOn: "2026-09-01", endsOn: "2029-08-31" });
});

it("the final report is due two months after the end, a progress report in projects longer than two years", () => {
  const tasksOf = (months: number) =>
    planItems(laidOut("work_packages", context(months))).tasks.map(({ title, dueOn }) => `${title} ${dueOn ?? ""}`);
  expect(tasksOf(24)).toContain("Final report to the agency 2028-10-31");
  expect(tasksOf(24).filter((title) => title.startsWith("Progress report"))).toEqual([]);
  expect(tasksOf(36)).toContain("Progress report to the agency 2028-04-30");
});

it.each([
  [2016, "KA201", "innovation", "intellectual_outputs"],
  [2019, "KA202", "exchange", "exchange"],
  [2019, "KA229", null, "exchange"],
  [2020, "KA226", null, "intellectual_outputs"],
  [2018, "KNOWLEDGE_ALLIANCE", null, "work_packages"],
  [2021, "KA220-VET", null, "project_results"],
  [2021, "KA210-SCH", null, "small_scale"],
  [2025, "KA210-ADU", null, "small_scale"],
  [2026, "KA220-SCH", null, "work_packages"],
  [2026, "CBHE", null, "work_packages"],
])("a project of the call %i of %s (%s) starts from %s", (callYear, actionCode, kind, template) => {
  expect(planTemplateFor({ callYear, actionCode, kind })).toBe(template);
});
