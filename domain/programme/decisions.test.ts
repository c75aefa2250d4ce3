import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceBand, distanceKm } from "./distance";
import { reduction } from "./reduction";
import { parseReference } from "./references";
import { transfer } from "./transfer";

describe("distance", () => {
  it("is the great-circle distance", () => {
    const madrid = { lat: 40.4168, lon: -3.7038 };
    const athens = { lat: 37.9838, lon: 23.7275 };
    expect(distanceKm(madrid, athens)).toBeCloseTo(2370, -2);
    expect(distanceKm(madrid, madrid)).toBe(0);
    expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20015, 0);
  });

  it.each([
    [2019, 50, 20_00, null],
    [2019, 9000, 1_500_00, null],
    [2022, 300, 180_00, 210_00],
    [2022, 5000, 820_00, null],
    [2025, 1365.28, 309_00, 417_00],
    [2025, 9.9, 0, 0],
    [2025, 8000, 1_735_00, 1_735_00],
    [2015, 300, 275_00, null],
    [2027, 300, null, null],
  ])("has the band of call %d for %d km", (callYear, km, cents, green) => {
    const answer = distanceBand({ callYear, category: "travel", km });
    expect([answer.amountCents, answer.greenAmountCents]).toEqual([cents, green]);
  });

  it("has a certainty, and a hint when a band limit is near", () => {
    expect(distanceBand({ callYear: 2025, category: "travel", km: 300 }).findings).toMatchObject([
      { rule: "rate", certainty: "verified" },
    ]);
    expect(distanceBand({ callYear: 2025, category: "travel", km: 499.5 }).findings[1]?.rule).toBe("band_border");
    expect(distanceBand({ callYear: 2025, category: "meeting", km: 300 }).findings[0]?.rule).toBe("no_rates");
    expect(distanceBand({ callYear: 2025, category: "travel", km: -1 }).findings[0]?.rule).toBe("distance_invalid");
  });
});

describe("final report score", () => {
  it.each([
    ["KA201", 2019, 100, 0],
    ["KA201", 2019, 50, 0],
    ["KA201", 2019, 49, 25],
    ["KA201", 2019, 40, 25],
    ["KA201", 2019, 39, 50],
    ["KA201", 2019, 25, 50],
    ["KA201", 2019, 24, 75],
    ["KA220-SCH", 2023, 70, 0],
    ["KA220-SCH", 2023, 69, 10],
    ["KA210-SCH", 2023, 54, 40],
    ["KA210-SCH", 2023, 39, 70],
    ["KNOWLEDGE_ALLIANCE", 2019, 30, null],
    ["KA201", 2019, 101, null],
    ["KA201", 2025, 60, null],
  ])("%s %d: %d points reduce the grant by %s percent", (action, callYear, score, percent) => {
    expect(reduction({ action, callYear, score }).percent).toBe(percent);
  });

  it("marks bands that are not confirmed (rules table 4)", () => {
    expect(reduction({ action: "KA201", callYear: 2019, score: 45 }).findings[0]?.certainty).toBe("verified");
    expect(reduction({ action: "KA220-SCH", callYear: 2023, score: 45 }).findings[0]?.certainty).toBe("recalled");
    expect(reduction({ action: "KA201", callYear: 2019, score: 25 }).findings[1]?.rule).toBe("reduction_border");
  });
});

describe("budget transfers 2014 to 2020 (SK-165, CZ-FAQ, LAW-BT)", () => {
  const award = { management: 10_000_00, meeting: 10_000_00, output_staff: 50_000_00, travel: 20_000_00 };
  const judge = (actual: Record<string, number>, action = "KA201", budget: Record<string, number> = award) => {
    const { verdict, findings } = transfer({ action, callYear: 2019, budget, actual });
    return [verdict, ...findings.filter(({ severity }) => severity !== "ok").map(({ rule }) => rule)];
  };

  it("allow moving up to a fifth", () => {
    expect(judge(award)).toEqual(["stands"]);
    expect(judge({ ...award, meeting: 12_000_00, output_staff: 48_000_00 })).toEqual(["stands"]);
    expect(judge({ ...award, meeting: 8_000_00 })).toEqual(["stands"]);
  });

  it("name the condition that is not met", () => {
    expect(judge({ ...award, meeting: 12_000_01, output_staff: 47_999_99 })).toEqual([
      "amendment",
      "transfer_receiver",
    ]);
    expect(judge({ ...award, meeting: 7_000_00, output_staff: 53_000_00 })).toEqual(["amendment", "transfer_giver"]);
    expect(judge({ ...award, management: 11_000_00, meeting: 9_000_00 })).toEqual(["amendment", "transfer_never_into"]);
    expect(judge({ ...award, exceptional: 1_000_00, meeting: 9_000_00 })).toEqual(["amendment", "transfer_never_into"]);
    expect(judge({ ...award, multiplier_event: 1_000_00, meeting: 9_000_00 })).toEqual([
      "amendment",
      "transfer_into_zero",
    ]);
    expect(judge({ ...award, meeting: 11_000_00 })[0]).toBe("amendment");
    expect(judge({ ...award, cakes: 1 })).toEqual(["amendment", "category_unknown"]);
  });

  it("start special needs from zero, without the limit of a fifth", () => {
    expect(judge({ ...award, special_needs: 2_000_00, meeting: 8_000_00 })).toEqual(["stands"]);
    expect(judge({ ...award, special_needs: 3_000_00, meeting: 7_000_00 })).toEqual(["check", "transfer_giver"]);
  });

  it("have no limits in school exchanges, and no answer after 2020", () => {
    const budget = { management: 10_000_00, travel: 20_000_00 };
    expect(judge({ management: 2_000_00, travel: 28_000_00 }, "KA229", budget)).toEqual(["stands"]);
    expect(transfer({ action: "KA220-SCH", callYear: 2023, budget, actual: budget }).verdict).toBe("check");
  });
});

