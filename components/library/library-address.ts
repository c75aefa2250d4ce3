import type { Route } from "next";
import { libraryFacets, type LibraryFacet, libraryKinds, librarySorts, type LibrarySort } from "@/domain/library";
import { licences } from "@/domain/licences";
import { countryCodes } from "@/domain/programme/countries";
import { fields, impacts, languages, objectives } from "@/domain/programme/vocabulary";
import { targetGroups, topics } from "@/domain/publications";
import { pageAddress } from "../shared/page-address";

/** The pages that list the library: all of it, or the practices alone. */
export type LibraryPath = "/library" | "/practices";

/** The state of a page, as its address holds it. */
export type LibraryFilters = Partial<Record<LibraryFacet, string>> & {
  text?: string | undefined;
  sort?: LibrarySort | undefined;
  cursor?: string | undefined;
};

const values: Record<LibraryFacet, readonly string[]> = {
  kind: libraryKinds,
  country: countryCodes,
  field: fields,
  topic: topics,
  targetGroup: targetGroups,
  objective: objectives,
  impact: impacts,
  language: languages,
  licence: licences,
  triedIn: countryCodes,
};
const longestText = 200;

/** The state that an address asks for. Unknown values are left out, so that an old link shows a list. */
export function readLibraryFilters(parameters: Readonly<Record<string, string | string[] | undefined>>) {
  const one = (name: string) => {
    const value = parameters[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const text = one("text")?.slice(0, longestText);
  const sort = librarySorts.find((value) => value === one("sort"));
  const filters: LibraryFilters = { text, sort, cursor: one("cursor") };
  for (const facet of libraryFacets) {
    const value = one(facet);
    if (value !== undefined && values[facet].includes(value)) filters[facet] = value;
  }
  return filters;
}

/** The address of a page in this state. */
export function libraryAddress(path: LibraryPath, filters: LibraryFilters): Route {
  const names = (["text", ...libraryFacets, "sort", "cursor"] as const).filter(
    (name) => path !== "/practices" || name !== "kind",
  );
  return pageAddress(path, Object.fromEntries(names.map((name) => [name, filters[name]])));
}
