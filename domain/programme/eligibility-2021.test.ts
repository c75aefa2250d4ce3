import { describe, expect, it } from "vitest";
import { aConsortium } from "./a-consortium";
import { checkEligibility, type EligibilityInput, type Verdict } from "./eligibility";

type Case = [what: string, consortium: string, expected: Verdict, rule?: string, more?: Partial<EligibilityInput>];

function table(action: string, callYear: number, source: string, cases: readonly Case[]) {
  describe(`${action} ${String(callYear)} (${source})`, () => {
    it.each(cases)("%s: %s → %s", (_, consortium, expected, rule, more) => {
      const { verdict, findings } = checkEligibility({
        action,
        callYear,
        organisations: aConsortium(consortium),
        ...more,
      });
      const blocking = findings.filter(({ severity }) => severity !== "ok").map((finding) => finding.rule);
      expect({ verdict, blocking }).toMatchObject({ verdict: expected });
      if (rule) expect(blocking).toContain(rule);
    });
  });
}

describe("Partnerships for Cooperation", () => {
  const three = "ES:adu IT:ngo EL:ngo";
  for (const action of ["KA220-ADU", "KA220-HED", "KA220-SCH", "KA220-VET", "KA220-YOU"]) {
    table(action, 2025, "CYF-220-25, CY-220, PG25 p.247-255", [
      ["three from three", three, "eligible", undefined, { durationMonths: 12, requestedGrantCents: 250_000_00 }],
      ["two countries", "ES:adu ES:ngo EL:ngo", "not_eligible", "min_countries"],
      ["no lump sum of the call", three, "not_eligible", "grant_lump_sum", { requestedGrantCents: 200_000_00 }],
      ["37 months", three, "not_eligible", "duration", { durationMonths: 37 }],
      ["Ukraine as fourth", `${three} UA:ngo`, "eligible", "added_value"],
      ["Belarus", `${three} BY:ngo`, "not_eligible", "third_countries"],
      ["Brazil", `${three} BR:ngo`, "not_eligible", "third_countries"],
      ["Brazil as associated partner", `${three} BR:ngo?`, "eligible"],
      ["the United Kingdom does not count", "ES:adu IT:ngo UK:ngo", "not_eligible", "min_organisations"],
      ["Ukraine cannot coordinate", "UA:ngo ES:adu IT:ngo EL:ngo", "not_eligible", "coordinator_from"],
    ]);
  }
  table("KA220-SCH", 2023, "regions 1 to 3 are proven from 2025 on", [
    ["Brazil", `${three} BR:ngo`, "eligible", "added_value"],
    ["40 months, not proven for 2023", three, "check", "duration", { durationMonths: 40 }],
  ]);
  table("KA220-SCH", 2027, "GOVUK-26, MOV-25", [
    ["the United Kingdom counts", "ES:adu IT:ngo UK:ngo", "eligible"],
    ["Switzerland: not settled", "ES:adu IT:ngo CH:ngo", "check", "min_organisations"],
  ]);
  for (const action of ["KA210-ADU", "KA210-SCH", "KA210-VET", "KA210-YOU"]) {
    table(action, 2024, "CYF-210-25, CY-210", [
      ["two from two", "ES:adu IT:ngo", "eligible", undefined, { durationMonths: 6, requestedGrantCents: 30_000_00 }],
      ["one country", "ES:adu ES:ngo", "not_eligible", "min_countries"],
      ["25 months", "ES:adu IT:ngo", "not_eligible", "duration", { durationMonths: 25 }],
      ["a third country", "ES:adu IT:ngo UA:ngo", "not_eligible", "third_countries_none"],
      ["45,000", "ES:adu IT:ngo", "not_eligible", "grant_lump_sum", { requestedGrantCents: 45_000_00 }],
    ]);
  }
  table("KA210-HED", 2024, "SRC-NA: no higher education", [
    ["does not exist", "ES:hei IT:hei", "not_eligible", "action_unknown"],
  ]);
  it.each([
    ["2020-01-31", "eligible"],
    ["2023-06-01", "check"],
    ["2024-02-01", "not_eligible"],
  ])("with a coordinator founded on %s: %s", (foundedOn, verdict) => {
    const organisations = aConsortium(three).map((one) => (one.role === "coordinator" ? { ...one, foundedOn } : one));
    expect(checkEligibility({ action: "KA220-ADU", callYear: 2025, organisations }).verdict).toBe(verdict);
  });
});

