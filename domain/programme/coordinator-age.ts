import { finding, type Fact, type Finding } from "./certainty";
import type { Member } from "./consortium";

interface Deadlines {
  callYear: number;
  first: string;
  last: string;
}

// An agency may open a second round, so two deadlines are possible. For other years the day is unknown.
const deadlines: readonly Deadlines[] = [{ callYear: 2025, first: "03-05", last: "10-01" }];

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Checks whether the coordinator was founded long enough before the deadline. */
export function checkCoordinatorAge(
  check: { years: number; fact: Fact },
  coordinators: readonly Member[],
  callYear: number,
): readonly Finding[] {
  const known = deadlines.find((entry) => entry.callYear === callYear);
  const year = String(callYear - check.years);
  const surelyOld = `${year}-${known?.first ?? "01-01"}`;
  const surelyYoung = `${year}-${known?.last ?? "12-31"}`;
  return coordinators.flatMap(({ foundedOn }): Finding[] => {
    if (foundedOn === undefined || !isDay.test(foundedOn)) return [];
    const params = { years: check.years, foundedOn, foundedBy: surelyOld };
    if (foundedOn <= surelyOld) return [finding("coordinator_age", "ok", params, check.fact, callYear)];
    if (foundedOn <= surelyYoung) return [finding("coordinator_age_unclear", "warning", params, check.fact, callYear)];
    return [finding("coordinator_age", "error", params, check.fact, callYear)];
  });
}
