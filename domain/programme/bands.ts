import { recalled, secondary, verified, type Fact } from "./certainty";

export type DistanceCategory = "travel" | "meeting";

/** The amount for one distance band. `greenCents` is undefined when there is no green rate. */
export interface Band {
  fromKm: number;
  toKm: number | null;
  cents: number;
  greenCents?: number;
  fact: Fact;
}

export interface BandTable {
  category: DistanceCategory;
  from: number;
  to: number;
  bands: readonly Band[];
}

const starts = [0, 10, 100, 500, 2000, 3000, 4000, 8000] as const;

/** Bands with the usual limits, from amounts in euro. */
function eightBands(amounts: readonly number[], green: readonly (number | null)[], fact: Fact): readonly Band[] {
  return starts.map((fromKm, index) => {
    const next = starts[index + 1];
    const greenAmount = green[index];
    return {
      fromKm,
      toKm: next === undefined ? null : next - 1,
      cents: (amounts[index] ?? 0) * 100,
      ...(typeof greenAmount === "number" ? { greenCents: greenAmount * 100 } : {}),
      fact,
    };
  });
}

const meetingRates = (fact: Fact): readonly Band[] => [
  { fromKm: 0, toKm: 99, cents: 0, fact },
  { fromKm: 100, toKm: 1999, cents: 575_00, fact },
  { fromKm: 2000, toKm: null, cents: 760_00, fact },
];

const bands2018 = [0, 20, 180, 275, 360, 530, 820, 1500];
const bands2024 = [0, 28, 211, 309, 395, 580, 1188, 1735];
const green2024 = [0, 56, 285, 417, 535, 785, 1188, 1735];

/** Amounts per journey by call year. Another year is another entry. */
export const bandTables: readonly BandTable[] = [
  {
    category: "travel",
    from: 2014,
    to: 2017,
    bands: [
      { fromKm: 0, toKm: 99, cents: 0, fact: recalled() },
      { fromKm: 100, toKm: 1999, cents: 275_00, fact: secondary("PRAGMA") },
      { fromKm: 2000, toKm: null, cents: 360_00, fact: recalled() },
    ],
  },
  { category: "travel", from: 2018, to: 2020, bands: eightBands(bands2018, [], secondary("PUT")) },
  {
    category: "travel",
    from: 2021,
    to: 2023,
    bands: eightBands(
      [0, 23, 180, 275, 360, 530, 820, 1500],
      [null, null, 210, 320, 410, 610, null, null],
      secondary("FU-23"),
    ),
  },
  { category: "travel", from: 2024, to: 2024, bands: eightBands(bands2024, green2024, secondary("PG25")) },
  { category: "travel", from: 2025, to: 2025, bands: eightBands(bands2024, green2024, verified("PG25")) },
  { category: "travel", from: 2026, to: 2026, bands: eightBands(bands2024, green2024, secondary("PG25")) },
  { category: "meeting", from: 2014, to: 2020, bands: meetingRates(verified("IT-VETBUD")) },
  { category: "meeting", from: 2021, to: 2021, bands: meetingRates(recalled("GUIDE27")) },
];
