import type { ActivityMatrixRow } from "@/components/pictures/activity-matrix-data";
import type { MapOrganisation } from "@/components/pictures/consortium-map-data";
import type { TimelineOutput, TimelinePackage } from "@/components/pictures/timeline-data";

// An invented consortium, for the pictures of the home page.

export const SAMPLE_TODAY = "2026-11-10";

type Face = { id: string; country: string; hue: number; lat: number; lon: number; city: string };

const FACES = {
  es: { id: "es", country: "ES", hue: 1, lat: 37.39, lon: -5.99, city: "seville" },
  de: { id: "de", country: "DE", hue: 0, lat: 51.05, lon: 13.74, city: "dresden" },
  gr: { id: "gr", country: "GR", hue: 2, lat: 40.64, lon: 22.94, city: "thessaloniki" },
  fi: { id: "fi", country: "FI", hue: 3, lat: 65.01, lon: 25.47, city: "oulu" },
  pl: { id: "pl", country: "PL", hue: 8, lat: 51.25, lon: 22.57, city: "lublin" },
} as const satisfies Record<string, Face>;

type Key = keyof typeof FACES;
type Translate = (
  key: Key | (typeof FACES)[Key]["city"] | "wp1" | "wp2" | "wp3" | "o1" | "o2" | "o3" | "o4" | "o5" | "o6",
) => string;
const KEYS = Object.keys(FACES) as Key[];

export function sampleOrganisations(t: Translate): MapOrganisation[] {
  return KEYS.map((key) => ({
    ...FACES[key],
    shortName: t(key),
    city: t(FACES[key].city),
    kind: key === "es" ? "coordinator" : "partner",
  }));
}

export function samplePackages(t: Translate): TimelinePackage[] {
  return [
    { id: "wp1", number: "WP1", title: t("wp1"), start: "2026-01-01", end: "2026-08-31" },
    { id: "wp2", number: "WP2", title: t("wp2"), start: "2026-04-01", end: "2027-03-31" },
    { id: "wp3", number: "WP3", title: t("wp3"), start: "2026-12-01", end: "2027-12-31" },
  ];
}

type Mark = TimelineOutput["mark"];

const OUTPUTS: readonly [
  key: "o1" | "o2" | "o3" | "o4" | "o5" | "o6",
  number: string,
  led: Key,
  due: string,
  within: string,
  mark: Mark,
][] = [
  ["o1", "O1", "pl", "2026-06-30", "wp1", "approved"],
  ["o2", "O2", "de", "2026-09-15", "wp2", "approved"],
  ["o3", "O3", "gr", "2026-11-07", "wp2", "late"],
  ["o4", "O4", "es", "2026-12-12", "wp2", "active"],
  ["o5", "O5", "fi", "2027-06-30", "wp3", "planned"],
  ["o6", "O6", "es", "2027-10-31", "wp3", "planned"],
];

export function sampleOutputs(t: Translate, state: (mark: Mark) => string): TimelineOutput[] {
  return OUTPUTS.map(([key, number, led, due, packageId, mark]) => ({
    id: key,
    number,
    title: t(key),
    due,
    packageId,
    mark,
    state: state(mark),
    organisation: { ...FACES[led], shortName: t(led) },
  }));
}

export const SAMPLE_MONTHS = [
  "2025-12",
  "2026-01",
  "2026-02",
  "2026-03",
  "2026-04",
  "2026-05",
  "2026-06",
  "2026-07",
  "2026-08",
  "2026-09",
  "2026-10",
  "2026-11",
];

const COUNTS: Record<Key, readonly number[]> = {
  es: [4, 12, 9, 14, 11, 8, 16, 6, 2, 15, 18, 7],
  de: [1, 6, 3, 2, 1, 5, 4, 2, 0, 9, 3, 1],
  gr: [0, 5, 7, 4, 6, 9, 8, 3, 1, 7, 12, 5],
  fi: [0, 3, 2, 4, 3, 2, 1, 0, 3, 6, 5, 4],
  pl: [2, 7, 8, 10, 12, 15, 11, 1, 0, 4, 6, 3],
};

export function sampleHeat(t: Translate): ActivityMatrixRow[] {
  return KEYS.map((key) => ({ organisation: { ...FACES[key], shortName: t(key) }, counts: COUNTS[key] }));
}
