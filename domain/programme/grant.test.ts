import { describe, expect, it } from "vitest";
import { aConsortium } from "./a-consortium";
import { editions } from "./actions";
import { bandTables } from "./bands";
import { checkEligibility } from "./eligibility";
import { estimateGrant, grantData, type GrantInput, type GrantItem } from "./grant";
import { unitCostTables } from "./unit-costs";

function estimate(items: readonly GrantItem[], more: Partial<GrantInput> = {}) {
  const organisations = aConsortium("ES:sch DE:sch GR:ngo");
  return estimateGrant({ action: "KA201", callYear: 2019, durationMonths: 24, organisations, items, ...more });
}

const amounts = (items: readonly GrantItem[], more?: Partial<GrantInput>) =>
  estimate(items, more).lines.map(({ calculatedCents, awardedCents }) => [calculatedCents, awardedCents]);
const rules = (items: readonly GrantItem[], more?: Partial<GrantInput>) =>
  estimate(items, more).lines.flatMap(({ findings }) => findings.map(({ rule }) => rule));

const output: GrantItem = { category: "output_staff", organisation: 1, staff: "teacher", days: 10 };

describe("unit costs of Strategic Partnerships", () => {
  it("management: 500 and 250 a month, at most ten organisations (IT-VETBUD)", () => {
    expect(amounts([{ category: "management" }])).toEqual([[24_000_00, 24_000_00]]);
    const many = aConsortium("ES:sch 11xDE:sch GR:ngo");
    expect(amounts([{ category: "management" }], { organisations: many })).toEqual([[84_000_00, 66_000_00]]);
    const withAssociated = aConsortium("ES:sch DE:sch GR:ngo FR:ngo?");
    expect(amounts([{ category: "management" }], { organisations: withAssociated })).toEqual([[24_000_00, 24_000_00]]);
  });

  it.each([
    [99, 0],
    [100, 575_00],
    [1999, 575_00],
    [1999.9, 575_00],
    [2000, 760_00],
  ])("meeting at %d km (IT-VETBUD)", (km, cents) => {
    expect(amounts([{ category: "meeting", participants: 1, km }])).toEqual([[cents, cents]]);
  });

  it("meetings: limited per year, the limit only recalled (rules table 2.1)", () => {
    const item: GrantItem = { category: "meeting", participants: 100, km: 500 };
    expect(amounts([item])).toEqual([[57_500_00, 46_000_00]]);
    const cap = estimate([item]).lines[0]?.findings.find(({ rule }) => rule === "meeting_cap");
    expect(cap).toMatchObject({ certainty: "recalled", params: { overCents: 11_500_00 } });
  });

  it("meetings: forty journeys a year in the first calls (FI-CIMO)", () => {
    const item: GrantItem = { category: "meeting", participants: 100, km: 2500 };
    expect(amounts([item], { callYear: 2015 })).toEqual([[76_000_00, 60_800_00]]);
  });

  it("staff days use the country of the organisation (IT-AIUTO)", () => {
    expect(amounts([output])).toEqual([[2_140_00, 2_140_00]]);
    expect(estimate([output]).lines[0]?.findings[0]).toMatchObject({ rule: "rate", certainty: "secondary" });
    expect(amounts([{ ...output, organisation: 0 }])).toEqual([[1_370_00, 1_370_00]]);
    expect(estimate([{ ...output, organisation: 0 }]).lines[0]?.findings[0]).toMatchObject({
      rule: "rate_unconfirmed",
      certainty: "recalled",
    });
    expect(
      amounts([{ ...output, organisation: "UK" }], { organisations: aConsortium("ES:sch GB:sch IT:sch") }),
    ).toEqual([[2_140_00, 2_140_00]]);
  });

  it("computes nothing when the row of a country is too uncertain", () => {
    const organisations = aConsortium("EE:sch DE:sch GR:ngo");
    const answer = estimate([{ ...output, organisation: 0 }, output], { organisations });
    expect(answer.lines[0]).toMatchObject({ calculatedCents: null, awardedCents: null });
    expect(answer.complete).toBe(false);
    expect(answer.totals.awardedCents).toBe(2_140_00);
  });

  it("has no row for the United Kingdom after it left (KA220, call 2021)", () => {
    const organisations = aConsortium("ES:sch GB:sch DE:sch IT:sch");
    const call: Partial<GrantInput> = { action: "KA220-SCH", callYear: 2021, organisations };
    expect(amounts([output], call)).toEqual([[null, null]]);
    expect(amounts([{ ...output, organisation: 2 }], call)).toEqual([[2_140_00, 2_140_00]]);
    expect(estimate([{ ...output, organisation: 2 }], call).lines[0]?.findings[0]?.certainty).toBe("recalled");
  });

  it("pays outputs and events only for innovation, from call 2016 (EC-SP, IT-205)", () => {
    expect(amounts([output], { kind: "exchange" })).toEqual([[2_140_00, 0]]);
    expect(amounts([output], { kind: "exchange", callYear: 2015 })).toEqual([[2_140_00, 2_140_00]]);
  });

  it("events: 100 and 200, at most 30,000, only with outputs (SIGN, BM-ME)", () => {
    const event: GrantItem = { category: "multiplier_event", local: 50, foreign: 10, virtual: 0 };
    expect(amounts([output, event])[1]).toEqual([7_000_00, 7_000_00]);
    expect(amounts([event])).toEqual([[7_000_00, 0]]);
    expect(rules([event])).toContain("event_needs_output");
    const big: GrantItem = { ...event, local: 200, foreign: 0 };
    const two = estimate([output, big, big]);
    expect(two.lines.map(({ awardedCents }) => awardedCents)).toEqual([2_140_00, 20_000_00, 10_000_00]);
    expect(two.totals).toEqual({ calculatedCents: 42_140_00, awardedCents: 32_140_00 });
  });

  it("virtual events: 15 per participant, at most 5,000, from 2020 (LAW-ME2)", () => {
    const event: GrantItem = { category: "multiplier_event", local: 0, foreign: 0, virtual: 400 };
    expect(amounts([output, event], { callYear: 2020 })[1]).toEqual([6_000_00, 5_000_00]);
    expect(rules([output, event])).toContain("no_virtual_events");
    const online: GrantItem = { category: "multiplier_event", local: 10, foreign: 10, virtual: true };
    expect(amounts([output, online], { callYear: 2020 })[1]).toEqual([300_00, 300_00]);
  });

  it("travel uses the bands of the year", () => {
    const item: GrantItem = { category: "travel", participants: 2, km: 300, green: false };
    expect(amounts([item], { callYear: 2015 })).toEqual([[550_00, 550_00]]);
    expect(amounts([item])).toEqual([[360_00, 360_00]]);
  });

  it("individual support: the lower rate from day 15; long stays are not computed", () => {
    const item: GrantItem = {
      category: "individual_support",
      activity: "joint_staff_training",
      participants: 2,
      days: 16,
    };
    expect(amounts([item], { callYear: 2015 })).toEqual([[3_080_00, 3_080_00]]);
    expect(amounts([item])).toEqual([[2 * (14 * 106_00 + 2 * 74_00), 2 * (14 * 106_00 + 2 * 74_00)]]);
    expect(amounts([{ ...item, activity: "long_term_teaching", days: 90 }])).toEqual([[null, null]]);
    expect(rules([{ ...item, days: 2 }])).toContain("activity_length");
    expect(rules([{ ...item, activity: "skiing" }])).toEqual(["activity_unknown"]);
  });

  it("the minimum stay of pupil groups was reduced to three days a year after that of staff (SK-347, CUNI)", () => {
    const stay = (activity: string, days: number, callYear: number) =>
      rules([{ category: "individual_support", activity, participants: 1, days }], { callYear }).includes(
        "activity_length",
      );
    expect(stay("joint_staff_training", 3, 2017)).toBe(false);
    expect(stay("pupil_exchange", 3, 2017)).toBe(true);
    expect(stay("pupil_exchange", 3, 2018)).toBe(false);
    expect(stay("blended_mobility", 4, 2019)).toBe(true);
    expect(stay("joint_staff_training", 4, 2016)).toBe(true);
  });

  it("reports a project longer than allowed, and refuses impossible lengths", () => {
    const item: GrantItem = { category: "management" };
    const long = estimate([item], { durationMonths: 48 });
    expect(long.findings[0]).toMatchObject({ rule: "duration", severity: "error", params: { max: 36 } });
    for (const durationMonths of [0, -3, 1.5, 121, 1e300, NaN, Infinity]) {
      const answer = estimate([item], { durationMonths });
      expect(answer.lines[0]?.awardedCents).toBeNull();
      expect(answer.findings.map(({ rule }) => rule)).toEqual(["duration_invalid"]);
    }
  });

  it("real costs: 100% for special needs, 75% of exceptional ones up to 50,000 (LAW-SN, PRAGMA)", () => {
    expect(amounts([{ category: "special_needs", costCents: 123_45 }])).toEqual([[123_45, 123_45]]);
    expect(amounts([{ category: "exceptional", costCents: 1_000_00 }])).toEqual([[750_00, 750_00]]);
    expect(
      amounts([
        { category: "exceptional", costCents: 80_000_00 },
        { category: "exceptional", costCents: 10_000_00, guarantee: true },
      ]),
    ).toEqual([
      [60_000_00, 50_000_00],
      [7_500_00, 7_500_00],
    ]);
  });

  it("limits the total to the ceiling and returns both amounts (SK-226)", () => {
    const days: GrantItem = { ...output, days: 2_000 };
    const answer = estimate([days], { durationMonths: 12 });
    expect(answer.totals).toEqual({ calculatedCents: 428_000_00, awardedCents: 150_000_00 });
    expect(answer.ceiling).toMatchObject({ maxCents: 150_000_00, certainty: "verified" });
  });

  it("has no meetings in school exchanges, and special needs outside the ceiling (AT-229, IT-229)", () => {
    const school: Partial<GrantInput> = {
      action: "KA229",
      organisations: aConsortium("ES:sch IT:sch"),
      durationMonths: 12,
    };
    expect(amounts([{ category: "meeting", participants: 1, km: 500 }], school)).toEqual([[575_00, 0]]);
    const travel: GrantItem = { category: "travel", participants: 300, km: 300, green: false };
    const answer = estimate([travel, { category: "special_needs", costCents: 500_00 }], school);
    expect(answer.totals.awardedCents).toBe(33_500_00);
    const expensive = estimate([travel, { category: "exceptional", costCents: 1_000_00 }], school);
    expect(expensive.findings.map(({ rule }) => rule)).toEqual(["grant_ceiling", "expensive_travel_outside"]);
  });
});

