import { describe, expect, it } from "vitest";
import { requireOutputDue, slip } from "./due-dates";
import { DomainError } from "./errors";

const project = { startsOn: "2025-09-01", durationMonths: 24 };

function problemOf(to: string, coordinates: boolean, from: string | null = "2026-01-31", of = project as object) {
  try {
    requireOutputDue({ from, to, coordinates }, of as typeof project);
    return "";
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

describe("a new due date of an output", () => {
  it.each([
    ["2025-08-31", "output.due_outside", "output.due_outside"],
    ["2025-09-01", "", ""],
    ["2026-01-31", "output.due_unchanged", "output.due_unchanged"],
    ["2027-08-31", "", ""],
    ["2027-09-01", "output.due_after_end", ""],
    ["2028-02-27", "output.due_after_end", ""],
    ["2028-02-28", "output.due_outside", "output.due_outside"],
    ["2099-01-01", "output.due_outside", "output.due_outside"],
  ])("%s: for the lead “%s”, for the coordinator “%s”", (to, lead, coordinator) => {
    expect([problemOf(to, false), problemOf(to, true)]).toEqual([lead, coordinator]);
  });

  it("is any other day in a project without dates", () => {
    const undated = { startsOn: null, durationMonths: null };
    expect(problemOf("2099-01-01", false, null, undated)).toBe("");
    expect(problemOf("2099-01-01", false, "2099-01-01", undated)).toBe("output.due_unchanged");
  });
});

describe("the slip of a due date", () => {
  it("is counted in calendar days, over both changes of the clock and a leap day", () => {
    expect(slip("2026-03-01", "2026-04-01")).toBe(31);
    expect(slip("2026-10-01", "2026-11-01")).toBe(31);
    expect(slip("2028-02-01", "2028-03-01")).toBe(29);
    expect(slip("2026-04-01", "2026-03-25")).toBe(-7);
  });

  it("is nothing while there is no date", () => {
    expect([slip(null, "2026-01-01"), slip("2026-01-01", null), slip(null, null)]).toEqual([0, 0, 0]);
  });
});
