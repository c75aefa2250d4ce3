import type { Certainty } from "./certainty";
import { sourceOf, type Source, type SourceKey } from "./sources";

const list = (codes: string): readonly string[] => codes.split(" ");

/** Member states of the European Union since 2020. */
export const euMembers = list("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK");

/** Years in which a country outside the EU was a programme country. */
interface Association {
  country: string;
  from: number;
  to: number;
  source: SourceKey;
  certainty: Certainty;
}

const associations: readonly Association[] = [
  ...["MK", "IS", "LI", "NO", "TR"].map((country) => ({
    country,
    from: 2014,
    to: 2020,
    source: "EC-CTRY20b" as const,
    certainty: "verified" as const,
  })),
  { country: "GB", from: 2014, to: 2020, source: "EC-CTRY20b", certainty: "verified" },
  { country: "RS", from: 2019, to: 2020, source: "IT-CTRY", certainty: "verified" },
  ...["MK", "IS", "LI", "NO", "TR", "RS"].map((country) => ({
    country,
    from: 2021,
    to: 2027,
    source: "EC-CTRY25" as const,
    certainty: "verified" as const,
  })),
  // The agreement is public, but the guide of 2027 is not.
  { country: "GB", from: 2027, to: 2027, source: "GOVUK-26", certainty: "secondary" },
];

interface Region {
  from: number;
  to: number;
  region: string;
  countries: readonly string[];
  certainty: Certainty;
  source: SourceKey;
}

const southMediterranean = "DZ EG IL JO LB LY MA PS SY TN";
const asia = "BD BT KH CN KP IN ID LA MY MV MN MM NP PK PH LK TH VN";
const pacific = "CK FJ KI MH FM NR NU PW PG WS SB TL TO TV VU";
const africa =
  "AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ GQ ER SZ ET GA GM GH GN GW KE LS LR MG MW ML MR MU MZ NA NE NG RW ST SN SC SL SO SS TZ TG UG ZM ZW";
const caribbean = "AG BS BB BZ DM DO GD GY HT JM KN LC VC SR TT";
const latinAmerica = "AR BO BR CL CO CR EC SV GT HN MX NI PA PY PE UY VE";

function region(
  years: readonly [number, number],
  name: string,
  codes: string,
  certainty: Certainty,
  source: SourceKey,
): Region {
  return { from: years[0], to: years[1], region: name, countries: list(codes), certainty, source };
}

const old = [2014, 2020] as const;
const now = [2021, 2027] as const;

// Region numbers changed between the periods, so a region is identified with its years.
const regions: readonly Region[] = [
  region([2014, 2018], "1", "RS", "verified", "SALTO-GEO"),
  region(old, "1", "AL BA XK ME", "verified", "UK-CTRY"),
  region(old, "2", "AM AZ BY GE MD UA", "verified", "UK-CTRY"),
  region(old, "3", southMediterranean, "verified", "UK-CTRY"),
  region(old, "4", "RU", "verified", "EC-CTRY20"),
  region(old, "5", "AD MC SM VA", "verified", "EC-CTRY20"),
  region(old, "6", `AF ${asia}`, "verified", "EC-CTRY20"),
  region(old, "7", "KZ KG", "verified", "EC-CTRY20"),
  region(old, "7", "TJ TM UZ", "recalled", "GUIDE20"),
  region(old, "8", `${latinAmerica} CU`, "recalled", "GUIDE20"),
  region(old, "9", "IR IQ YE", "recalled", "GUIDE20"),
  region(old, "10", "ZA", "recalled", "GUIDE20"),
  region(old, "11", `${africa} SD ${caribbean} ${pacific}`, "recalled", "GUIDE20"),
  region(old, "12", "BH KW OM QA SA AE", "recalled", "GUIDE20"),
  region(old, "13", "AU BN CA HK JP KR MO NZ SG TW US", "recalled", "GUIDE20"),
  region(old, "14", "FO CH", "recalled", "GUIDE20"),
  region(now, "1", "AL BA XK ME", "verified", "EC-CTRY25"),
  region(now, "2", "AM AZ BY GE MD UA", "verified", "PG25"),
  region(now, "3", southMediterranean, "verified", "PG25"),
  region(now, "4", "RU", "verified", "PG25"),
  region(now, "5a", asia, "verified", "PG25"),
  region(now, "5b", "BN HK JP KR MO SG TW", "verified", "PG25"),
  region(now, "6", "AF KZ KG TJ TM UZ", "verified", "PG25"),
  region(now, "7a", "IR IQ YE", "verified", "PG25"),
  region(now, "7b", "BH KW OM QA SA AE", "verified", "PG25"),
  region(now, "8a", pacific, "verified", "PG25"),
  region(now, "8b", "AU NZ", "verified", "PG25"),
  region(now, "9", `${africa} ZA`, "verified", "PG25"),
  region(now, "9", "SD", "recalled", "GUIDE27"),
  region(now, "10", latinAmerica, "verified", "PG25"),
  region(now, "11", `${caribbean} CU`, "verified", "PG25"),
  region(now, "12", "US CA", "verified", "PG25"),
  region(now, "13", "AD MC SM VA", "verified", "PG25"),
  region(now, "14", "FO CH GB", "verified", "PG25"),
];

