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

type Practice = {
  slug: string;
  title: string;
  need: string;
  language: string;
  licence: string;
  organisation: string;
} & {
  acronym: string;
  publishedAt: Date | null;
};

/** How a public practice at this address is cited: its author is the organisation. */
export function practiceCitation(practice: Practice, address: string): Citable {
  return {
    slug: practice.slug,
    title: practice.title,
    authors: authorsOf([], [practice.organisation]),
    publishedOn: practice.publishedAt ? dayInBrussels(practice.publishedAt) : "",
    publisher: practice.acronym,
    url: address,
    language: practice.language,
    abstract: practice.need,
    keywords: [],
    licence: practice.licence,
  };
}
