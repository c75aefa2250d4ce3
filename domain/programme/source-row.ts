/** Title, year and, where the document is public, its address. */
export type SourceRow = readonly [title: string, year: number, url?: string];
