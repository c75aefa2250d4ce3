import { recalled, secondary, verified, type Fact } from "./certainty";
import type { AwardCriteria, Check, Edition } from "./editions";
import { organisationTypes, type OrganisationType, type Strand } from "./vocabulary";

// Capacity building in higher education, VET, youth and sport, calls 2021 to 2027.

const proven = verified("PG25", [2025, 2025]);
const universities: readonly OrganisationType[] = ["higher_education_institution"];
const hei = { group: "higher_education_institution", types: universities } as const;

const halves = (relevance: number, design: number, partnership: number, impact: number): AwardCriteria => ({
  criteria: Object.entries({ relevance, design, partnership, impact }).map(([criterion, max]) => ({
    criterion,
    max,
    min: max / 2,
  })),
  pass: 60,
  fact: proven,
});

const base = {
  from: 2021,
  to: 2027,
  kinds: [],
  appliesTo: "executive_agency",
  applyFact: proven,
  categories: ["lump_sum", "work_package"],
} as const;

const higherRegions = ["1", "2", "3", "5a", "6", "7a", "8a", "9", "10", "11"];

const higherCommon: readonly Check[] = [
  { rule: "min_countries", count: 2, where: "programme", types: universities, fact: proven },
  { rule: "third_country_count", count: 1, fact: proven },
  { rule: "types_in_each_third_country", ...hei, count: 2, fact: proven },
  { rule: "balance", fact: proven },
  { rule: "coordinator_type", types: universities, doubtful: ["ngo", "other"], fact: proven },
];

const fostering: readonly Check[] = [
  ...higherCommon,
  { rule: "third_countries", regions: higherRegions, not: ["BY"], fact: proven },
  { rule: "national_regions", regions: ["2", "3", "5a", "6", "7a", "8a", "9"], fact: proven },
];

const structural: readonly Check[] = [
  ...higherCommon,
  {
    rule: "types_in_each_third_country",
    group: "ministry",
    types: ["public_authority"],
    count: 1,
    fact: proven,
  },
  { rule: "third_countries", regions: higherRegions, not: ["BY", "SY"], fact: proven },
];

function higher(
  strand: Strand,
  composition: readonly Check[],
  months: readonly number[],
  minCents: number,
  maxCents: number,
): Edition {
  return {
    ...base,
    action: "CBHE",
    strand,
    fields: ["higher"],
    duration: { min: Math.min(...months), max: Math.max(...months), only: months, fact: proven },
    ceiling: { form: "range", minCents, maxCents, fact: proven },
    fundingPercent: { percent: 90, fact: proven },
    shares: [
      { heading: "equipment", percent: 35, fact: proven },
      { heading: "subcontracting", percent: 10, fact: proven },
    ],
    composition,
    award: halves(30, 30, 20, 20),
  };
}

const vetFact = verified("EC-CBVET");

const youthCoordinator: Check = {
  rule: "coordinator_type",
  types: ["youth_organisation", "ngo", "public_authority", "school_authority"],
  doubtful: ["other", "adult_education"],
  fact: proven,
};

const atLeast = (count: number, countries: number, fact: Fact): readonly Check[] => [
  { rule: "min_organisations", count, where: "any", fact },
  { rule: "min_countries", count: countries, where: "any", fact },
];

