import { expect, it } from "vitest";
import { timeScale } from "./time-scale";

const plan = {
  startsOn: "2026-01-15",
  durationMonths: 24,
  today: "2026-03-16",
  workPackages: [{ startsOn: "2025-12-20", endsOn: "2026-06-30" }],
  outputs: [{ dueOn: "2028-02-10", firstDueOn: null }],
  tasks: [{ month: null }, { month: "2026-02" }],
};

it("shows whole months from the first to the last date of the plan", () => {
  const scale = timeScale(plan);
  expect([scale.startsOn, scale.endsOn]).toEqual(["2025-12-01", "2028-02-29"]);
  expect([scale.at("2025-12-01"), scale.at("2028-03-01")]).toEqual([0, 100]);
  expect(scale.at("2027-01-15")).toBeCloseTo(50, 0);
  expect(scale.marks.length).toBeLessThanOrEqual(6);
  // Twenty-seven months: three of them share a place.
  expect(["2025-12", "2026-02", "2026-03", "2028-02"].map(scale.placeOf)).toEqual([
    "2025-12-01",
    "2025-12-01",
    "2026-03-01",
    "2027-12-01",
  ]);
  expect(scale.marks[0]).toEqual({ month: "2025-12-01", at: 0 });
});

it("keeps days outside its months at the edge, and a plan without dates in the current month", () => {
  const far = timeScale({ ...plan, outputs: [{ dueOn: "2199-01-01", firstDueOn: null }] });
  expect([far.endsOn, far.at("2199-01-01")]).toEqual(["2045-11-30", 100]);
  const empty = timeScale({ ...plan, startsOn: null, durationMonths: null, workPackages: [], outputs: [], tasks: [] });
  expect([empty.startsOn, empty.endsOn]).toEqual(["2026-03-01", "2026-03-31"]);
});
