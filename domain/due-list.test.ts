import { describe, expect, it, vi } from "vitest";
import { dayInBrussels } from "./dates";
import { dueGroup, weekEnd } from "./due-list";

describe("the list of what is due", () => {
  it.each([
    ["2026-11-27", "late"],
    ["2026-11-28", "week"],
    ["2026-11-29", "week"],
    ["2026-11-30", "later"],
    ["9999-12-31", "later"],
  ])("on Saturday, 28 November, puts %s under %s", (day, group) => {
    expect(dueGroup(day, "2026-11-28")).toBe(group);
  });

  it("ends the week on Sunday, over both changes of the clock and the end of a year", () => {
    expect(["2026-03-23", "2026-03-29", "2026-10-19", "2026-12-28"].map(weekEnd)).toEqual([
      "2026-03-29",
      "2026-03-29",
      "2026-10-25",
      "2027-01-03",
    ]);
  });

  // Moments at which it is another day in Auckland or Los Angeles, at both changes of the clock in Brussels.
  it.each([
    ["2026-03-28T22:59:59Z", "2026-03-28"],
    ["2026-03-28T23:00:00Z", "2026-03-29"],
    ["2026-03-29T21:59:59Z", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "2026-03-30"],
    ["2026-10-24T21:59:59Z", "2026-10-24"],
    ["2026-10-24T22:00:00Z", "2026-10-25"],
    ["2026-10-25T22:59:59Z", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "2026-10-26"],
  ])("counts days in Brussels for everyone: %s is %s", (moment, day) => {
    for (const reader of ["Pacific/Auckland", "America/Los_Angeles", "Europe/Athens"]) {
      vi.stubEnv("TZ", reader);
      expect(dayInBrussels(new Date(moment)), reader).toBe(day);
      expect(dueGroup(day, dayInBrussels(new Date(moment))), reader).toBe("week");
    }
    vi.unstubAllEnvs();
  });
});