describe("lump sums from 2022 (CYF-220-25, AF-220WP)", () => {
  const call: Partial<GrantInput> = { action: "KA220-SCH", callYear: 2025, durationMonths: 24 };
  const packages = (management: number, other: number): GrantItem[] => [
    { category: "work_package", number: 1, management: true, amountCents: management },
    { category: "work_package", number: 2, management: false, amountCents: other },
  ];

  it("uses the amounts of the call", () => {
    expect(amounts([{ category: "lump_sum", amountCents: 250_000_00 }], call)).toEqual([[250_000_00, 250_000_00]]);
    expect(rules([{ category: "lump_sum", amountCents: 260_000_00 }], call)).toContain("grant_lump_sum");
  });

  it("allows a fifth for management", () => {
    expect(amounts(packages(24_000_00, 96_000_00), call)).toEqual([
      [24_000_00, 24_000_00],
      [96_000_00, 96_000_00],
    ]);
    expect(amounts(packages(30_000_00, 90_000_00), call)[0]).toEqual([30_000_00, 24_000_00]);
    expect(rules(packages(30_000_00, 90_000_00), call)).toContain("management_share");
  });

  it("counts the amounts of the work packages once", () => {
    const items = [{ category: "lump_sum", amountCents: 120_000_00 } as const, ...packages(20_000_00, 90_000_00)];
    expect(estimate(items, call).totals.awardedCents).toBe(120_000_00);
    expect(rules(items, call)).toContain("work_packages_under");
    const over = [{ category: "lump_sum", amountCents: 120_000_00 } as const, ...packages(20_000_00, 190_000_00)];
    expect(rules(over, call)).toContain("work_packages_over");
  });

  it("pays no unit costs", () => {
    expect(rules([{ category: "management" }], call)).toContain("category_not_in_action");
  });
});

