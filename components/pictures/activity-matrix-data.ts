import type { Route } from "next";

export type ActivityMatrixRow = {
  organisation: { id: string; shortName: string; country: string; hue: number; href?: Route };
  /** One number per month, in the order of `months`. */
  counts: readonly number[];
  /** For example "last active 26 Nov 2026": an absolute date, because the picture is printed. */
  note?: string;
};

export type ActivityMatrixData = {
  /** YYYY-MM, oldest first. */
  months: readonly string[];
  rows: readonly ActivityMatrixRow[];
  /** Address of the activity behind the numbers. */
  feed?: { path: string };
  /** The cell whose activity is shown below. */
  selected?: { organisationId: string; month: string | null };
};
