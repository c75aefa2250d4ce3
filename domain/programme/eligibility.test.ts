import { describe, expect, it } from "vitest";
import { aConsortium } from "./a-consortium";
import { checkEligibility, standingOf, type EligibilityInput, type Verdict } from "./eligibility";

type Case = [what: string, consortium: string, expected: Verdict, rule?: string, more?: Partial<EligibilityInput>];

function table(
  action: string,
  callYear: number,
  source: string,
  cases: readonly Case[],
  base?: Partial<EligibilityInput>,
) {
  describe(`${action} ${String(callYear)}${base?.strand ? ` ${base.strand}` : ""} (${source})`, () => {
    it.each(cases)("%s: %s → %s", (_, consortium, expected, rule, more) => {
      const input = { action, callYear, organisations: aConsortium(consortium), ...base, ...more };
      const { verdict, findings } = checkEligibility(input);
      const blocking = findings.filter(({ severity }) => severity !== "ok").map((finding) => finding.rule);
      expect({ verdict, blocking }).toMatchObject({ verdict: expected });
      if (rule) expect(blocking).toContain(rule);
    });
  });
}

const three = "ES:adu IT:ngo GR:ngo";

describe("Strategic Partnerships, 2014 to 2020", () => {
  table("KA200", 2014, "SRC-NA, GUIDE20", [
    ["three from three", three, "eligible", undefined, { durationMonths: 24 }],
    ["two countries", "ES:adu ES:ngo GR:ngo", "not_eligible", "min_countries"],
    ["too short, only recalled", three, "check", "duration", { durationMonths: 12 }],
  ]);
  table("KA200", 2015, "rules table: 2014 only", [["not any more", three, "not_eligible", "action_not_in_year"]]);
  table("KA201", 2019, "SRC-NA, HIBE, SK-226, UK-SCH", [
    [
      "three from three",
      "ES:sch IT:sch GR:ngo",
      "eligible",
      undefined,
      { durationMonths: 24, requestedGrantCents: 300_000_00 },
    ],
    [
      "over 12,500 a month",
      "ES:sch IT:sch GR:ngo",
      "not_eligible",
      "grant_ceiling",
      { durationMonths: 24, requestedGrantCents: 300_000_01 },
    ],
    ["too long", "ES:sch IT:sch GR:ngo", "not_eligible", "duration", { durationMonths: 37 }],
    ["two authorities with school and local body", "ES:aut ES:sch ES:ngo IT:aut IT:sch IT:ent", "eligible"],
    ["authorities without a local body in Italy", "ES:aut ES:sch ES:ngo IT:aut IT:sch", "not_eligible"],
    ["coordinator from a partner country", "UA:sch IT:sch GR:ngo ES:ngo", "not_eligible", "coordinator_from"],
    ["partner country counts for nothing", "ES:sch IT:sch UA:ngo", "not_eligible", "min_organisations"],
    ["partner country beside three", "ES:sch IT:sch GR:ngo UA:ngo", "eligible", "added_value"],
    ["Switzerland does not count", "ES:sch IT:sch CH:ngo", "not_eligible", "min_countries"],
    ["the United Kingdom counts", "ES:sch IT:sch UK:ngo", "eligible"],
    ["associated partners do not count", "ES:sch IT:sch GR:ngo?", "not_eligible", "min_organisations"],
  ]);
  table("KA201", 2015, "ELENA18: 24 or 36 months; IT-205: no kinds before 2016", [
    ["24 months", three, "eligible", undefined, { durationMonths: 24, kind: "exchange" }],
    ["30 months", three, "not_eligible", "duration_only", { durationMonths: 30 }],
  ]);
  table("KA202", 2018, "SRC-NA, IT-CTRY", [
    ["three from three", "DE:vet AT:vet PL:ent", "eligible", undefined, { durationMonths: 12 }],
    ["Serbia before 2019 is a partner country", "DE:vet AT:vet RS:ent", "not_eligible", "min_countries"],
    ["shorter than a year", "DE:vet AT:vet PL:ent", "not_eligible", "duration", { durationMonths: 11 }],
  ]);
  table("KA202", 2019, "IT-CTRY", [["Serbia from 2019", "DE:vet AT:vet RS:ent", "eligible"]]);
  table("KA203", 2017, "EC-SP, CUNI", [
    ["innovation", "DE:hei AT:hei PL:hei", "eligible", "charter", { kind: "innovation", durationMonths: 24 }],
    ["exchange of practices", "DE:hei AT:hei PL:hei", "not_eligible", "kind", { kind: "exchange" }],
    ["12 months", "DE:hei AT:hei PL:hei", "not_eligible", "duration", { durationMonths: 12 }],
  ]);
  table("KA204", 2016, "SRC-NA, UARCTIC", [
    ["three from three", three, "eligible", undefined, { kind: "exchange", durationMonths: 36 }],
    ["two organisations", "ES:adu IT:ngo", "not_eligible", "min_organisations"],
  ]);
  table("KA205", 2018, "ELENA18, ORMA20", [
    ["two from two", "ES:you IT:you", "eligible", undefined, { durationMonths: 6 }],
    ["two from one", "ES:you ES:you", "not_eligible", "min_countries"],
    ["five months", "ES:you IT:you", "not_eligible", "duration", { durationMonths: 5 }],
  ]);
  table("KA219", 2016, "PL-SEP, SK-226; the length only recalled", [
    ["two schools", "ES:sch IT:sch", "eligible", undefined, { durationMonths: 24, requestedGrantCents: 300_000_00 }],
    ["two schools of one country", "ES:sch ES:sch", "not_eligible", "min_countries"],
    ["a school of a partner country", "ES:sch IT:sch UA:sch", "not_eligible", "third_countries_none"],
    ["eleven months, only recalled", "ES:sch IT:sch", "check", "duration", { durationMonths: 11 }],
    ["a school and an NGO", "ES:sch IT:ngo", "not_eligible", "only_types"],
  ]);
  table("KA219", 2018, "rules table: 2014 to 2017", [
    ["replaced by KA229", "ES:sch IT:sch", "not_eligible", "action_not_in_year"],
  ]);
  table("KA229", 2019, "RS-SEP, SK-347, IT-229", [
    [
      "two schools",
      "ES:sch IT:sch",
      "eligible",
      undefined,
      { kind: "exchange", durationMonths: 12, requestedGrantCents: 33_000_00 },
    ],
    [
      "over 16,500 per school and year",
      "ES:sch IT:sch",
      "not_eligible",
      "grant_ceiling",
      { durationMonths: 12, requestedGrantCents: 33_000_01 },
    ],
    ["six schools", "ES:sch IT:sch FR:sch DE:sch PL:sch RO:sch", "eligible"],
    ["seven schools", "ES:sch IT:sch FR:sch DE:sch PL:sch RO:sch GR:sch", "not_eligible", "max_organisations"],
    ["a school of a partner country", "ES:sch IT:sch UA:sch", "not_eligible", "third_countries_none"],
    ["36 months", "ES:sch IT:sch", "not_eligible", "duration", { durationMonths: 36 }],
    [
      "36 months with long-term mobility",
      "ES:sch IT:sch",
      "eligible",
      undefined,
      { durationMonths: 36, longTermPupilMobility: true },
    ],
    ["innovation", "ES:sch IT:sch", "not_eligible", "kind", { kind: "innovation" }],
  ]);
  table("KA226", 2020, "EPOS20, ENI-COVID", [
    [
      "three from three",
      "ES:sch IT:vet GR:hei",
      "eligible",
      undefined,
      { durationMonths: 24, requestedGrantCents: 300_000_00 },
    ],
    ["25 months", "ES:sch IT:vet GR:hei", "not_eligible", "duration", { durationMonths: 25 }],
    ["exchange", "ES:sch IT:vet GR:hei", "not_eligible", "kind", { kind: "exchange" }],
  ]);
  table("KA227", 2020, "EPOS20; youth exception ORMA20", [
    ["three from three", three, "eligible"],
    ["two from two: enough in youth only", "ES:you IT:you", "check", "min_organisations"],
    ["one country", "ES:you ES:ngo", "not_eligible", "min_countries"],
  ]);
  table("KA227", 2019, "extra call of 2020", [["one year early", three, "not_eligible", "action_not_in_year"]]);
});

