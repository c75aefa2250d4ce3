import type { Route } from "next";

export type MapOrganisation = {
  id: string;
  shortName: string;
  /** ISO 3166 alpha-2. */
  country: string;
  city?: string;
  hue: number;
  lat?: number;
  lon?: number;
  kind: "coordinator" | "partner" | "associated" | "evaluator";
  /** Invited but not yet joined: drawn with a dotted line. */
  pending?: boolean;
  href?: Route;
};

export type ConsortiumMapData = {
  organisations: readonly MapOrganisation[];
  /** False when a table of the same organisations is next to the map: then the list is only where labels have no room. */
  list?: boolean;
  className?: string;
};
