import type { OrganisationLine as Row } from "@/components/programme/organisation-rows";
import { numberFromText } from "@/domain/numbers";
import type { EligibilityQuery } from "@/domain/schemas/programme";
import { countryFromText } from "@/domain/programme/country-names";
import { kinds, organisationTypes, roles, strands } from "@/domain/programme/vocabulary";

export type Params = Record<string, string | string[] | undefined>;

export interface Question {
  action: string;
  callYear: string;
  kind: string;
  strand: string;
  months: string;
  grant: string;
  founded: string;
  longTerm: boolean;
  rows: Row[];
}

const mostRows = 60;
const firstRows = 4;
const spareRows = 2;

const all = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
const one = (value: string | string[] | undefined): string => all(value)[0]?.slice(0, 60) ?? "";

function oneOf<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((item) => item === value);
}

/** Parses the parameters of the page. */
export function readQuestion(params: Params, thisYear: number): Question {
  const types = all(params["type"]);
  const roleValues = all(params["role"]);
  const rows = all(params["country"])
    .slice(0, mostRows)
    .map((country, index): Row => ({
      country: country.slice(0, 60).trim(),
      type: oneOf(organisationTypes, types[index]),
      role: oneOf(roles, roleValues[index]) ?? "partner",
    }))
    .filter(({ country }) => country !== "");
  return {
    action: one(params["action"]),
    callYear: one(params["callYear"]) || String(thisYear),
    kind: one(params["kind"]),
    strand: one(params["strand"]),
    months: one(params["months"]),
    grant: one(params["grant"]),
    founded: one(params["founded"]).slice(0, 10),
    longTerm: one(params["longTerm"]) !== "",
    rows,
  };
}

/** The rows of the form: those with values, and some empty ones. */
export function formRows({ rows }: Question, wantsMore: boolean): Row[] {
  const spare = wantsMore ? firstRows : spareRows;
  const count = Math.min(mostRows, Math.max(firstRows, rows.length + spare));
  return Array.from({ length: count }, (_, index) => {
    const role = index === 0 ? "coordinator" : "partner";
    return rows[index] ?? { country: "", type: undefined, role };
  });
}

const numberFields = ["callYear", "months", "grant"] as const;

/** The fields whose content is no number. */
export const unreadableFields = (question: Question): readonly (typeof numberFields)[number][] =>
  numberFields.filter((field) => question[field].trim() !== "" && numberFromText(question[field]) === null);

/** Input for the rules; null while nothing is filled in or a number cannot be read. */
export function toInput(question: Question): EligibilityQuery | null {
  const { action, rows } = question;
  const callYear = numberFromText(question.callYear);
  if (action === "" || rows.length === 0 || callYear === null || unreadableFields(question).length > 0) return null;
  const kind = oneOf(kinds, question.kind);
  const strand = oneOf(strands, question.strand);
  const months = numberFromText(question.months);
  const euro = numberFromText(question.grant);
  return {
    action,
    callYear,
    ...(kind ? { kind } : {}),
    ...(strand ? { strand } : {}),
    ...(months === null ? {} : { durationMonths: months }),
    ...(euro === null ? {} : { requestedGrantCents: Math.round(euro * 100) }),
    longTermPupilMobility: question.longTerm,
    organisations: rows.map((row) => ({
      ...row,
      country: countryFromText(row.country) ?? row.country,
      ...(row.role === "coordinator" && question.founded !== "" ? { foundedOn: question.founded } : {}),
    })),
  };
}
