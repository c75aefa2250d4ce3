import type { Route } from "next";

export type ActivityMatrixRow = {
  organisation: { id: string; shortName: string; country: string; hue: number; href?: Route };
  /** One number per month, in the order of `months`. */
  counts: readonly number[];
  /** For example "quiet for 23 days" or "last seen today". */
  note?: string;
};

export type ActivityMatrixData = {
  /** YYYY-MM, oldest first. */
  months: readonly string[];
  rows: readonly ActivityMatrixRow[];
  /** The page with the feed behind the numbers. */
  feed?: { path: string };
  /** The cell whose feed is shown below. */
  selected?: { organisationId: string; month: string | null };
};
