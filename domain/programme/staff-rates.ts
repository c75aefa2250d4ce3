import { recalled, secondary, unsure, type Fact } from "./certainty";
import { countryStatus } from "./countries";

export const staffCategories = ["manager", "teacher", "technician", "administrative"] as const;
export type StaffCategory = (typeof staffCategories)[number];

type Row = 1 | 2 | 3 | 4;

export interface StaffRateTable {
  from: number;
  to: number;
  /** Euro cents per day by row and staff category. */
  rates: Readonly<Record<Row, Readonly<Record<StaffCategory, number>>>>;
  rows: readonly { row: Row; status: "programme" | "third"; countries: readonly string[] }[];
  /** Countries whose row is too uncertain to compute with. */
  unplaced: readonly { status: "programme" | "third"; countries: readonly string[] }[];
  /** The row and categories that have a source; all others are recalled. */
  confirmed?: { row: Row; status: "programme"; categories: readonly StaffCategory[]; fact: Fact };
  otherwise: Fact;
}

const list = (codes: string): readonly string[] => codes.split(" ");

const early: StaffRateTable = {
  from: 2014,
  to: 2020,
  rates: {
    1: { manager: 294_00, teacher: 241_00, technician: 190_00, administrative: 157_00 },
    2: { manager: 280_00, teacher: 214_00, technician: 162_00, administrative: 131_00 },
    3: { manager: 164_00, teacher: 137_00, technician: 102_00, administrative: 78_00 },
    4: { manager: 88_00, teacher: 74_00, technician: 55_00, administrative: 39_00 },
  },
  rows: [
    { row: 1, status: "programme", countries: list("DK IE LU NL AT SE LI NO") },
    { row: 2, status: "programme", countries: list("BE DE FR IT FI GB IS") },
    { row: 3, status: "programme", countries: list("CZ GR ES CY MT PT SI") },
    { row: 4, status: "programme", countries: list("BG HR LV LT HU PL RO SK MK TR") },
    { row: 1, status: "third", countries: list("AU CA KW MO MC QA SM CH US") },
    { row: 2, status: "third", countries: list("AD BN JP NZ SG AE VA") },
    { row: 3, status: "third", countries: list("BS BH GQ HK IL KR OM SA TW") },
  ],
  unplaced: [{ status: "programme", countries: list("EE RS") }],
  confirmed: {
    row: 2,
    status: "programme",
    categories: ["teacher", "technician", "administrative"],
    fact: secondary("IT-AIUTO"),
  },
  otherwise: recalled(),
};

/** Day rates of staff by call year. */
export const staffRateTables: readonly StaffRateTable[] = [
  early,
  {
    from: 2021,
    to: 2021,
    rates: early.rates,
    rows: early.rows,
    // The United Kingdom became a third country after the rows were set.
    unplaced: [...early.unplaced, { status: "third", countries: list("GB") }],
    otherwise: recalled("GUIDE27"),
  },
];

export interface StaffRate {
  cents: number | null;
  fact: Fact;
}

/** The day rate of staff for work on an output in the country that employs the person; null when unknown. */
export function staffRate(
  country: string,
  staff: StaffCategory,
  callYear: number,
  tables: readonly StaffRateTable[] = staffRateTables,
): StaffRate | null {
  const table = tables.find((one) => callYear >= one.from && callYear <= one.to);
  const status = countryStatus(country, callYear);
  if (!table || !status) return null;
  const code = status.countsAs;
  const unplaced = table.unplaced.some((row) => row.status === status.status && row.countries.includes(code));
  if (unplaced) return { cents: null, fact: unsure() };
  const placed = table.rows.find((row) => row.status === status.status && row.countries.includes(code));
  if (!placed && status.status === "programme") return { cents: null, fact: unsure() };
  const row = placed?.row ?? 4;
  const { confirmed } = table;
  const isConfirmed =
    confirmed?.row === row && confirmed.status === status.status && confirmed.categories.includes(staff);
  return { cents: table.rates[row][staff], fact: isConfirmed ? confirmed.fact : table.otherwise };
}
