import { recalled, secondary, verified } from "./certainty";
import type { Check, Edition } from "./editions";
import type { OrganisationType, Strand } from "./vocabulary";

// Capacity building in higher education and in youth, calls 2014 to 2020.

const universities: readonly OrganisationType[] = ["higher_education_institution"];
const ministries: readonly OrganisationType[] = ["public_authority"];

const openRegions = ["1", "2", "3", "4", "6", "7", "8", "9", "10", "11"];

const joint: readonly Check[] = [
  { rule: "third_countries", regions: openRegions, fact: secondary("ATILIM") },
  { rule: "balance", types: universities, fact: secondary("CBHE-SL") },
  { rule: "other_region_beside", country: "RU", fact: secondary("ATILIM") },
  { rule: "min_countries_of_region", region: "8", count: 2, fact: secondary("ATILIM") },
  { rule: "coordinator_from", where: "any", not: ["LY", "SY", "RU"], fact: secondary("ATILIM") },
];

const hei = { group: "higher_education_institution", types: universities } as const;

const jointCoordinator: Check = {
  rule: "coordinator_type",
  types: universities,
  // Associations of higher education institutions may coordinate too, and have one of these types.
  doubtful: ["ngo", "other"],
  fact: secondary("ENI-CBHE"),
};

const national: readonly Check[] = [
  { rule: "third_country_count", count: 1, exactly: true, fact: verified("RS-CBHE") },
  { rule: "types_in_each_third_country", ...hei, count: 3, fact: verified("RS-CBHE") },
];

const multiCountry: readonly Check[] = [
  { rule: "third_country_count", count: 2, fact: verified("RS-CBHE") },
  { rule: "types_in_each_third_country", ...hei, count: 2, fact: verified("RS-CBHE") },
];

const structural: readonly Check[] = [
  {
    rule: "types_in_each_third_country",
    group: "ministry",
    types: ministries,
    count: 1,
    fact: secondary("ATILIM"),
  },
];

const programmeSide = (from: number): readonly Check[] => [
  {
    rule: "min_countries",
    count: from <= 2016 ? 3 : 2,
    where: "programme",
    types: universities,
    fact: from <= 2016 ? secondary("CBHE-SL", [2015, 2015]) : secondary("ATILIM"),
  },
];

const variants: readonly { strand: Strand; composition: readonly Check[] }[] = [
  { strand: "joint_national", composition: [...national, jointCoordinator] },
  { strand: "joint_multi_country", composition: [...multiCountry, jointCoordinator] },
  { strand: "structural_national", composition: [...national, ...structural, jointCoordinator] },
  { strand: "structural_multi_country", composition: [...multiCountry, ...structural, jointCoordinator] },
];

const periods = [
  { from: 2014, to: 2016 },
  { from: 2017, to: 2020 },
] as const;

export const capacityEditions2014: readonly Edition[] = [
  ...periods.flatMap((period) =>
    variants.map(({ strand, composition }): Edition => ({
      ...period,
      action: "CBHE",
      strand,
      fields: ["higher"],
      kinds: [],
      appliesTo: "executive_agency",
      applyFact: verified("AT-CBHE"),
      duration: { min: 24, max: 36, only: [24, 36], fact: secondary("ENI-CBHE") },
      ceiling: { form: "range", minCents: 500_000_00, maxCents: 1_000_000_00, fact: secondary("ENI-CBHE") },
      composition: [...programmeSide(period.from), ...composition, ...joint],
      categories: ["travel", "individual_support", "exceptional"],
      shares: [
        { heading: "staff", percent: 40, fact: verified("AT-CBHE") },
        { heading: "equipment_third", percent: 30, fact: verified("AT-CBHE") },
        { heading: "subcontracting", percent: 10, fact: verified("AT-CBHE") },
      ],
    })),
  ),
  {
    action: "CB_YOUTH",
    from: 2014,
    to: 2020,
    fields: ["youth"],
    kinds: [],
    appliesTo: "executive_agency",
    applyFact: verified("GR-CBY"),
    duration: { min: 9, max: 24, fact: verified("GR-CBY") },
    ceiling: { form: "range", minCents: 0, maxCents: 150_000_00, fact: secondary("ENI-CBY") },
    fundingPercent: { percent: 80, fact: secondary("ENI-CBY") },
    composition: [
      { rule: "min_organisations", count: 3, where: "any", fact: verified("GR-CBY") },
      { rule: "min_countries", count: 3, where: "any", fact: verified("GR-CBY") },
      { rule: "min_countries", count: 1, where: "programme", fact: verified("GR-CBY") },
      { rule: "min_countries", count: 1, where: "third", fact: verified("GR-CBY") },
      {
        rule: "coordinator_type",
        types: ["youth_organisation", "ngo", "public_authority", "school_authority"],
        doubtful: ["other", "adult_education"],
        fact: verified("GR-CBY"),
      },
      { rule: "third_countries", regions: ["1", "2", "3", "4", "6", "7", "8", "9", "10", "11"], fact: recalled() },
    ],
    categories: ["travel", "individual_support", "special_needs", "exceptional"],
  },
];