/** Territories whose organisations count as those of the state they belong to. */
const territories: Readonly<Record<string, readonly string[]>> = {
  DK: list("GL"),
  FI: list("AX"),
  FR: list("BL GF GP MF MQ NC PF PM RE TF WF YT"),
  NL: list("AW BQ CW SX"),
  GB: list("AI BM FK GI GS IO KY MS PN SH TC VG"),
};
const sovereign = new Map(
  Object.entries(territories).flatMap(([state, parts]) => parts.map((part) => [part, state] as const)),
);

/** Countries that no list of the programme names. */
const elsewhere = list("AQ AS BV CC CX EH GG GU HM IM JE MP NF PR SJ TK UM VI");

const everyCode: ReadonlySet<string> = new Set([
  ...euMembers,
  ...associations.map((entry) => entry.country),
  ...regions.flatMap((entry) => entry.countries),
  ...sovereign.keys(),
  ...elsewhere,
]);

/** ISO codes of all countries and territories that can be selected. */
export const countryCodes: readonly string[] = [...everyCode].filter((code) => !elsewhere.includes(code)).sort();

const spellings: Readonly<Record<string, string>> = { EL: "GR", UK: "GB", KS: "XK" };

/** The ISO code for an input (`EL` and `UK` are accepted), or null when it is no country. */
export function normaliseCountry(text: string): string | null {
  if (text.length > 16) return null;
  const code = text.trim().toUpperCase();
  const iso = spellings[code] ?? code;
  return everyCode.has(iso) ? iso : null;
}

/** The spelling of a country in references and forms of the programme. */
export function programmeSpelling(country: string): string {
  return country === "GR" ? "EL" : country === "GB" ? "UK" : country;
}

export interface CountryStatus {
  country: string;
  /** The state that the country counts as: itself, or the state a territory belongs to. */
  countsAs: string;
  status: "programme" | "third";
  eu: boolean;
  region: string | null;
  certainty: Certainty;
  regionCertainty: Certainty;
  source: Source;
}

// The Swiss association is signed but not confirmed; until then no result depends on it.
const swissPlans = 2027;

/** Regions with a letter (5a, 8b) are only in later guides; 2021 to 2023 may have used plain numbers. */
function lettered(found: Region | undefined, callYear: number): boolean {
  return found !== undefined && /[ab]$/.test(found.region) && callYear <= 2023;
}

/** Status of a country in one call year: programme country, or third country in a region. Null for no country. */
export function countryStatus(codeOrName: string, callYear: number): CountryStatus | null {
  const country = normaliseCountry(codeOrName);
  if (country === null) return null;
  const countsAs = sovereign.get(country) ?? country;
  const guide: SourceKey = callYear <= 2020 ? "EC-CTRY20b" : "EC-CTRY25";
  const within = (entry: { from: number; to: number }) => callYear >= entry.from && callYear <= entry.to;

  if (euMembers.includes(countsAs)) {
    const certainty = country === countsAs || callYear >= 2021 ? "verified" : "recalled";
    const base = { country, countsAs, eu: true, region: null, certainty, regionCertainty: "verified" } as const;
    return { ...base, status: "programme", source: sourceOf(guide) };
  }
  const association = associations.find((entry) => entry.country === countsAs && within(entry));
  if (association) {
    const base = { country, countsAs, region: null, regionCertainty: "verified" } as const;
    const eu = countsAs === "GB" && callYear <= 2020;
    return { ...base, eu, status: "programme", certainty: association.certainty, source: sourceOf(association.source) };
  }
  const found = regions.find((entry) => entry.countries.includes(countsAs) && within(entry));
  const certainty = countsAs === "CH" && callYear >= swissPlans ? "recalled" : "verified";
  return {
    country,
    countsAs,
    status: "third",
    eu: false,
    region: found?.region ?? null,
    certainty,
    regionCertainty: lettered(found, callYear) ? "recalled" : (found?.certainty ?? "recalled"),
    source: sourceOf(countsAs === "CH" && callYear >= swissPlans ? "MOV-25" : (found?.source ?? guide)),
  };
}
