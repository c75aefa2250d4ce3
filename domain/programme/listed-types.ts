import type { OrganisationType } from "./vocabulary";

/** A value read from a list; `guessed` when the list does not state it exactly. */
export interface Reading<T> {
  value: T;
  guessed: boolean;
}

type Pattern = readonly [words: RegExp, type: OrganisationType];

// Types of the Commission that correspond exactly to one of ours.
const exact: readonly Pattern[] = [
  [/^higher education institution/, "higher_education_institution"],
  [/^school.*vocational training/, "vet_provider"],
  [/^school.*adult education/, "adult_education"],
  [/^school.*general education/, "school"],
  [/^non-governmental organisation|^european ngo$|^civil society organisation/, "ngo"],
  [/^(small and medium sized|large) enterprise$/, "enterprise"],
  [/^(local|regional|national) public body$/, "public_authority"],
  [/^research institute/, "research"],
  [/^youth organisation$|^national youth council$/, "youth_organisation"],
];

// Types that are close to one of ours.
const close: readonly Pattern[] = [
  [/young people/, "youth_organisation"],
  [/public body|public service/, "public_authority"],
  [/compan|enterprise|producer|publisher|operator|consultant/, "enterprise"],
  [/foundation|association|club|federation|network|non-profit|humanitarian|committee/, "ngo"],
  [/research|thinktank/, "research"],
  [/^other$/, "other"],
];

// Words in names that hardly any other type of organisation uses.
const named: readonly Pattern[] = [
  [
    /universi|univerzit|uniwersyt|yliopisto|hochschule|politecnic|polytechni|egyetem|πανεπιστ|универс/,
    "higher_education_institution",
  ],
  [
    /\b(primary|secondary|high|elementary) school\b|grundschule|gymnasium|szko[lł]a podstawowa|liceo|scoala|osnovna [sš]ola|basisschool|agrupamento de escolas/,
    "school",
  ],
  [/municipality|ayuntamiento|comune di|gemeinde|city council|county council/, "public_authority"],
];

function first(patterns: readonly Pattern[], text: string): OrganisationType | undefined {
  return patterns.find(([pattern]) => pattern.test(text))?.[1];
}

/** The type of an organisation of the list, by its type in the list, else by its name. */
export function listedType(type: string, name: string): Reading<OrganisationType | undefined> {
  const text = type.toLowerCase().replace(/[–—]/g, "-");
  const sure = first(exact, text);
  if (sure) return { value: sure, guessed: false };
  const byName = first(named, name.toLowerCase());
  const guess = text === "" || text === "other" ? (byName ?? first(close, text)) : (first(close, text) ?? byName);
  return { value: guess, guessed: guess !== undefined };
}