describe("references", () => {
  it.each([
    [
      "2019-1-ES01-KA201-065417",
      { callYear: 2019, round: 1, agency: "ES01", country: "ES", action: "KA201", serial: "065417" },
    ],
    [" 2019-1-el01-ka229-012345_2 ", { country: "GR", action: "KA229", school: 2 }],
    ["2021-1-CZ01-KA220-SCH-000031553", { callYear: 2021, action: "KA220-SCH", field: "school", serial: "000031553" }],
    ["619477-EPP-1-2020-1-NL-EPPKA2-CBHE-JP", { callYear: 2020, country: "NL", action: "CBHE", serial: "619477" }],
    ["561754-EPP-1-2015-1CO-EPPKA2-CBHE-JP", { country: "CO" }],
    ["101107969", { form: "executive_agency_number" }],
    ["999888777", { form: "pic" }],
    ["E10012345", { form: "oid" }],
    ["KA220-SCH-0A1B2C3D", { form: "form_id", action: "KA220-SCH" }],
    ["2020-1-ES01-KA226-VET-094856", { action: "KA226", field: "vet", serial: "094856" }],
    ["\u200b2019-1-ES01-KA201-065417\ufeff", { action: "KA201" }],
    [
      "ERASMUS-EDU-2025-CBHE-STRAND-2",
      { form: "topic", callYear: 2025, action: "CBHE", field: "higher", strand: "strand2" },
    ],
    ["ERASMUS-EDU-2025-CB-VET-LA", { form: "topic", callYear: 2025, action: "CB_VET", field: "vet" }],
    ["ERASMUS-SPORT-2025-SCP", { form: "topic", callYear: 2025 }],
  ])("parses %s", (text, parts) => {
    const answer = parseReference({ text });
    expect(answer).toMatchObject({ valid: true, parts });
    expect(parseReference({ text: answer.normalised ?? "" }).valid).toBe(true);
  });

  it.each([
    ["2019-1-ES01-KA2O1-065417", "letter_for_digit", "2019-1-ES01-KA201-065417"],
    ["2019-1-ESO1-KA201-O65417", "letter_for_digit", "2019-1-ES01-KA201-065417"],
    ["2019-ES01-KA201-065417", "missing_round", "2019-1-ES01-KA201-065417"],
    ["2019-1-ES01 - KA201-065417", "stray_spaces", "2019-1-ES01-KA201-065417"],
    ["2019-1-ES01-KA201-65417", "serial_length", "2019-1-ES01-KA201-065417"],
    ["2019-1-GR01-KA201-065417", "agency_spelling", "2019-1-EL01-KA201-065417"],
    ["2019-1-ES01-KA219-065417", "action_not_in_year", "2019-1-ES01-KA229-065417"],
    ["2021-1-ES01-KA201-065417", "action_not_in_year", null],
    ["2019-1-XX01-KA201-065417", "agency_unknown", null],
    ["2019-1-ES01-KA207-065417", "action_unknown", null],
    ["2012-1-ES01-KA201-065417", "year_outside", null],
    ["2022-1-ES01-KA220-000031553", "field_missing", null],
    ["2022-1-ES01-KA220-XXX-000031553", "field_unknown", null],
    ["2020-1-GR01-KA227-SCH-094856", "agency_spelling", "2020-1-EL01-KA227-SCH-094856"],
    ["2020-1-ES01-KA226-XXX-094856", "field_unknown", null],
    ["20191ES01KA201065417", "missing_hyphen", "2019-1-ES01-KA201-065417"],
    ["EI0012345", "letter_for_digit", "E10012345"],
    ["2019/1/ES01/KA201/065417", "missing_hyphen", "2019-1-ES01-KA201-065417"],
    ["2019_1_ES01_KA229_065417_2", "missing_hyphen", "2019-1-ES01-KA229-065417_2"],
    ["2019-1-ES01-KA999-065417", "action_unknown", null],
    ["598750-EPP-1-2031-1-DE-EPPKA2-CBHE-JP", "year_outside", null],
    ["598750-EPP-1-2022-1-DE-EPPKA2-KA", "action_not_in_year", null],
    ["ERASMUS-EDU-2035-CBHE-STRAND-2", "year_outside", null],
    ["ERASMUS-EDU-2019-CBHE-STRAND-2", "action_not_in_year", null],
    ["hello", "unknown_form", null],
    ["  ", "empty", null],
  ])("explains what is wrong with %s", (text, problem, suggestion) => {
    expect(parseReference({ text })).toMatchObject({ valid: false, problem, suggestion });
  });

  it("parses a megabyte without delay", () => {
    const started = performance.now();
    expect(parseReference({ text: "2019-1-".repeat(150_000) })).toMatchObject({ valid: false, problem: "too_long" });
    expect(performance.now() - started).toBeLessThan(50);
  });

  it("never throws, and suggests only valid references", () => {
    const fragments = fc.constantFrom("2019", "-", "1", "ES01", "KA201", "KA220", "SCH", "065417", "O", " ", "E", "_1");
    const text = fc.oneof(
      fc.string(),
      fc.array(fragments, { maxLength: 14 }).map((words) => words.join("")),
    );
    fc.assert(
      fc.property(text, (input) => {
        const answer = parseReference({ text: input });
        if (answer.suggestion) expect(parseReference({ text: answer.suggestion }).valid).toBe(true);
        expect(answer.valid).toBe(answer.problem === undefined);
      }),
      { numRuns: 500 },
    );
  });
});
