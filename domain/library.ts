/** What the public library holds. */
export const libraryKinds = ["output", "practice"] as const;
export type LibraryKind = (typeof libraryKinds)[number];

/** What items can be filtered by, in the order in which the filters are shown. */
export const libraryFacets = [
  "kind",
  "country",
  "field",
  "topic",
  "targetGroup",
  "objective",
  "impact",
  "language",
  "licence",
  "triedIn",
] as const;
export type LibraryFacet = (typeof libraryFacets)[number];

export const librarySorts = ["relevance", "newest"] as const;
export type LibrarySort = (typeof librarySorts)[number];
