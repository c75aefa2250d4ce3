import { z } from "zod";
import { libraryFacets, libraryKinds } from "@/domain/library";
import { evidenceKinds } from "@/domain/practices";

const libraryItem = z.object({
  kind: z.enum(libraryKinds),
  slug: z.string(),
  title: z.string(),
  /** What was searched for and the words around it, else the beginning of the summary. */
  excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  language: z.string(),
  languages: z.array(z.string()),
  country: z.string(),
  field: z.string(),
  licence: z.string(),
  organisation: z.string(),
  acronym: z.string(),
  publishedAt: z.date(),
});
export type LibraryItem = z.output<typeof libraryItem>;

const evidenceItem = z.object({ kind: z.enum(evidenceKinds), text: z.string(), source: z.string() });

export const impactOutput = z.object({
  /** With what their authors observed, counted or heard; outputs give no evidence of their own. */
  items: z.array(libraryItem.extend({ evidence: z.array(evidenceItem) })),
  total: z.number(),
  totalIsExact: z.boolean(),
  nextCursor: z.string().nullable(),
});
export type ImpactPage = z.output<typeof impactOutput>;

const facetCounts = z.array(z.object({ value: z.string(), count: z.number() }));

export const searchLibraryOutput = z.object({
  items: z.array(libraryItem),
  /** The values that the hits have, the most frequent first. */
  facets: z.record(z.enum(libraryFacets), facetCounts),
  total: z.number(),
  /** False when there are more hits than are counted. */
  totalIsExact: z.boolean(),
  /** True when words of the text were replaced by similar ones, because it was found nowhere or hardly anywhere. */
  isSimilar: z.boolean(),
  nextCursor: z.string().nullable(),
});
export type LibraryPage = z.output<typeof searchLibraryOutput>;