export const capacityEditions2021: readonly Edition[] = [
  higher("strand1", fostering, [24, 36], 200_000_00, 400_000_00),
  higher("strand2", fostering, [24, 36], 400_000_00, 800_000_00),
  higher("strand3", structural, [36, 48], 600_000_00, 1_000_000_00),
  {
    ...base,
    action: "CB_VET",
    fields: ["vet"],
    duration: { min: 24, max: 36, only: [24, 36], fact: proven },
    ceiling: { form: "range", minCents: 100_000_00, maxCents: 400_000_00, fact: vetFact },
    fundingPercent: { percent: 80, fact: vetFact },
    composition: [
      ...atLeast(4, 3, vetFact),
      { rule: "min_countries", count: 2, where: "programme", fact: vetFact },
      { rule: "min_organisations", count: 2, where: "third", fact: vetFact },
      { rule: "min_of_types", group: "vet_provider", types: ["vet_provider"], count: 1, where: "any", fact: proven },
      { rule: "balance", fact: proven },
      { rule: "one_region", fact: proven },
      {
        rule: "third_countries",
        regions: ["1", "2", "3", "9", "10", "11"],
        not: ["BY"],
        fact: verified("EC-CBVET", [2023, 2025]),
      },
      { rule: "coordinator_from", where: "programme", fact: proven },
      // The type of another body does not show whether it is active in VET.
      {
        rule: "coordinator_type",
        types: ["vet_provider"],
        doubtful: organisationTypes.filter((type) => type !== "vet_provider"),
        fact: proven,
      },
    ],
    award: halves(30, 30, 20, 20),
  },
  {
    ...base,
    action: "CB_YOUTH",
    to: 2024,
    fields: ["youth"],
    duration: { min: 12, max: 36, fact: recalled("GUIDE27") },
    ceiling: {
      form: "range",
      minCents: 100_000_00,
      maxCents: 300_000_00,
      fact: secondary("IE-CBY22", [2022, 2022]),
    },
    fundingPercent: { percent: 80, fact: recalled("GUIDE27") },
    composition: [
      ...atLeast(4, 3, secondary("IE-CBY22", [2022, 2022])),
      { rule: "min_organisations", count: 2, where: "third", fact: secondary("IE-CBY22", [2022, 2022]) },
      { rule: "min_countries", count: 2, where: "programme", fact: secondary("IE-CBY22", [2022, 2022]) },
    ],
  },
  {
    ...base,
    action: "CB_YOUTH",
    from: 2025,
    fields: ["youth"],
    duration: { min: 12, max: 36, fact: proven },
    ceiling: {
      form: "range",
      minCents: 100_000_00,
      maxCents: 300_000_00,
      ofRegion: { region: "9", maxCents: 450_000_00 },
      fact: proven,
    },
    // The guide of 2025 has only the maximum grant.
    minGrantFact: secondary("IE-CBY22", [2022, 2022]),
    fundingPercent: { percent: 80, fact: proven },
    composition: [
      { rule: "min_organisations", count: 4, where: "any", fact: proven },
      { rule: "min_organisations", count: 1, where: "programme", fact: proven },
      { rule: "min_countries", count: 2, where: "third", fact: proven },
      { rule: "one_region", fact: proven },
      { rule: "third_countries", regions: ["1", "2", "3", "9"], fact: proven },
      { rule: "coordinator_from", where: "any", regions: ["1", "2", "3"], not: ["AM", "AZ"], fact: proven },
      youthCoordinator,
    ],
    award: halves(30, 30, 20, 20),
  },
  {
    ...base,
    action: "CB_SPORT",
    fields: ["sport"],
    duration: { min: 12, max: 36, fact: proven },
    ceiling: {
      form: "range",
      minCents: 100_000_00,
      maxCents: 200_000_00,
      fact: verified("CYF-CBSPORT", [2025, 2025]),
    },
    fundingPercent: { percent: 80, fact: verified("CYF-CBSPORT", [2025, 2025]) },
    composition: [
      ...atLeast(4, 3, proven),
      { rule: "min_organisations", count: 1, where: "programme", fact: proven },
      { rule: "min_organisations", count: 2, where: "third", fact: proven },
      { rule: "max_programme_organisations", count: 2, fact: proven },
      { rule: "balance", fact: proven },
      { rule: "one_region", fact: proven },
      { rule: "third_countries", regions: ["1", "2"], not: ["BY"], fact: proven },
      { rule: "coordinator_from", where: "any", not: ["AM", "AZ", "BY"], fact: proven },
      {
        rule: "coordinator_type",
        types: [
          "ngo",
          "youth_organisation",
          "public_authority",
          "school",
          "higher_education_institution",
          "adult_education",
          "school_authority",
          "vet_provider",
        ],
        doubtful: ["other", "research"],
        fact: proven,
      },
    ],
    award: halves(30, 20, 20, 30),
  },
];
