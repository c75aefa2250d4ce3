import { recalled, secondary, verified, type Fact } from "./certainty";
import type { AwardCriteria, BudgetCategory, Check, Edition } from "./editions";
import type { Kind, OrganisationType } from "./vocabulary";

// Strategic Partnerships, calls 2014 to 2020.

const schools: readonly OrganisationType[] = ["school"];
const authorities: readonly OrganisationType[] = ["school_authority", "public_authority"];
const bothKinds: readonly Kind[] = ["innovation", "exchange"];

const exchangeCategories: readonly BudgetCategory[] = [
  "management",
  "meeting",
  "travel",
  "individual_support",
  "linguistic_support",
  "special_needs",
  "exceptional",
];
const categories: readonly BudgetCategory[] = [...exchangeCategories, "output_staff", "multiplier_event"];

const award: AwardCriteria = {
  criteria: [
    { criterion: "relevance", max: 30, min: 15 },
    { criterion: "design", max: 20, min: 10 },
    { criterion: "team", max: 20, min: 10 },
    { criterion: "impact_dissemination", max: 30, min: 15 },
  ],
  pass: 60,
  fact: verified("IT-EVAL-S"),
};

const ceiling = { form: "per_month", cents: 12_500_00, fact: verified("SK-226") } as const;

const coordinator: Check = { rule: "coordinator_from", where: "programme", fact: secondary("UARCTIC") };
const addedValue: Check = { rule: "added_value", sinks: "project", fact: verified("SRC-NA") };
const three: readonly Check[] = [
  { rule: "min_organisations", count: 3, where: "programme", fact: verified("SRC-NA") },
  { rule: "min_countries", count: 3, where: "programme", fact: verified("SRC-NA") },
];
const charter: Check = { rule: "charter", fact: secondary("CUNI") };
const general: readonly Check[] = [...three, coordinator, addedValue, charter];

const authorityPair: readonly Check[] = [
  {
    rule: "min_of_types",
    group: "school_authority",
    types: authorities,
    count: 2,
    where: "programme",
    fact: secondary("HIBE"),
  },
  {
    rule: "group_per_country",
    groups: [
      { group: "school_authority", types: authorities },
      { group: "school", types: schools },
      {
        group: "local_organisation",
        types: [
          "higher_education_institution",
          "vet_provider",
          "adult_education",
          "youth_organisation",
          "enterprise",
          "ngo",
          "research",
          "other",
        ],
      },
    ],
    countries: 2,
    where: "programme",
    fact: secondary("HIBE"),
  },
];

const schoolPair = (fact: Fact): readonly Check[] => [
  { rule: "min_organisations", count: 2, where: "programme", fact },
  { rule: "min_countries", count: 2, where: "programme", fact },
  { rule: "only_types", types: schools, fact },
  { rule: "third_countries", regions: "none", fact },
  coordinator,
];

const youthPair: readonly Check[] = [
  { rule: "min_organisations", count: 2, where: "programme", fact: secondary("ORMA20") },
  { rule: "min_countries", count: 2, where: "programme", fact: secondary("ORMA20") },
];

const base = {
  appliesTo: "national_agency",
  applyFact: verified("AT-SP"),
  categories,
  award,
} as const;

const early = { min: 24, max: 36, only: [24, 36] } as const;
const earlyFact = secondary("ELENA18");

/** One field of the Strategic Partnerships with its three sets of rules. */
function partnership(
  action: string,
  field: Edition["fields"][number],
  composition: readonly Check[],
  later: Edition["duration"],
): Edition[] {
  const common = { ...base, action, fields: [field], ceiling, composition };
  // The two kinds exist since call 2016.
  return [
    { ...common, from: 2014, to: 2015, kinds: [], duration: { ...early, fact: earlyFact } },
    { ...common, from: 2016, to: 2020, kinds: bothKinds, kindFact: verified("IT-205"), duration: later },
  ];
}