describe("Actions of the Executive Agency, PG25", () => {
  const eight = "DE:hei AT:vet PL:vet FR:ent ES:ent IT:ngo DE:ent AT:hei";
  table("ALLIANCE_EDUCATION_ENTERPRISE", 2025, "p.316", [
    [
      "eight of four countries",
      eight,
      "eligible",
      undefined,
      { durationMonths: 24, requestedGrantCents: 1_000_000_00 },
    ],
    ["no VET provider", eight.replace("AT:vet PL:vet", "AT:hei PL:hei"), "not_eligible", "min_of_types"],
    ["seven", eight.replace(" AT:hei", ""), "not_eligible", "min_organisations"],
    [
      "1.5 million for 24 months",
      eight,
      "not_eligible",
      "grant_ceiling",
      { durationMonths: 24, requestedGrantCents: 1_500_000_00 },
    ],
    [
      "1.5 million for 36 months",
      eight,
      "eligible",
      undefined,
      { durationMonths: 36, requestedGrantCents: 1_500_000_00 },
    ],
  ]);
  const twelve = "DE:hei AT:vet PL:vet FR:hei ES:vet IT:ent GR:ent PT:ent SE:ngo FI:ent DE:ent AT:ent";
  table("ALLIANCE_BLUEPRINT", 2025, "p.318-321", [
    [
      "twelve of eight countries",
      twelve,
      "eligible",
      undefined,
      { durationMonths: 48, requestedGrantCents: 4_000_000_00 },
    ],
    ["a third country as partner", `${twelve} UA:ent`, "not_eligible", "third_countries_none"],
    ["members of the Pact for Skills only", twelve, "eligible", "pact_for_skills"],
    ["eleven", twelve.replace(" AT:ent", ""), "not_eligible", "min_organisations"],
    ["36 months", twelve, "not_eligible", "duration_only", { durationMonths: 36 }],
  ]);
  table("COVE", 2025, "p.265-281", [
    ["eight applicants", eight, "eligible", undefined, { durationMonths: 48 }],
    ["seven applicants", eight.replace(" AT:hei", ""), "not_eligible", "min_organisations"],
  ]);
  for (const action of ["COVE", "TEACHER_ACADEMY"]) {
    const six = "DE:hei AT:hei PL:hei FR:hei DE:sch AT:adu ES:sch IT:hei";
    table(action, 2025, "no page of the guide that was read speaks of third countries", [
      ["a coordinator from Brazil", `BR:hei ${six}`, "check", "check_guide"],
      ["a partner from Brazil", `${six} BR:hei`, "check", "check_guide"],
      ["an associated partner from Brazil", `${six} BR:hei?`, "eligible"],
    ]);
  }
  table("COVE", 2023, "proven for 2025 only", [["seven", eight.replace(" AT:hei", ""), "check", "min_organisations"]]);
  table("TEACHER_ACADEMY", 2025, "p.282-295", [
    [
      "six of four countries",
      "DE:hei AT:hei PL:hei FR:hei DE:sch AT:adu",
      "eligible",
      undefined,
      { durationMonths: 36 },
    ],
    ["no practice school", "DE:hei AT:hei PL:hei FR:hei DE:ngo AT:adu", "not_eligible", "min_of_types"],
    ["three countries", "DE:hei AT:hei PL:hei DE:hei DE:sch AT:adu", "not_eligible", "min_countries"],
    [
      "training institutes cannot be told by type",
      "DE:hei AT:hei PL:hei FR:oth DE:sch AT:adu",
      "check",
      "types_unclear",
    ],
  ]);
});

