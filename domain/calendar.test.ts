import { describe, expect, it } from "vitest";
import { daysAround, monthAfter, weeksOf } from "./calendar";
import { addDays, dayIn } from "./dates";

describe("the weeks of a month", () => {
  it("are from Monday to Sunday, and completed with days of the months beside it", () => {
    const weeks = weeksOf("2026-11");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([
      "2026-10-26",
      "2026-10-27",
      "2026-10-28",
      "2026-10-29",
      "2026-10-30",
      "2026-10-31",
      "2026-11-01",
    ]);
    expect(weeks.at(-1)?.at(-1)).toBe("2026-12-06");
    expect(weeksOf("2027-02")).toHaveLength(4);
  });

  it.each(["2026-03", "2026-10", "2028-02", "1999-12"])(
    "have every day of %s once, also when the clock changes",
    (month) => {
      const days = weeksOf(month).flat();
      const { from } = daysAround(month);
      expect(days).toEqual(days.map((_, index) => addDays(from, index)));
      expect(new Set(days).size).toBe(days.length);
      expect(days).toContain(`${month}-01`);
    },
  );

  it("follow each other over the end of a year", () => {
    expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
  });
});

describe("the current day", () => {
  it.each([
    ["2026-11-27T20:30:00Z", "2026-11-28", "2026-11-27", "2026-11-27"],
    // The clock changes in Athens, at the beginning and at the end of summer.
    ["2026-03-28T21:59:59Z", "2026-03-29", "2026-03-28", "2026-03-28"],
    ["2026-03-28T22:00:00Z", "2026-03-29", "2026-03-28", "2026-03-29"],
    ["2026-10-24T21:00:00Z", "2026-10-25", "2026-10-24", "2026-10-25"],
    ["2026-10-25T21:59:59Z", "2026-10-26", "2026-10-25", "2026-10-25"],
    ["2026-10-25T22:00:00Z", "2026-10-26", "2026-10-25", "2026-10-26"],
  ])("at %s is %s in Auckland, %s in Los Angeles, %s in Athens", (moment, auckland, losAngeles, athens) => {
    const now = new Date(moment);
    const zones = ["Pacific/Auckland", "America/Los_Angeles", "Europe/Athens"];
    expect(zones.map((zone) => dayIn(now, zone))).toEqual([auckland, losAngeles, athens]);
  });
});
