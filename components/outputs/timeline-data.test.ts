import { expect, it } from "vitest";
import { timelineOf } from "./timeline-data";

const labels = { slug: "bridges", state: () => "planned", coverage: () => "approved in part", late: "late" };

it("the timeline of a plan begins with the project, and work packages without dates last as long as it", () => {
  const workPackage = { id: "wp", number: 2, title: "Trying it out", startsOn: null, endsOn: null };
  const plan = { durationMonths: 24, today: "2026-11-20", workPackages: [workPackage], outputs: [] };
  const { starts, packages } = timelineOf({ ...plan, startsOn: "2026-02-01" }, [], labels);
  expect(starts).toBe("2026-02-01");
  expect(packages).toEqual([
    { id: "wp", number: "WP2", title: "Trying it out", start: "2026-02-01", end: "2028-02-01" },
  ]);
  expect(timelineOf({ ...plan, startsOn: null }, [], labels).starts).toBeNull();
});