export const strategicEditions: readonly Edition[] = [
  {
    ...base,
    action: "KA200",
    from: 2014,
    to: 2014,
    fields: ["school", "vet", "higher", "adult", "youth"],
    kinds: [],
    duration: { min: 24, max: 36, fact: recalled() },
    ceiling,
    composition: general,
  },
  ...partnership(
    "KA201",
    "school",
    [{ rule: "either", of: [three, authorityPair] }, coordinator, addedValue, charter],
    {
      min: 12,
      max: 36,
      fact: verified("UK-SCH"),
    },
  ),
  ...partnership("KA202", "vet", general, { min: 12, max: 36, fact: secondary("HR-VET") }),
  ...partnership("KA203", "higher", general, { min: 24, max: 36, fact: secondary("CUNI") }).map((edition) =>
    edition.kinds.length === 0
      ? { ...edition, duration: { min: 24, max: 36, fact: secondary("CUNI") } }
      : { ...edition, kinds: ["innovation"] as const, kindFact: verified("EC-SP") },
  ),
  ...partnership("KA204", "adult", general, { min: 12, max: 36, fact: secondary("UARCTIC") }),
  ...partnership("KA205", "youth", [...youthPair, coordinator, addedValue, charter], {
    min: 6,
    max: 36,
    fact: secondary("ORMA20"),
  }).map((edition) => ({ ...edition, duration: { min: 6, max: 36, fact: secondary("ORMA20") } })),
  {
    ...base,
    action: "KA219",
    from: 2014,
    to: 2015,
    fields: ["school"],
    kinds: [],
    duration: { ...early, fact: earlyFact },
    ceiling,
    composition: schoolPair(verified("PL-SEP")),
    categories: exchangeCategories,
  },
  {
    ...base,
    action: "KA219",
    from: 2016,
    to: 2017,
    fields: ["school"],
    kinds: ["exchange"],
    kindFact: recalled(),
    duration: { min: 12, max: 36, fact: recalled() },
    ceiling,
    composition: schoolPair(verified("PL-SEP")),
    categories: exchangeCategories,
  },
  {
    ...base,
    action: "KA229",
    from: 2018,
    to: 2020,
    fields: ["school"],
    kinds: ["exchange"],
    kindFact: verified("RS-SEP"),
    duration: { min: 12, max: 24, maxWithLongTermMobility: 36, fact: verified("RS-SEP") },
    ceiling: { form: "per_school_and_year", cents: 16_500_00, fact: verified("IT-229") },
    composition: [...schoolPair(verified("RS-SEP")), { rule: "max_organisations", count: 6, fact: verified("RS-SEP") }],
    // Project meetings are paid from management here.
    categories: exchangeCategories.filter((category) => category !== "meeting"),
  },
  {
    ...base,
    action: "KA226",
    from: 2020,
    to: 2020,
    fields: ["school", "vet", "higher"],
    kinds: ["innovation"],
    kindFact: verified("EPOS20"),
    duration: { min: 12, max: 24, fact: secondary("ENI-COVID") },
    ceiling: { ...ceiling, fact: verified("EPOS20") },
    composition: general,
  },
  {
    ...base,
    action: "KA227",
    from: 2020,
    to: 2020,
    fields: ["youth", "school", "adult"],
    kinds: ["innovation"],
    kindFact: verified("EPOS20"),
    // Youth projects may be as short as 6 months; the field is unknown here, so only the wider limits apply.
    duration: { min: 6, max: 24, fact: secondary("ENI-COVID") },
    ceiling: { ...ceiling, fact: verified("EPOS20") },
    composition: [
      ...youthPair,
      { rule: "min_organisations", count: 3, where: "programme", fact: recalled() },
      { rule: "min_countries", count: 3, where: "programme", fact: recalled() },
      coordinator,
      addedValue,
      charter,
    ],
  },
];
