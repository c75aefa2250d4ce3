/** Why a file cannot be read as a list; the messages are in messages/. */
export const listProblems = [
  "empty",
  "too_large",
  "not_a_list",
  "old_excel",
  "encoding",
  "layout",
  "broken",
  "too_much_inside",
] as const;
export type ListProblem = (typeof listProblems)[number];

export class UnreadableList extends Error {
  constructor(readonly problem: ListProblem) {
    super(`The list cannot be read: ${problem}.`);
  }
}

/** Limits for reading one file. */
export interface ListLimits {
  fileBytes: number;
  /** Maximum size of a zip file's contents after decompression. */
  unpackedBytes: number;
  rows: number;
  rowCharacters: number;
  cellCharacters: number;
  matches: number;
}

const megabyte = 1024 * 1024;

export const listLimits: ListLimits = {
  fileBytes: 250 * megabyte,
  unpackedBytes: 1024 * megabyte,
  rows: 500_000,
  rowCharacters: 2_000_000,
  cellCharacters: 40_000,
  matches: 20,
};