describe("Alliances, 2014 to 2020", () => {
  const six = "DE:hei AT:hei PL:ent PL:ent DE:ngo AT:res";
  table("KNOWLEDGE_ALLIANCE", 2018, "EC-KA-p111, DAAD-KA", [
    ["six with two and two", six, "eligible", undefined, { durationMonths: 24, requestedGrantCents: 700_000_00 }],
    [
      "over the two-year grant",
      six,
      "not_eligible",
      "grant_ceiling",
      { durationMonths: 24, requestedGrantCents: 700_000_01 },
    ],
    ["three years, one million", six, "eligible", undefined, { durationMonths: 36, requestedGrantCents: 1_000_000_00 }],
    ["30 months", six, "not_eligible", "duration_only", { durationMonths: 30 }],
    ["one enterprise", "DE:hei AT:hei PL:ent PL:ngo DE:ngo AT:res", "not_eligible", "min_of_types"],
    ["five organisations", "DE:hei AT:hei PL:ent PL:ent DE:ngo", "not_eligible", "min_organisations"],
  ]);
  const trio = "vet ent pub";
  const trios = ["DE", "AT", "PL"].flatMap((country) => trio.split(" ").map((type) => `${country}:${type}`)).join(" ");
  table("SECTOR_SKILLS_ALLIANCE", 2015, "STAFFS, IT-AIUTO2", [
    ["three full trios", trios, "eligible", undefined, { durationMonths: 36 }],
    ["one trio incomplete", trios.replace("PL:pub", "PL:ent"), "not_eligible", "group_per_country"],
    ["a fourth country alone", `${trios} FR:vet`, "check", "group_incomplete"],
  ]);
  const lot2 = "DE:vet AT:vet PL:vet FR:ent ES:ent IT:ngo DE:ent AT:ent";
  table("SECTOR_SKILLS_ALLIANCE", 2019, "DEVON19", [
    ["eight of four countries", lot2, "eligible", undefined, { strand: "lot2" }],
    ["seven", lot2.replace(" AT:ent", ""), "not_eligible", "min_organisations", { strand: "lot2" }],
    ["no lot chosen", lot2, "check", "strand_missing"],
    [
      "the largest grant of lot 2 is too uncertain to judge by",
      lot2,
      "check",
      "check_guide",
      { strand: "lot2", requestedGrantCents: 9_000_000_00 },
    ],
    [
      "over four million in lot 3",
      lot2,
      "not_eligible",
      "grant_ceiling",
      { strand: "lot3", requestedGrantCents: 4_000_000_01 },
    ],
    ["lot 1: composition not confirmed", lot2, "check", "check_guide", { strand: "lot1" }],
    ["lot 1: a third country coordinates", `UA:vet ${lot2}`, "not_eligible", "coordinator_from", { strand: "lot1" }],
    ["lot 3: too few, but only recalled", lot2, "check", "min_organisations", { strand: "lot3" }],
    [
      "lot 3",
      "DE:vet AT:vet PL:vet FR:vet ES:vet IT:ent GR:ent PT:ent SE:ent FI:ent DE:ent AT:ent",
      "eligible",
      undefined,
      { strand: "lot3", durationMonths: 48 },
    ],
    ["a strand of another action", lot2, "not_eligible", "strand_unknown", { strand: "strand1" }],
  ]);
});

