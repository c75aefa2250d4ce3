/** Why a file is no list anyone can read; the sentence is made on the screen. */
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

/** What one reading may take, whatever is sent. */
export interface ListLimits {
  fileBytes: number;
  /** What a packed file may unpack to. */
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
