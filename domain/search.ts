/** What a signed-in person searches in their projects, in the order in which it is listed. */
export const searchKinds = ["output", "file", "practice", "person", "organisation", "comment"] as const;
export type SearchKind = (typeof searchKinds)[number];