describe("a new call year needs only data", () => {
  it("estimates and checks a fictitious call without new code", () => {
    const costs = unitCostTables.find(({ from }) => from === 2020);
    const cooperation = editions.find((one) => one.action === "KA202" && one.to === 2020);
    if (!costs || !cooperation) throw new Error("the call of 2020 is missing");
    const call = 2029;
    const years = { from: call, to: call };
    const known = [...editions, { ...cooperation, ...years, action: "KA999" }];
    const data = {
      ...grantData,
      editions: known,
      unitCosts: [
        { ...costs, ...years, actions: ["KA999"], management: { ...costs.management, coordinatorCents: 600_00 } },
      ],
      bands: bandTables.map((table) => ({ ...table, ...years })),
    };
    const organisations = aConsortium("ES:vet IT:vet GR:vet");
    const input = { action: "KA999", callYear: call, durationMonths: 12, organisations };
    const answer = estimateGrant({ ...input, items: [{ category: "management" }] }, data);
    expect(answer.totals.awardedCents).toBe(12 * (600_00 + 2 * 250_00));
    expect(checkEligibility(input, known).verdict).toBe("eligible");
    expect(checkEligibility(input).verdict).toBe("not_eligible");
  });
});

describe("small-scale partnerships", () => {
  it("have activities instead of work packages, and no rules about them", () => {
    const found = rules(
      [
        { category: "lump_sum", amountCents: 60_000_00 },
        { category: "work_package", number: 1, management: true, amountCents: 10_000_00 },
      ],
      { action: "KA210-SCH", callYear: 2024, durationMonths: 12 },
    );
    expect(found).toEqual(["grant_lump_sum", "category_not_in_action"]);
  });
});
