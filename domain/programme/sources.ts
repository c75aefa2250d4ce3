import type { SourceRow } from "./source-row";
import { sources2014 } from "./sources-2014";
import { sources2021 } from "./sources-2021";

/** A published document a figure or a rule was read in. `url` is missing where the document has no public address. */
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

/** Every key, for checks and listings. */
export const sourceKeys = Object.keys(table) as SourceKey[];
