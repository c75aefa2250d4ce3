import { recalled, secondary, unsure, verified, type Fact } from "./certainty";
import type { AwardCriteria, Ceiling, Check, Edition } from "./editions";
import type { OrganisationType } from "./vocabulary";

// Knowledge Alliances and Sector Skills Alliances, calls 2014 to 2020.

const universities: readonly OrganisationType[] = ["higher_education_institution"];
const educators: readonly OrganisationType[] = [
  "vet_provider",
  "higher_education_institution",
  "school",
  "adult_education",
];
const sector: readonly OrganisationType[] = ["enterprise", "research", "ngo", "other"];
const regulators: readonly OrganisationType[] = ["public_authority", "school_authority"];

const award: AwardCriteria = {
  criteria: [
    { criterion: "relevance", max: 25, min: 13 },
    { criterion: "design", max: 30, min: 16 },
    { criterion: "team", max: 25, min: 13 },
    { criterion: "impact_dissemination", max: 20, min: 11 },
  ],
  pass: 70,
  fact: recalled(),
};

const twoSteps = (shorter: number, longer: number, fact: Fact): Ceiling => ({
  form: "by_duration",
  steps: [
    { months: 24, cents: shorter },
    { months: 36, cents: longer },
  ],
  fact,
});

const twoOrThreeYears = (fact: Fact) => ({ min: 24, max: 36, only: [24, 36], fact });
const fourYears = (fact: Fact) => ({ min: 48, max: 48, only: [48], fact });

const base = {
  appliesTo: "executive_agency",
  applyFact: verified("EC-KA"),
  kinds: [],
  categories: ["travel", "individual_support", "special_needs", "exceptional"],
  award,
} as const;

const skillsAlliance = {
  ...base,
  action: "SECTOR_SKILLS_ALLIANCE",
  applyFact: verified("EC-SSA"),
  fields: ["vet"],
} as const;

const coordinator: Check = { rule: "coordinator_from", where: "programme", fact: secondary("IT-AIUTO2") };
const addedValue: Check = { rule: "added_value", sinks: "project", fact: secondary("DEVON19") };

export const allianceEditions: readonly Edition[] = [
  {
    ...base,
    action: "KNOWLEDGE_ALLIANCE",
    from: 2014,
    to: 2020,
    fields: ["higher"],
    duration: twoOrThreeYears(verified("EC-KA-p111")),
    ceiling: twoSteps(700_000_00, 1_000_000_00, verified("DAAD-KA")),
    composition: [
      { rule: "min_organisations", count: 6, where: "programme", independent: true, fact: verified("EC-KA-p111") },
      { rule: "min_countries", count: 3, where: "programme", fact: verified("EC-KA-p111") },
      {
        rule: "min_of_types",
        group: "higher_education_institution",
        types: universities,
        count: 2,
        where: "programme",
        independent: true,
        fact: verified("EC-KA-p111"),
      },
      {
        rule: "min_of_types",
        group: "enterprise",
        types: ["enterprise"],
        count: 2,
        where: "programme",
        independent: true,
        fact: verified("EC-KA-p111"),
      },
      { rule: "coordinator_from", where: "programme", fact: verified("EC-KA-p111") },
      { rule: "added_value", sinks: "project", fact: verified("EC-KA-p111") },
      { rule: "charter", fact: verified("EC-KA-p111") },
    ],
  },
  {
    ...skillsAlliance,
    from: 2014,
    to: 2016,
    duration: twoOrThreeYears(secondary("IT-AIUTO2")),
    ceiling: twoSteps(700_000_00, 1_000_000_00, secondary("IT-AIUTO2")),
    composition: [
      { rule: "min_organisations", count: 9, where: "programme", fact: secondary("STAFFS") },
      { rule: "min_countries", count: 3, where: "programme", fact: secondary("STAFFS") },
      {
        rule: "group_per_country",
        groups: [
          { group: "vet_provider", types: ["vet_provider"] },
          { group: "sector_body", types: sector },
          { group: "regulator", types: regulators },
        ],
        countries: 3,
        where: "programme",
        fact: secondary("STAFFS"),
      },
      coordinator,
    ],
  },
  {
    ...skillsAlliance,
    from: 2017,
    to: 2018,
    strand: "lot1",
    duration: twoOrThreeYears(secondary("ENI-SSA18")),
    ceiling: twoSteps(330_000_00, 500_000_00, recalled()),
    composition: [{ rule: "check_guide", about: "composition", fact: unsure() }, coordinator],
  },
  {
    ...skillsAlliance,
    from: 2019,
    to: 2019,
    strand: "lot1",
    duration: { min: 24, max: 24, only: [24], fact: secondary("ENI-SSA19") },
    ceiling: { form: "range", minCents: 0, maxCents: 1_000_000_00, fact: secondary("ENI-SSA19") },
    composition: [{ rule: "check_guide", about: "composition", fact: unsure() }, coordinator],
  },
  {
    ...skillsAlliance,
    from: 2020,
    to: 2020,
    strand: "lot1",
    duration: { min: 24, max: 48, fact: recalled() },
    composition: [{ rule: "check_guide", about: "lot", fact: unsure() }, coordinator],
  },
  {
    ...skillsAlliance,
    from: 2017,
    to: 2020,
    strand: "lot2",
    duration: twoOrThreeYears(secondary("ENI-SSA18")),
    ceiling: twoSteps(700_000_00, 1_000_000_00, unsure()),
    composition: [
      { rule: "min_organisations", count: 8, where: "programme", fact: secondary("DEVON19") },
      { rule: "min_countries", count: 4, where: "programme", fact: secondary("DEVON19") },
      {
        rule: "min_of_types",
        group: "education_provider",
        types: educators,
        count: 3,
        where: "programme",
        fact: secondary("DEVON19"),
      },
      {
        rule: "min_of_types",
        group: "sector_body",
        types: sector,
        count: 3,
        where: "programme",
        fact: secondary("DEVON19"),
      },
      coordinator,
      addedValue,
    ],
  },
  {
    ...skillsAlliance,
    from: 2017,
    to: 2020,
    strand: "lot3",
    duration: fourYears(secondary("ENI-SSA18")),
    ceiling: { form: "range", minCents: 0, maxCents: 4_000_000_00, fact: secondary("DEVON19") },
    composition: [
      { rule: "min_organisations", count: 12, where: "programme", fact: recalled() },
      { rule: "min_countries", count: 8, where: "programme", fact: recalled() },
      {
        rule: "min_of_types",
        group: "education_provider",
        types: educators,
        count: 5,
        where: "programme",
        fact: recalled(),
      },
      { rule: "min_of_types", group: "sector_body", types: sector, count: 5, where: "programme", fact: recalled() },
      coordinator,
      addedValue,
    ],
  },
];
