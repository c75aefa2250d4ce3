import type { Fact } from "./certainty";
import type { Field, Kind, OrganisationType, Strand } from "./vocabulary";

/** Organisations that a rule counts. */
export type Where = "any" | "programme" | "eu" | "third";

/** A rule about the composition of a consortium. Associated partners are never counted. */
export type Check =
  | { rule: "min_organisations"; count: number; where: Where; independent?: true; fact: Fact }
  | { rule: "max_organisations"; count: number; fact: Fact }
  | { rule: "min_countries"; count: number; where: Where; types?: readonly OrganisationType[]; fact: Fact }
  | MinOfTypes
  | { rule: "only_types"; types: readonly OrganisationType[]; fact: Fact }
  | { rule: "group_per_country"; groups: readonly TypeGroup[]; countries: number; where: Where; fact: Fact }
  | { rule: "coordinator_from"; where: Where; regions?: readonly string[]; not?: readonly string[]; fact: Fact }
  | { rule: "coordinator_type"; types: readonly OrganisationType[]; doubtful?: readonly OrganisationType[]; fact: Fact }
  | { rule: "coordinator_age"; years: number; fact: Fact }
  | {
      rule: "third_countries";
      regions: readonly string[] | "all" | "none" | "unknown";
      not?: readonly string[];
      fact: Fact;
    }
  | { rule: "added_value"; sinks: "project" | "partner"; fact: Fact }
  | { rule: "third_country_count"; count: number; exactly?: true; fact: Fact }
  | {
      rule: "types_in_each_third_country";
      group: string;
      types: readonly OrganisationType[];
      count: number;
      fact: Fact;
    }
  | { rule: "balance"; types?: readonly OrganisationType[]; fact: Fact }
  | { rule: "one_region"; fact: Fact }
  | { rule: "national_regions"; regions: readonly string[]; fact: Fact }
  | { rule: "min_countries_of_region"; region: string; count: number; fact: Fact }
  | { rule: "other_region_beside"; country: string; fact: Fact }
  | { rule: "max_programme_organisations"; count: number; fact: Fact }
  | { rule: "charter"; fact: Fact }
  | { rule: "pact_for_skills"; fact: Fact }
  | { rule: "check_guide"; about: string; fact: Fact }
  | { rule: "either"; of: readonly (readonly Check[])[] };

export interface MinOfTypes {
  rule: "min_of_types";
  group: string;
  types: readonly OrganisationType[];
  count: number;
  where: Where;
  independent?: true;
  /** The application's types cannot identify these organisations exactly, so a shortage only asks for a check. */
  doubtful?: true;
  fact: Fact;
}

export interface TypeGroup {
  group: string;
  types: readonly OrganisationType[];
}

export interface Duration {
  min: number;
  max: number;
  /** The only lengths allowed, where a guide lists them. */
  only?: readonly number[];
  /** Maximum length when the project plans long-term mobility of pupils. */
  maxWithLongTermMobility?: number;
  fact: Fact;
}

export type Ceiling =
  | { form: "per_month"; cents: number; fact: Fact }
  | { form: "per_school_and_year"; cents: number; fact: Fact }
  | { form: "by_duration"; steps: readonly { months: number; cents: number }[]; fact: Fact }
  | { form: "lump_sums"; cents: readonly number[]; fact: Fact }
  | { form: "range"; minCents: number; maxCents: number; ofRegion?: { region: string; maxCents: number }; fact: Fact };

export interface AwardCriteria {
  criteria: readonly { criterion: string; max: number; min?: number }[];
  pass?: number;
  fact: Fact;
}

export const budgetCategories = [
  "management",
  "meeting",
  "output_staff",
  "multiplier_event",
  "travel",
  "individual_support",
  "linguistic_support",
  "special_needs",
  "exceptional",
  "lump_sum",
  "work_package",
] as const;
export type BudgetCategory = (typeof budgetCategories)[number];

export const costHeadings = ["staff", "equipment", "equipment_third", "subcontracting"] as const;

/** Maximum share of the grant for one budget heading. */
export interface CostShare {
  heading: (typeof costHeadings)[number];
  percent: number;
  fact: Fact;
}

/** An action as the guide of some call years describes it. Each strand is a separate edition. */
export interface Edition {
  action: string;
  from: number;
  to: number;
  strand?: Strand;
  fields: readonly Field[];
  kinds: readonly Kind[];
  /** Missing when the guide of those years had no kinds, or they are not confirmed. */
  kindFact?: Fact;
  appliesTo: "national_agency" | "executive_agency";
  applyFact: Fact;
  duration: Duration;
  ceiling?: Ceiling;
  /** When the minimum grant has another source than the maximum. */
  minGrantFact?: Fact;
  /** Maximum share of the costs that the grant covers, where a guide limits it. */
  fundingPercent?: { percent: number; fact: Fact };
  composition: readonly Check[];
  categories: readonly BudgetCategory[];
  shares?: readonly CostShare[];
  award?: AwardCriteria;
}
