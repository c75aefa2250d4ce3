import { authorsOf, type Citable } from "./citations";
import { dayInBrussels } from "./dates";
import type { PublicOutput } from "./schemas/public";

/** How a public output at this address is cited. */
export function citationOf(page: PublicOutput, address: string): Citable {
  const organisations = page.organisations.map(({ name }) => name);
  return {
    slug: page.slug,
    title: page.title,
    authors: authorsOf(page.people, organisations),
    publishedOn: dayInBrussels(page.publishedAt),
    publisher: page.project.acronym,
    url: address,
    language: page.language,
    abstract: page.abstract,
    keywords: page.keywords,
    licence: page.licence,
  };
}
