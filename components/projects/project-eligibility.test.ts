import { expect, it } from "vitest";
import { projectEligibility } from "./project-eligibility";

const project = { callYear: 2026, actionCode: "KA220-SCH", kind: null, strand: null, durationMonths: 24 };
const organisation = (legalName: string, kind: "coordinator" | "partner" | "evaluator", absent: boolean) => ({
  legalName,
  country: "GR",
  type: "school",
  kind,
  absent,
});

it("counts neither evaluators nor organisations that do not take part", () => {
  const { organisations } = projectEligibility(project, [
    organisation("coordinator", "coordinator", false),
    organisation("invited", "partner", false),
    organisation("declined", "partner", true),
    organisation("evaluator", "evaluator", false),
  ]);
  expect(organisations.map(({ name }) => name)).toEqual(["coordinator", "invited"]);
});
