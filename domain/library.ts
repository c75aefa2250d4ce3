/** What the public library holds. */
export const libraryKinds = ["output", "practice"] as const;
export type LibraryKind = (typeof libraryKinds)[number];
