export type ScoreMatrixData = {
  /** The criteria of the rubric, in its order, with the words of the reader. */
  criteria: readonly { key: string; name: string }[];
  /** Reviewers whose review is given, with a score from 1 to 5 or null for "not applicable" by criterion. */
  reviewers: readonly {
    id: string;
    name: string;
    organisation: { shortName: string; country: string; hue: number };
    scores: Readonly<Record<string, number | null>>;
  }[];
};
