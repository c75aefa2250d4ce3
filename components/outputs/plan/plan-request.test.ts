import { expect, it } from "vitest";
import { readPlanLines } from "@/domain/plan/lines";
import { type PlanContext, readPlan } from "@/domain/plan/rows";
import { planRequest } from "./plan-request";

const context: PlanContext = {
  startsOn: "2026-09-01",
  durationMonths: 24,
  organisations: [{ id: "es", shortName: "Ribera", legalName: "CIFP Ribera", country: "ES" }],
  ownOrganisationId: "es",
  workPackages: [{ id: "present", number: 1, leadOrganisationId: null }],
  outputNumbers: [4],
  locale: "en-GB",
  today: "2026-11-28",
};

it("a plan is asked for with work packages of the project and of the table, without lines that are not understood", () => {
  const text = [
    "No\tTitle\tLead\tMonth",
    "D1.1\tGuide\t\tM6",
    "WP2\tTraining\t\tM3 – M12",
    "D2.1\tCourse\tNobody\tM12",
    "T2.1\tPilot\t\tM12",
  ].join("\n");
  const lines = readPlanLines(readPlan(text, context).rows, context);
  expect(planRequest("project", lines, context, (kind, place) => `${kind} ${String(place)}`)).toEqual({
    projectId: "project",
    workPackages: [
      {
        id: "work_package 0",
        number: 2,
        title: "Training",
        startsOn: "2026-11-01",
        endsOn: "2027-08-31",
        leadOrganisationId: "es",
      },
    ],
    outputs: [
      {
        id: "output 0",
        number: 5,
        title: "D1.1 Guide",
        type: "other",
        leadOrganisationId: "es",
        workPackageId: "present",
        dueOn: "2027-02-28",
      },
    ],
    tasks: [
      {
        id: "task 0",
        title: "T2.1 Pilot",
        workPackageId: "work_package 0",
        dueOn: "2027-08-31",
        assignee: { organisationId: "es" },
      },
    ],
  });
});
