import { recalled, unsure, verified, type Fact } from "./certainty";
import type { AwardCriteria, BudgetCategory, Check, Edition } from "./editions";
import type { Field } from "./vocabulary";

// Cooperation Partnerships (KA220) and Small-scale Partnerships (KA210), calls 2021 to 2027.

const fieldOf: Readonly<Record<string, Field>> = {
  ADU: "adult",
  HED: "higher",
  SCH: "school",
  VET: "vet",
  YOU: "youth",
};

const cooperationCriteria: AwardCriteria["criteria"] = [
  { criterion: "relevance", max: 25, min: 13 },
  { criterion: "design", max: 30, min: 15 },
  { criterion: "partnership", max: 20, min: 10 },
  { criterion: "impact", max: 25, min: 13 },
];

const smallScaleCriteria: AwardCriteria["criteria"] = [
  { criterion: "relevance", max: 30, min: 15 },
  { criterion: "design", max: 30, min: 15 },
  { criterion: "partnership", max: 20, min: 10 },
  { criterion: "impact", max: 20, min: 10 },
];

const proven2025 = verified("PG25", [2025, 2025]);

const cooperationBase: readonly Check[] = [
  { rule: "min_organisations", count: 3, where: "programme", fact: verified("CYF-220-25") },
  { rule: "min_countries", count: 3, where: "programme", fact: verified("CYF-220-25") },
  { rule: "coordinator_from", where: "programme", fact: verified("CY-220") },
  { rule: "coordinator_age", years: 2, fact: verified("CY-220", [2025, 2026]) },
  { rule: "added_value", sinks: "partner", fact: proven2025 },
  { rule: "charter", fact: proven2025 },
];

const wideWorld: Check = {
  rule: "third_countries",
  regions: "all",
  not: ["BY"],
  fact: verified("CY-220", [2025, 2026]),
};
const neighbourhood: Check = { rule: "third_countries", regions: ["1", "2", "3"], not: ["BY"], fact: proven2025 };

const unitCosts: readonly BudgetCategory[] = [
  "management",
  "meeting",
  "output_staff",
  "multiplier_event",
  "travel",
  "individual_support",
  "linguistic_support",
  "special_needs",
  "exceptional",
];

interface Stretch {
  from: number;
  to: number;
  pass: number;
  passFact: Fact;
}

const cooperationYears: readonly Stretch[] = [
  { from: 2021, to: 2021, pass: 60, passFact: recalled("GUIDE27") },
  { from: 2022, to: 2023, pass: 60, passFact: recalled("GUIDE27") },
  { from: 2024, to: 2024, pass: 70, passFact: recalled("GUIDE27") },
  { from: 2025, to: 2025, pass: 70, passFact: verified("PG25") },
  { from: 2026, to: 2027, pass: 70, passFact: unsure("GUIDE27") },
];

const common = { kinds: [], appliesTo: "national_agency" } as const;

function cooperation(suffix: string, field: Field): Edition[] {
  return cooperationYears.map((years): Edition => {
    const lumpSum: Pick<Edition, "ceiling" | "categories"> = {
      ceiling: {
        form: "lump_sums",
        cents: [120_000_00, 250_000_00, 400_000_00],
        fact: verified("CYF-220-25"),
      },
      categories: ["lump_sum", "work_package"],
    };
    return {
      ...common,
      action: `KA220-${suffix}`,
      from: years.from,
      to: years.to,
      fields: [field],
      applyFact: verified("CY-220"),
      duration: { min: 12, max: 36, fact: proven2025 },
      composition: [...cooperationBase, years.from >= 2025 ? neighbourhood : wideWorld],
      award: { criteria: cooperationCriteria, pass: years.pass, fact: years.passFact },
      ...(years.from === 2021 ? { categories: unitCosts } : lumpSum),
    };
  });
}

function smallScale(suffix: string, field: Field): Edition {
  return {
    ...common,
    action: `KA210-${suffix}`,
    from: 2021,
    to: 2027,
    fields: [field],
    applyFact: verified("CY-210"),
    duration: { min: 6, max: 24, fact: verified("CY-210") },
    ceiling: { form: "lump_sums", cents: [30_000_00, 60_000_00], fact: verified("CYF-210-25") },
    composition: [
      { rule: "min_organisations", count: 2, where: "programme", fact: verified("CYF-210-25") },
      { rule: "min_countries", count: 2, where: "programme", fact: verified("CYF-210-25") },
      { rule: "coordinator_from", where: "programme", fact: verified("CY-210") },
      { rule: "third_countries", regions: "none", fact: verified("CYF-210-25") },
      { rule: "charter", fact: proven2025 },
    ],
    categories: ["lump_sum"],
    award: { criteria: smallScaleCriteria, pass: 60, fact: proven2025 },
  };
}

export const partnershipEditions: readonly Edition[] = Object.entries(fieldOf).flatMap(([suffix, field]) =>
  suffix === "HED" ? cooperation(suffix, field) : [...cooperation(suffix, field), smallScale(suffix, field)],
);
