import { libraryFacets } from "./library";
import { type SearchLibrary, searchLibraryInput } from "./schemas/library";

/** How much a person can follow. */
export const mostFollows = 50;
/** Days between two e-mails about what a person follows. */
export const daysBetweenLetters = 7;

/** The part of a search that is followed: not how it is sorted or paged. */
export type FollowedSearch = Omit<SearchLibrary, "sort" | "cursor">;

const parts = ["text", ...libraryFacets] as const;

/** A search as the address of the library holds it, so that equal searches are equal texts. */
export function searchQuery(search: FollowedSearch): string {
  const query = new URLSearchParams();
  for (const name of parts) {
    const value = search[name];
    if (value !== undefined && value !== "") query.set(name, value);
  }
  return query.toString();
}

/** The search of a stored text; values that the library no longer knows are left out. */
export function readSearch(query: string): FollowedSearch {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    if (searchLibraryInput.safeParse({ [name]: value }).success) found[name] = value;
  }
  return searchLibraryInput.omit({ sort: true, cursor: true }).parse(found);
}
