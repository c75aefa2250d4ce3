import { languageName, regionName } from "@/domain/display-names";
import type { LibraryFacet } from "@/domain/library";
import { licenceKey } from "@/domain/licences";
import type { Translator } from "@/messages/translators";

/** Translators of the names of values. */
export type FacetTexts = Record<"library" | "programme" | "publications" | "practices", Translator>;

/** The name of a value of a filter, in the reader's language. */
export function facetName(facet: LibraryFacet, value: string, texts: FacetTexts, locale: string): string {
  switch (facet) {
    case "kind":
      return texts.library(`kinds.${value}`);
    case "country":
    case "triedIn":
      return regionName(value, locale);
    case "field":
      return texts.programme(`fields.${value}`);
    case "topic":
      return texts.publications(`topics.${value}`);
    case "targetGroup":
      return texts.publications(`targetGroups.${value}`);
    case "objective":
      return texts.programme(`objectives.${value}`);
    case "impact":
      return texts.programme(`impacts.${value}`);
    case "language":
      return languageName(value, locale);
    case "licence":
      return texts.practices(`licences.${licenceKey(value)}`);
  }
}
