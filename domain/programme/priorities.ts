import { recalled, secondary, unsure, verified, type Fact } from "./certainty";
import type { Field } from "./vocabulary";

interface PriorityList {
  from: number;
  to: number;
  actions?: readonly string[];
  field?: Field;
  priorities: readonly string[];
  fact: Fact;
}

const early = [
  "skills_competences",
  "social_inclusion",
  "open_digital_education",
  "educators",
  "transparency_recognition",
  "sustainable_investment",
];

const now = { from: 2021, to: 2027 };

const lists: readonly PriorityList[] = [
  { from: 2014, to: 2015, priorities: early, fact: unsure() },
  { from: 2016, to: 2017, priorities: early, fact: recalled() },
  { from: 2018, to: 2018, priorities: [...early, "cultural_heritage"], fact: recalled() },
  {
    from: 2019,
    to: 2019,
    priorities: [
      "skills_competences",
      "social_inclusion",
      "open_digital_education",
      "educators",
      "transparency_recognition",
      "sustainable_investment",
      "cultural_heritage",
    ],
    fact: recalled(),
  },
  {
    from: 2020,
    to: 2020,
    priorities: [
      "skills_competences",
      "social_inclusion",
      "open_digital_education",
      "educators",
      "transparency_recognition",
      "sustainable_investment",
      "cultural_heritage",
      "common_values",
      "environment_climate",
    ],
    fact: recalled(),
  },
  { from: 2020, to: 2020, actions: ["KA226"], priorities: ["digital_readiness"], fact: secondary("ENI-COVID") },
  { from: 2020, to: 2020, actions: ["KA227"], priorities: ["creativity_arts"], fact: secondary("ENI-COVID") },
  {
    ...now,
    priorities: ["inclusion_diversity", "environment_climate", "digital_transformation", "participation_values"],
    fact: verified("PG25"),
  },
  {
    ...now,
    field: "higher",
    priorities: [
      "he_interconnected",
      "he_innovative_teaching",
      "he_stem",
      "he_excellence",
      "he_digital_green",
      "he_inclusive",
      "he_entrepreneurship",
      "he_ukraine",
    ],
    fact: verified("PG25", [2025, 2025]),
  },
  {
    ...now,
    field: "school",
    priorities: [
      "school_disadvantage",
      "school_wellbeing",
      "school_teachers",
      "school_key_competences",
      "school_languages",
      "school_stem",
      "school_early_childhood",
      "school_recognition",
      "school_innovation",
      "school_ukraine",
    ],
    fact: verified("PG25", [2025, 2025]),
  },
  {
    ...now,
    field: "vet",
    priorities: [
      "vet_labour_market",
      "vet_flexibility",
      "vet_innovation",
      "vet_attractiveness",
      "vet_quality",
      "vet_internationalisation",
      "vet_basic_skills",
      "vet_ukraine",
    ],
    fact: verified("PG25", [2025, 2025]),
  },
  {
    ...now,
    field: "adult",
    priorities: [
      "adult_participation",
      "adult_offer",
      "adult_learning_centres",
      "adult_upskilling",
      "adult_educators",
      "adult_citizens",
      "adult_quality",
      "adult_ukraine",
    ],
    fact: verified("PG25", [2025, 2025]),
  },
  {
    ...now,
    field: "youth",
    priorities: [
      "youth_citizenship",
      "youth_work_quality",
      "youth_employability",
      "youth_policy_links",
      "youth_ukraine",
    ],
    fact: verified("PG25", [2025, 2025]),
  },
  {
    ...now,
    field: "sport",
    priorities: ["sport_healthy", "sport_integrity", "sport_education", "sport_equality"],
    fact: verified("PG25", [2025, 2025]),
  },
];

/** The priorities of a call for an action: horizontal ones, and those of the field where they are known. */
export function prioritiesOf(callYear: number, actionCode: string, field?: Field): readonly PriorityList[] {
  const inYear = lists.filter((list) => callYear >= list.from && callYear <= list.to);
  const own = inYear.filter((list) => list.actions?.includes(actionCode));
  if (own.length > 0) return own;
  return inYear.filter((list) => list.actions === undefined && (list.field === undefined || list.field === field));
}

/** The identifiers of all priorities of any call. */
export const priorities: readonly string[] = [...new Set(lists.flatMap((list) => list.priorities))];
