import { formatCents } from "../money";
import { countryName } from "./country-names";
import type { FindingParams, ParamValue, Severity } from "./certainty";

/** Looks up a sentence in the programme's messages. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The part of a finding that its sentence needs. */
export interface Presentable {
  rule: string;
  severity: Severity;
  params: FindingParams;
}

/** The message group with the names of a parameter's values. */
const listOf: Readonly<Record<string, string>> = {
  action: "actions",
  activities: "activities",
  category: "categories",
  given: "organisationTypes",
  group: "groups",
  groups: "groups",
  kind: "kinds",
  kinds: "kinds",
  strands: "strands",
  types: "organisationTypes",
};

function nameOf(key: string, value: string, translate: Translate, locale: string): string {
  if (key === "countries" || key === "country") return countryName(value, locale);
  if (key.endsWith("Cents")) return formatCents(Number(value), locale);
  const listName = listOf[key];
  return listName === undefined ? value : translate(`${listName}.${value}`);
}

const days: ReadonlySet<string> = new Set(["foundedOn", "foundedBy"]);
/** Lists that are joined with "or". */
const choices: ReadonlySet<string> = new Set(["allowed", "kinds", "lumpSumsCents", "near", "strands"]);

// Creating a formatter is slow and every finding needs one, so formatters are cached.
const listFormats = new Map<string, Intl.ListFormat>();

function listFormat(locale: string, type: "conjunction" | "disjunction"): Intl.ListFormat {
  const key = `${locale} ${type}`;
  const format = listFormats.get(key) ?? new Intl.ListFormat(locale, { type });
  listFormats.set(key, format);
  return format;
}

const formatDate = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));

function valuesOf(key: string, value: ParamValue, translate: Translate, locale: string): [string, string | number][] {
  if (typeof value === "number") {
    const plain: [string, string | number] = [key, value];
    return key.endsWith("Cents") ? [plain, [key.replace(/Cents$/, "Money"), formatCents(value, locale)]] : [plain];
  }
  if (typeof value === "boolean") return [[key, String(value)]];
  if (typeof value === "string") {
    if (days.has(key)) return [[key, formatDate(value, locale)]];
    return [
      [key, value],
      [`${key}Name`, nameOf(key, value, translate, locale)],
    ];
  }
  const names = value.map((one) => nameOf(key, one, translate, locale));
  const list =
    names.length === 0 ? "none" : listFormat(locale, choices.has(key) ? "disjunction" : "conjunction").format(names);
  return [[key.endsWith("Cents") ? key.replace(/Cents$/, "Money") : `${key}Names`, list]];
}

/** The values of a sentence: parameters, with names, money and dates in the reader's language. */
export function presentValues(
  params: FindingParams,
  translate: Translate,
  locale: string,
): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).flatMap(([key, value]) => valuesOf(key, value, translate, locale)));
}

/** The sentence of a finding in the reader's language, with names, money and dates formatted for it. */
export function presentFinding(finding: Presentable, translate: Translate, locale: string): string {
  const values = presentValues(finding.params, translate, locale);
  return translate(`findings.${finding.rule}.${finding.severity}`, values);
}