describe("Capacity building, PG25", () => {
  const national = "DE:hei AT:hei 2xUA:hei";
  for (const strand of ["strand1", "strand2"] as const) {
    table("CBHE", 2025, `p.343-344, ${strand}`, [
      ["national", national, "eligible", undefined, { strand, durationMonths: 24, requestedGrantCents: 400_000_00 }],
      ["national in region 1", "DE:hei AT:hei 2xAL:hei", "not_eligible", "national_regions", { strand }],
      ["multi-country with region 1", "DE:hei AT:hei 2xAL:hei 2xUA:hei", "eligible", undefined, { strand }],
      ["one programme country", "2xDE:hei 2xUA:hei", "not_eligible", "min_countries", { strand }],
      ["an enterprise as coordinator", "DE:ent DE:hei AT:hei 3xUA:hei", "not_eligible", "coordinator_type", { strand }],
      ["a region not open", "DE:hei AT:hei 2xJP:hei", "not_eligible", "third_countries", { strand }],
    ]);
  }
  table("CBHE", 2025, "p.346-347, strand 3", [
    [
      "with the ministry",
      "DE:hei AT:hei 2xUA:hei UA:pub",
      "eligible",
      undefined,
      { strand: "strand3", durationMonths: 48 },
    ],
    ["without the ministry", national, "not_eligible", "types_in_each_third_country", { strand: "strand3" }],
    ["Syria", "DE:hei AT:hei 2xSY:hei SY:pub", "not_eligible", "third_countries", { strand: "strand3" }],
    [
      "24 months",
      "DE:hei AT:hei 2xUA:hei UA:pub",
      "not_eligible",
      "duration_only",
      { strand: "strand3", durationMonths: 24 },
    ],
  ]);
  table("CB_VET", 2025, "EC-CBVET, PG25 p.360-366", [
    ["two and two", "DE:vet AT:vet 2xAL:vet", "eligible", undefined, { durationMonths: 24 }],
    ["programme side too strong", "2xDE:vet AT:vet 2xAL:vet", "not_eligible", "balance"],
    ["two regions", "DE:vet AT:vet AL:vet UA:vet", "not_eligible", "one_region"],
    ["no VET provider", "DE:ngo AT:ngo 2xAL:ngo", "not_eligible", "min_of_types"],
    ["an NGO may be a VET body as coordinator", "DE:ngo AT:vet 2xAL:vet", "check", "coordinator_type_unclear"],
    ["Central Asia", "DE:vet AT:vet 2xUZ:vet", "not_eligible", "third_countries"],
    ["over 400,000", "DE:vet AT:vet 2xAL:vet", "not_eligible", "grant_ceiling", { requestedGrantCents: 400_000_01 }],
    ["30 months", "DE:vet AT:vet 2xAL:vet", "not_eligible", "duration_only", { durationMonths: 30 }],
  ]);
  table("CB_YOUTH", 2022, "IE-CBY22", [
    ["two and two", "DE:you AT:you 2xAL:you", "eligible"],
    ["one programme country", "DE:you DE:you 2xAL:you BA:you", "not_eligible", "min_countries"],
  ]);
  table("CB_YOUTH", 2025, "PG25 p.369-375", [
    ["one and three of one region", "DE:you AL:you AL:ngo BA:you", "eligible"],
    ["one third country", "DE:you AT:you AL:you AL:ngo", "not_eligible", "min_countries"],
    ["450,000 in region 9", "DE:you DE:ngo KE:you GH:ngo", "eligible", undefined, { requestedGrantCents: 450_000_00 }],
    [
      "450,000 in region 1",
      "DE:you AL:you AL:ngo BA:you",
      "not_eligible",
      "grant_ceiling",
      { requestedGrantCents: 450_000_00 },
    ],
    [
      "below 100,000: known from an earlier call only",
      "DE:you AL:you AL:ngo BA:you",
      "check",
      "grant_minimum",
      { requestedGrantCents: 99_999_99 },
    ],
    ["a coordinator from Kenya", "KE:you DE:you KE:you GH:ngo", "not_eligible", "coordinator_from"],
  ]);
  table("CB_SPORT", 2025, "PG25 p.379-383, CYF-CBSport", [
    [
      "two and two",
      "DE:ngo AT:ngo 2xAL:ngo",
      "eligible",
      undefined,
      { durationMonths: 12, requestedGrantCents: 200_000_00 },
    ],
    ["three from the Union", "DE:ngo AT:ngo FR:ngo 3xAL:ngo", "not_eligible", "max_programme_organisations"],
    ["both regions", "DE:ngo AT:ngo AL:ngo UA:ngo", "not_eligible", "one_region"],
    ["an enterprise as coordinator", "DE:ent AT:ngo 2xAL:ngo", "not_eligible", "coordinator_type"],
  ]);
});
