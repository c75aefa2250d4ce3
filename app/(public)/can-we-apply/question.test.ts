import { describe, expect, it } from "vitest";
import { formRows, readQuestion, toInput, unreadableFields } from "./question";

const shared = {
  action: "KA201",
  callYear: "2019",
  months: "24",
  grant: "1000.50",
  founded: "2001-05-01",
  country: ["Spain", "EL", "", "Narnia"],
  type: ["school", "ngo", "school", "dragons"],
  role: ["coordinator", "partner", "partner", "partner"],
};

describe("the address of “Can we apply?”", () => {
  it("contains all input, with countries by code or name", () => {
    const question = readQuestion(shared, 2025);
    expect(toInput(question)).toEqual({
      action: "KA201",
      callYear: 2019,
      durationMonths: 24,
      requestedGrantCents: 1_000_50,
      longTermPupilMobility: false,
      organisations: [
        { country: "ES", type: "school", role: "coordinator", foundedOn: "2001-05-01" },
        { country: "GR", type: "ngo", role: "partner" },
        { country: "Narnia", type: undefined, role: "partner" },
      ],
    });
    expect(formRows(question, false)).toHaveLength(5);
  });

  it("has no result while nothing is filled in or values are invalid", () => {
    const empty = readQuestion({}, 2025);
    expect(empty.callYear).toBe("2025");
    expect(toInput(empty)).toBeNull();
    expect(formRows(empty, false)[0]?.role).toBe("coordinator");
    const many = readQuestion({ action: "x".repeat(999), country: Array.from({ length: 5_000 }, () => "ES") }, 2025);
    expect(many.rows).toHaveLength(60);
    expect(many.action).toHaveLength(60);
  });

  it.each([
    ["60.000", 60_000_00],
    ["60,000.50", 60_000_50],
    ["60 000 €", 60_000_00],
  ])("reads a grant of %s", (grant, requestedGrantCents) => {
    expect(toInput(readQuestion({ ...shared, grant }, 2025))).toMatchObject({ requestedGrantCents });
  });

  it("names the numbers that cannot be read", () => {
    const question = readQuestion({ ...shared, months: "two years", grant: "sixty" }, 2025);
    expect(unreadableFields(question)).toEqual(["months", "grant"]);
    expect(toInput(question)).toBeNull();
  });
});
