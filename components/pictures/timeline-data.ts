import type { Route } from "next";

export type TimelineOutput = {
  id: string;
  /** Short label as shown, such as "O4". */
  number: string;
  title: string;
  /** YYYY-MM-DD; an output without a date is only listed elsewhere. */
  due: string | null;
  packageId: string | null;
  organisation: { id: string; shortName: string; country: string; hue: number };
  /** The status as text. */
  state: string;
  mark: "planned" | "active" | "approved" | "late";
  href?: Route;
  /** The outputs that come directly before; `holds` is false when the dates of both cannot hold. */
  after?: readonly { id: string; holds: boolean }[];
};

export type TimelinePackage = { id: string; number: string; title: string; start: string; end: string };

export type TimelineData = {
  packages: readonly TimelinePackage[];
  outputs: readonly TimelineOutput[];
  /** The first day of the project, YYYY-MM-DD, where the picture begins; by default at the first date. */
  starts?: string | null;
  /** YYYY-MM-DD. */
  today: string;
  /** The legend of a kind of dot; by default the status of the first output with such a dot. */
  legend?: Partial<Record<TimelineOutput["mark"], string>>;
  className?: string;
};
