/** A person who can be asked for a review; `open` counts the reviews that wait for them in the project. */
export type PossibleReviewer = {
  personId: string;
  organisation: { id: string; country: string };
  open: number;
};

/** How many reviewers are proposed. */
const proposed = 2;

/**
 * Proposes two reviewers of an output: from two organisations, from countries other than the lead's where there are any,
 * first those with the fewest open reviews; equal ones in the given order. Fewer when there are not enough people.
 */
export function proposeReviewers(people: readonly PossibleReviewer[], lead: { country: string }): string[] {
  const chosen: PossibleReviewer[] = [];
  while (chosen.length < proposed) {
    const rest = people.filter(({ organisation }) => chosen.every((one) => one.organisation.id !== organisation.id));
    const countries = [lead.country, ...chosen.map(({ organisation }) => organisation.country)];
    const repeatsCountry = ({ organisation }: PossibleReviewer) => Number(countries.includes(organisation.country));
    const [best] = [...rest].sort((a, b) => repeatsCountry(a) - repeatsCountry(b) || a.open - b.open);
    if (!best) break;
    chosen.push(best);
  }
  return chosen.map(({ personId }) => personId);
}

/** What a submission for review may lack; people can ask for a review without it. */
export const checklistItems = ["description", "languages", "licence"] as const;
export type ChecklistItem = (typeof checklistItems)[number];

/** What is missing before a review: a description, a file for each promised language, a licence. */
export function missingItems(
  output: { description: string; languages: readonly string[]; licence: string | null },
  files: readonly { language: string }[],
): { item: ChecklistItem; languages: string[] }[] {
  const lacking = output.languages.filter((language) => files.every((file) => file.language !== language));
  return [
    ...(output.description.trim() === "" ? [{ item: "description" as const, languages: [] }] : []),
    ...(lacking.length > 0 ? [{ item: "languages" as const, languages: lacking }] : []),
    ...(output.licence === null ? [{ item: "licence" as const, languages: [] }] : []),
  ];
}