describe("Capacity building, 2014 to 2020", () => {
  const national = "DE:hei AT:hei PL:hei 3xUA:hei";
  table("CBHE", 2015, "RS-CBHE, CBHE-SL", [
    ["national", national, "eligible", undefined, { strand: "joint_national", durationMonths: 36 }],
    [
      "two institutions of the partner country",
      "DE:hei AT:hei 2xUA:hei",
      "not_eligible",
      "types_in_each_third_country",
      { strand: "joint_national" },
    ],
    [
      "below 500,000",
      national,
      "not_eligible",
      "grant_minimum",
      { strand: "joint_national", requestedGrantCents: 400_000_00 },
    ],
    [
      "two programme countries in 2015",
      "DE:hei AT:hei 3xUA:hei",
      "not_eligible",
      "min_countries",
      { strand: "joint_national" },
    ],
  ]);
  table("CBHE", 2018, "RS-CBHE, ATILIM, CBHE-SL", [
    [
      "two programme countries from 2017",
      "DE:hei AT:hei 3xUA:hei",
      "eligible",
      undefined,
      { strand: "joint_national" },
    ],
    ["multi-country", "DE:hei AT:hei 2xUA:hei 2xGE:hei", "eligible", undefined, { strand: "joint_multi_country" }],
    [
      "one partner country only",
      "DE:hei AT:hei 4xUA:hei",
      "not_eligible",
      "third_country_count",
      { strand: "joint_multi_country" },
    ],
    [
      "one institution: small systems only",
      "DE:hei AT:hei 2xUA:hei ME:hei",
      "check",
      "small_system",
      { strand: "joint_multi_country" },
    ],
    [
      "programme side too strong",
      "3xDE:hei 2xAT:hei 2xUA:hei 2xGE:hei",
      "not_eligible",
      "balance",
      { strand: "joint_multi_country" },
    ],
    [
      "Russia alone in its region",
      "DE:hei AT:hei 2xRU:hei 2xGE:hei",
      "eligible",
      undefined,
      { strand: "joint_multi_country" },
    ],
    [
      "a Russian applicant",
      "RU:hei RU:hei DE:hei AT:hei 2xGE:hei",
      "not_eligible",
      "coordinator_from",
      { strand: "joint_multi_country" },
    ],
    ["Russia alone", "DE:hei AT:hei 3xRU:hei", "not_eligible", "other_region_beside", { strand: "joint_national" }],
    [
      "one country of Latin America",
      "DE:hei AT:hei 3xBR:hei",
      "not_eligible",
      "min_countries_of_region",
      { strand: "joint_national" },
    ],
    ["Gulf states", "DE:hei AT:hei 2xQA:hei 2xGE:hei", "check", "third_countries", { strand: "joint_multi_country" }],
    [
      "structural with ministry",
      "DE:hei AT:hei 3xUA:hei UA:pub",
      "eligible",
      undefined,
      { strand: "structural_national" },
    ],
    [
      "structural without ministry",
      "DE:hei AT:hei 3xUA:hei",
      "not_eligible",
      "types_in_each_third_country",
      { strand: "structural_national" },
    ],
    [
      "structural of two countries, each with its ministry",
      "DE:hei AT:hei 2xUA:hei UA:pub 2xGE:hei GE:pub",
      "eligible",
      undefined,
      { strand: "structural_multi_country" },
    ],
    [
      "structural of two countries, one ministry missing",
      "DE:hei AT:hei 2xUA:hei UA:pub 2xGE:hei",
      "not_eligible",
      "types_in_each_third_country",
      { strand: "structural_multi_country" },
    ],
  ]);
  table("CB_YOUTH", 2017, "GR-CBY, ENI-CBY", [
    ["three of three countries", "ES:you IT:ngo GE:ngo", "eligible", undefined, { durationMonths: 9 }],
    ["no partner country", "ES:you IT:ngo GR:ngo", "not_eligible", "min_countries"],
    ["25 months", "ES:you IT:ngo GE:ngo", "not_eligible", "duration", { durationMonths: 25 }],
    ["over 150,000", "ES:you IT:ngo GE:ngo", "not_eligible", "grant_ceiling", { requestedGrantCents: 150_000_01 }],
  ]);
});

describe("the severity of a finding", () => {
  const standings = (action: string, callYear: number, consortium: string) =>
    checkEligibility({ action, callYear, organisations: aConsortium(consortium) }).findings.map((finding) => [
      finding.rule,
      standingOf(finding),
    ]);

  it("separates reminders from refusals and open questions", () => {
    expect(standings("KA203", 2019, "ES:hei FR:hei IT:hei")).toContainEqual(["charter", "reminder"]);
    expect(standings("KA203", 2019, "ES:hei FR:hei US:hei")).toContainEqual(["min_organisations", "missing"]);
    expect(standings("KA203", 2019, "ES:hei FR:hei US:hei")).toContainEqual(["added_value", "quality"]);
    expect(standings("KA227", 2020, "ES:you FR:you")).toContainEqual(["min_organisations", "open"]);
    expect(standings("SECTOR_SKILLS_ALLIANCE", 2018, "ES:vet")).toContainEqual(["strand_missing", "open"]);
  });
});
