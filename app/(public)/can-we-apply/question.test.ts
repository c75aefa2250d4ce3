import { describe, expect, it } from "vitest";
import { formRows, readQuestion, toInput } from "./question";

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
    expect(toInput(question, "en-GB")).toEqual({
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
    expect(toInput(empty, "en-GB")).toBeNull();
    expect(formRows(empty, false)[0]?.role).toBe("coordinator");
    const many = readQuestion({ action: "x".repeat(999), country: Array.from({ length: 5_000 }, () => "ES") }, 2025);
    expect(many.rows).toHaveLength(60);
    expect(many.action).toHaveLength(60);
  });
});
