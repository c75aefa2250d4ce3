import type { SourceRow } from "./source-row";
import { sources2014 } from "./sources-2014";
import { sources2021 } from "./sources-2021";

/** A published document that is the source of a figure or a rule. `url` is missing when the document is not public. */
export interface Source {
  title: string;
  year: number;
  url?: string;
}

const table = { ...sources2014, ...sources2021 } as const;

/** The key of a source in the table of documents. */
export type SourceKey = keyof typeof table;

/** The public title, year and address of a source. */
export function sourceOf(key: SourceKey): Source {
  const [title, year, url]: SourceRow = table[key];
  return url === undefined ? { title, year } : { title, year, url };
}

/** All keys, for checks and listings. */
export const sourceKeys = Object.keys(table) as SourceKey[];
