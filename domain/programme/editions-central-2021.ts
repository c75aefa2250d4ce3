import { unsure, verified } from "./certainty";
import type { AwardCriteria, Check, Edition } from "./editions";
import type { OrganisationType } from "./vocabulary";

// Actions of the Executive Agency, calls 2021 to 2027, except capacity building.

const proven = verified("PG25", [2025, 2025]);

const educators: readonly OrganisationType[] = [
  "higher_education_institution",
  "vet_provider",
  "school",
  "adult_education",
];
const labourMarket: readonly OrganisationType[] = ["enterprise", "ngo", "other"];

// The known rules of these two say nothing about organisations of third countries, as partner or coordinator.
const thirdCountriesUnknown: Check = { rule: "third_countries", regions: "unknown", fact: unsure("GUIDE27") };

const base = {
  from: 2021,
  to: 2027,
  kinds: [],
  appliesTo: "executive_agency",
  applyFact: proven,
  fundingPercent: { percent: 80, fact: proven },
  categories: ["lump_sum", "work_package"],
} as const;

const allianceAward: AwardCriteria = {
  criteria: [
    { criterion: "relevance", max: 25, min: 13 },
    { criterion: "design", max: 30, min: 16 },
    { criterion: "partnership", max: 25, min: 13 },
    { criterion: "impact", max: 20, min: 11 },
  ],
  pass: 70,
  fact: proven,
};

function alliance(organisations: number, countries: number, perSide: number): readonly Check[] {
  return [
    { rule: "min_organisations", count: organisations, where: "any", fact: proven },
    { rule: "min_countries", count: countries, where: "programme", fact: proven },
    {
      rule: "min_of_types",
      group: "labour_market",
      types: labourMarket,
      count: perSide,
      where: "any",
      fact: proven,
    },
    {
      rule: "min_of_types",
      group: "education_provider",
      types: educators,
      count: perSide,
      where: "any",
      fact: proven,
    },
    {
      rule: "min_of_types",
      group: "higher_education_institution",
      types: ["higher_education_institution"],
      count: 1,
      where: "any",
      fact: verified("PG25"),
    },
    {
      rule: "min_of_types",
      group: "vet_provider",
      types: ["vet_provider"],
      count: 1,
      where: "any",
      fact: verified("PG25"),
    },
    { rule: "coordinator_from", where: "programme", fact: proven },
  ];
}

export const centralEditions2021: readonly Edition[] = [
  {
    ...base,
    action: "ALLIANCE_EDUCATION_ENTERPRISE",
    fields: ["higher", "vet"],
    duration: { min: 24, max: 36, only: [24, 36], fact: proven },
    ceiling: {
      form: "by_duration",
      steps: [
        { months: 24, cents: 1_000_000_00 },
        { months: 36, cents: 1_500_000_00 },
      ],
      fact: verified("PACT", [2024, 2025]),
    },
    composition: [
      ...alliance(8, 4, 3),
      { rule: "third_countries", regions: ["1", "2", "3"], not: ["BY"], fact: proven },
    ],
    award: allianceAward,
  },
  {
    ...base,
    action: "ALLIANCE_BLUEPRINT",
    fields: ["vet", "higher"],
    duration: { min: 48, max: 48, only: [48], fact: proven },
    ceiling: { form: "range", minCents: 0, maxCents: 4_000_000_00, fact: proven },
    composition: [
      ...alliance(12, 8, 5),
      { rule: "third_countries", regions: "none", fact: proven },
      { rule: "pact_for_skills", fact: proven },
    ],
    award: allianceAward,
  },
  {
    ...base,
    action: "COVE",
    fields: ["vet"],
    duration: { min: 48, max: 48, only: [48], fact: proven },
    composition: [{ rule: "min_organisations", count: 8, where: "any", fact: proven }, thirdCountriesUnknown],
    award: {
      criteria: [
        { criterion: "relevance", max: 35, min: 18 },
        { criterion: "design", max: 25, min: 13 },
        { criterion: "partnership", max: 20, min: 11 },
        { criterion: "impact", max: 20, min: 11 },
      ],
      pass: 75,
      fact: proven,
    },
  },
  {
    ...base,
    action: "TEACHER_ACADEMY",
    fields: ["school"],
    duration: { min: 36, max: 36, only: [36], fact: proven },
    ceiling: { form: "range", minCents: 0, maxCents: 1_500_000_00, fact: proven },
    composition: [
      { rule: "min_organisations", count: 6, where: "any", fact: proven },
      { rule: "min_countries", count: 4, where: "programme", fact: proven },
      thirdCountriesUnknown,
      {
        rule: "min_of_types",
        group: "teacher_training",
        types: ["higher_education_institution"],
        count: 4,
        where: "any",
        doubtful: true,
        fact: proven,
      },
      {
        rule: "min_of_types",
        group: "further_training",
        types: [
          "higher_education_institution",
          "adult_education",
          "ngo",
          "enterprise",
          "public_authority",
          "school_authority",
          "research",
          "other",
        ],
        count: 1,
        where: "any",
        doubtful: true,
        fact: proven,
      },
      {
        rule: "min_of_types",
        group: "practice_school",
        types: ["school", "vet_provider"],
        count: 1,
        where: "any",
        fact: proven,
      },
    ],
    award: { criteria: [], pass: 70, fact: proven },
  },
];
