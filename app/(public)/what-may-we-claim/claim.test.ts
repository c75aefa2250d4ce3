import { describe, expect, it } from "vitest";
import { estimateGrant } from "@/domain/programme/grant";
import { reduction } from "@/domain/programme/reduction";
import { transfer } from "@/domain/programme/transfer";
import { badValues } from "@/server/testing/bad-input";
import { categoriesOf, formLines, lineProblem, readClaim, toGrant, toReduction, toTransfer } from "./claim";

const call = {
  action: "KA201",
  callYear: "2019",
  months: "24",
  country: ["ES", "DE", "GR"],
  type: ["school", "school", "ngo"],
  role: ["coordinator", "partner", "partner"],
};
const claimOf = (params: Record<string, string | string[]>) => readClaim({ ...call, ...params }, 2026);

describe("the address of “What may we claim?”", () => {
  it("holds a budget, which is estimated by the rates of the call", () => {
    const claim = claimOf({
      "meeting.participants": ["2", "", "1"],
      "meeting.km": ["1.250", "", "2 000 km"],
      "output_staff.organisation": "1",
      "output_staff.staff": "teacher",
      "output_staff.days": "10",
      "exceptional.euro": "1.000,50",
    });
    const query = toGrant(claim);
    expect(query?.items).toEqual([
      { category: "management" },
      { category: "meeting", participants: 2, km: 1250 },
      { category: "meeting", participants: 1, km: 2000 },
      { category: "output_staff", organisation: 1, staff: "teacher", days: 10 },
      { category: "exceptional", costCents: 100_050 },
    ]);
    expect(query && estimateGrant(query).lines.map(({ awardedCents }) => awardedCents)).toEqual([
      24_000_00, 1_150_00, 760_00, 2_140_00, 75_038,
    ]);
    expect(formLines(claim, "meeting")).toHaveLength(4);
  });

  it("offers the categories that the call pays", () => {
    expect(categoriesOf(claimOf({}))).toContain("output_staff");
    expect(categoriesOf(claimOf({ action: "KA220-SCH", callYear: "2023" }))).toEqual(["lump_sum", "work_package"]);
    expect(categoriesOf(claimOf({ action: "" }))).toEqual([]);
  });

  it.each([
    ["many", "unreadable"],
    ["-1", "outOfRange"],
    ["1.5", "outOfRange"],
    ["", "unreadable"],
  ])("marks the number of participants %j as %s, and estimates nothing", (participants, problem) => {
    const claim = claimOf({ "meeting.participants": participants, "meeting.km": "500" });
    expect(lineProblem("meeting", claim.lines.meeting[0] ?? {}, "participants")).toBe(problem);
    expect(toGrant(claim)).toBeNull();
  });

  it("holds a transfer and a final score", () => {
    const asked = toTransfer(
      claimOf({ "awarded.meeting": "1000", "actual.meeting": "1200", "awarded.exceptional": "200" }),
    );
    expect(asked).toEqual({
      action: "KA201",
      callYear: 2019,
      budget: { meeting: 1_000_00, exceptional: 200_00 },
      actual: { meeting: 1_200_00 },
    });
    expect(asked && transfer(asked).transferredCents).toBe(200_00);
    const scored = toReduction(claimOf({ score: "45" }));
    expect(scored && reduction(scored).percent).toBe(25);
  });

  it("is read whatever it contains", () => {
    for (const value of badValues.filter((one) => typeof one === "string")) {
      for (const name of ["meeting.km", "output_staff.organisation", "awarded.meeting", "score", "work_package.euro"]) {
        const claim = claimOf({ [name]: value, "meeting.participants": "1" });
        expect(
          () => [toGrant(claim), toTransfer(claim), toReduction(claim)],
          `${name} ${value.slice(0, 20)}`,
        ).not.toThrow();
      }
    }
  });
});
