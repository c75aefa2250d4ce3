import { authorsOf, type Citable } from "./citations";
import { dayInBrussels } from "./dates";
import type { PublicOutput, PublicPractice } from "./schemas/public";

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

/** How a public practice at this address is cited: its author is the organisation. */
export function practiceCitation(practice: PublicPractice, address: string): Citable {
  const { content } = practice;
  return {
    slug: practice.slug,
    title: content.title,
    authors: authorsOf([], [practice.organisation.name]),
    publishedOn: dayInBrussels(practice.publishedAt),
    publisher: practice.project.acronym,
    url: address,
    language: practice.shown.language,
    abstract: content.need,
    keywords: [],
    licence: content.licence,
  };
}
