import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayInBrussels,
  daysBetween,
  isIsoDate,
  isLate,
  isWithin,
  monthsOf,
  overlaps,
  periodLasting,
  startOfDayIn,
} from "./dates";

const day = fc
  .date({ min: new Date("2010-01-01T00:00:00Z"), max: new Date("2040-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("calendar days", () => {
  it("rejects days that do not exist", () => {
    expect(isIsoDate("2024-02-29")).toBe(true);
    expect(isIsoDate("2023-02-29")).toBe(false);
    expect(isIsoDate("2023-13-01")).toBe(false);
    expect(isIsoDate("23-1-1")).toBe(false);
  });

  it("adds months and stays within the month", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2019-09-01", 24)).toBe("2021-09-01");
    expect(addMonths("2024-03-31", -1)).toBe("2024-02-29");
  });

  it("ends a period after whole months, and measures its length", () => {
    expect(periodLasting("2019-09-01", 24)).toEqual({ startsOn: "2019-09-01", endsOn: "2021-08-31" });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (startsOn, months) => {
        expect(monthsOf(periodLasting(startsOn, months))).toBe(months);
      }),
    );
    expect(monthsOf({ startsOn: "2019-09-01", endsOn: "2019-09-15" })).toBe(1);
  });

  it("counts days in both directions", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it("detects days in a period and overlapping periods", () => {
    const period = { startsOn: "2020-01-01", endsOn: "2020-12-31" };
    expect(isWithin(period, "2020-12-31")).toBe(true);
    expect(isWithin(period, "2021-01-01")).toBe(false);
    expect(overlaps(period, { startsOn: "2020-12-31", endsOn: "2021-02-01" })).toBe(true);
    expect(overlaps(period, { startsOn: "2021-01-01", endsOn: "2021-02-01" })).toBe(false);
  });

  it("treats a due date as late only after its day has ended in Brussels", () => {
    expect(dayInBrussels(new Date("2024-06-30T21:59:59Z"))).toBe("2024-06-30");
    expect(isLate("2024-06-30", new Date("2024-06-30T21:59:59Z"))).toBe(false);
    expect(isLate("2024-06-30", new Date("2024-06-30T22:00:00Z"))).toBe(true);
    expect(isLate("2024-12-31", new Date("2024-12-31T23:00:00Z"))).toBe(true);
  });
});

it.each([
  ["Europe/Brussels", "2026-06-04", "2026-06-03T22:00:00.000Z"],
  ["Pacific/Auckland", "2026-06-04", "2026-06-03T12:00:00.000Z"],
  ["America/Los_Angeles", "2026-06-04", "2026-06-04T07:00:00.000Z"],
  ["Asia/Kathmandu", "2026-06-04", "2026-06-03T18:15:00.000Z"],
  ["Pacific/Kiritimati", "2026-06-04", "2026-06-03T10:00:00.000Z"],
  // The clocks change on these days, in Santiago at midnight.
  ["Europe/Brussels", "2026-03-29", "2026-03-28T23:00:00.000Z"],
  ["Europe/Brussels", "2026-10-25", "2026-10-24T22:00:00.000Z"],
  ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z"],
])("in %s %s begins at %s", (zone, date, moment) => {
  expect(startOfDayIn(date, zone).toISOString()).toBe(moment);
});
