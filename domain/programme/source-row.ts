/** Title, year and, for public documents, the address. */
export type SourceRow = readonly [title: string, year: number, url?: string];
