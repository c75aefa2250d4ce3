import type { Route } from "next";

export type TimelineOutput = {
  id: string;
  /** As written on screen, such as "O4". */
  number: string;
  title: string;
  /** YYYY-MM-DD; an output without a date is listed elsewhere only. */
  due: string | null;
  packageId: string | null;
  organisation: { id: string; shortName: string; country: string; hue: number };
  /** The status as text. */
  state: string;
  mark: "planned" | "active" | "approved" | "late";
  href?: Route;
};

export type TimelinePackage = { id: string; number: string; title: string; start: string; end: string };

export type TimelineData = {
  packages: readonly TimelinePackage[];
  outputs: readonly TimelineOutput[];
  /** YYYY-MM-DD. */
  today: string;
  /** The legend of a kind of dot; without one it is the state of the first output with such a dot. */
  legend?: Partial<Record<TimelineOutput["mark"], string>>;
  className?: string;
};
