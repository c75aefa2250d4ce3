import { normaliseOid, normalisePic } from "../identifiers";
import { nameKey } from "../organisations";
import type { DraftData } from "../schemas/projects";
import { editionsOf, programmeYears } from "./actions";
import { mailLanguageOf } from "../mail-language";
import { countryStatus, normaliseCountry } from "./countries";
import { listedType, type Reading } from "./listed-types";
import type { ListedOrganisation, ListedProject } from "./official-list";
import { parseReference } from "./references";
import type { Field, Strand } from "./vocabulary";

type Partner = NonNullable<DraftData["partners"]>[number];

export interface ListedDraft {
  data: DraftData;
  /** The coordinator in the list, when it is not the person's own organisation. */
  coordinator: string | null;
  /** Number of organisations above the limit. */
  leftOut: number;
}

const months = { least: 1, most: 60 } as const;

const fieldPatterns: readonly (readonly [RegExp, Field])[] = [
  [/higher education/, "higher"],
  [/vocational/, "vet"],
  [/adult/, "adult"],
  [/youth/, "youth"],
  [/school/, "school"],
];
const fieldSuffix: Readonly<Record<Field, string>> = {
  higher: "HED",
  vet: "VET",
  adult: "ADU",
  youth: "YOU",
  school: "SCH",
  sport: "SPO",
};
const strategicOf: Readonly<Record<Field, string>> = {
  school: "KA201",
  vet: "KA202",
  higher: "KA203",
  adult: "KA204",
  youth: "KA205",
  sport: "KA200",
};

const fieldIn = (text: string): Field | undefined => fieldPatterns.find(([pattern]) => pattern.test(text))?.[1];

/** The action with this name in the list. */
function actionByName(description: string, callYear: number): string | undefined {
  const field = fieldIn(description);
  if (/knowledge alliance/.test(description)) return "KNOWLEDGE_ALLIANCE";
  if (/sector skills/.test(description)) return "SECTOR_SKILLS_ALLIANCE";
  if (/capacity building/.test(description)) {
    return { higher: "CBHE", youth: "CB_YOUTH", vet: "CB_VET", sport: "CB_SPORT", school: "", adult: "" }[
      field ?? (/sport/.test(description) ? "sport" : "school")
    ];
  }
  if (/small-scale/.test(description) && field) return `KA210-${fieldSuffix[field]}`;
  if (/cooperation partnership/.test(description) && field) return `KA220-${fieldSuffix[field]}`;
  if (/schools only/.test(description)) return "KA219";
  if (/school exchange/.test(description)) return "KA229";
  if (/more than one field/.test(description)) return "KA200";
  if (/strategic partnership/.test(description) && field && callYear <= 2020) return strategicOf[field];
  return undefined;
}

const sure = <T>(value: T): Reading<T> => ({ value, guessed: false });
const guess = <T>(value: T): Reading<T> => ({ value, guessed: true });

interface Call {
  callYear: Reading<number | undefined>;
  actionCode: Reading<string | undefined>;
  field: Reading<Field | undefined>;
  strand: Reading<Strand | undefined>;
}

/**
 * Joint and structural projects are distinguished by their number, national and multi-country ones by their countries.
 */
function strandOf(listed: ListedProject, action: string, callYear: number): Strand | undefined {
  const kind = /CBHE-(JP|SP)\b/.exec(listed.reference.toUpperCase())?.[1];
  if (action !== "CBHE" || kind === undefined || callYear > 2020) return undefined;
  const third = new Set(
    listed.organisations.flatMap(({ country }) => {
      const status = countryStatus(country, callYear);
      return status?.status === "third" ? [status.countsAs] : [];
    }),
  );
  if (kind === "JP") return third.size > 1 ? "joint_multi_country" : "joint_national";
  return third.size > 1 ? "structural_multi_country" : "structural_national";
}

function callOf(listed: ListedProject): Call {
  const { parts } = parseReference({ text: listed.reference });
  const description = listed.actionType.toLowerCase();
  const { first, last } = programmeYears();
  const written = Number(listed.callYear);
  const isYear = Number.isInteger(written) && written >= first && written <= last;
  const callYear = isYear ? sure(written) : guess(parts?.callYear);
  const year = callYear.value ?? last;
  const exists = (code: string | undefined) => (code && editionsOf(code, year).length > 0 ? code : undefined);
  const byReference = exists(parts?.action);
  const actionCode = byReference ? sure(byReference) : guess(exists(actionByName(description, year)));
  const [edition] = actionCode.value ? editionsOf(actionCode.value, year) : [];
  const only = edition?.fields.length === 1 ? edition.fields[0] : undefined;
  const listedField = [parts?.field, fieldIn(description)].find((field) => field && edition?.fields.includes(field));
  const strand = actionCode.value ? strandOf(listed, actionCode.value, year) : undefined;
  return { callYear, actionCode, field: only ? sure(only) : guess(listedField), strand: guess(strand) };
}

const isDay = /^\d{4}-\d{2}-\d{2}/;
// Spreadsheets count days from the end of 1899.
const spreadsheetEpoch = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

/** Parses a date of the list: 2019-09-01, 01/09/2019, or a spreadsheet's number. */
export function listedDay(text: string): string | undefined {
  if (isDay.test(text)) return text.slice(0, 10);
  const european = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (european) {
    const [, day = "", month = "", year = ""] = european;
    const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    const read = new Date(`${written}T00:00:00Z`);
    return Number.isNaN(read.getTime()) ? undefined : read.toISOString().slice(0, 10);
  }
  const serial = Number(text);
  if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined;
  return new Date(spreadsheetEpoch + Math.floor(serial) * dayMs).toISOString().slice(0, 10);
}

/** Whole months between two days, including the last one. */
function monthsBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (!from || !to) return undefined;
  const [start, end] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  const days = (end.getUTCDate() - start.getUTCDate()) / 30.4;
  const whole = Math.round(
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth() + days,
  );
  return whole >= months.least && whole <= months.most ? whole : undefined;
}

/** A short name for a project that has only a title. */
export function acronymOf(title: string): string {
  const bracketed = /\(([\p{Lu}\p{N}][\p{L}\p{N}+&.-]{1,19})\)/u.exec(title)?.[1];
  if (bracketed) return bracketed;
  const lead = /^(["“«]?)([^:–—"”»]{2,25}?)\1?["”»]?\s*(?::|\s[-–—]\s)/u.exec(title)?.[2]?.trim();
  if (lead) return lead;
  const capitals = title.replace(/[^\p{Lu}\p{N}]/gu, "");
  const shouted = title.split(/\s+/).find((word) => /^[\p{Lu}\p{N}+-]{4,}$/u.test(word));
  const isAllCapitals = title === title.toUpperCase();
  if (!isAllCapitals && shouted) return shouted;
  if (!isAllCapitals && capitals.length >= 3 && capitals.length <= 12) return capitals;
  const start = title.split(/\s+/).slice(0, 3).join(" ");
  return start.length <= 25 ? start : start.slice(0, 25).trim();
}

/** A word with a capital first letter, by the rules of the country's main language: Turkish has İ/i and I/ı. */
function capitalised(word: string, country: string): string {
  const { language } = new Intl.Locale(country === "" ? "und" : `und-${country}`).maximize();
  // Outside of Turkish, the lower case of İ is an i with a combining dot.
  const lower = (text: string) => text.toLocaleLowerCase(language).replaceAll("i\u0307", "i");
  const [first = ""] = word;
  // Lowered as a whole, because the lower case of Σ depends on the letters around it.
  return first + lower(word).slice(lower(first).length);
}

/**
 * The town of an address such as "Austrasse 15, 9495, Triesen"; names in capitals get mixed case in the language of the
 * country, an ISO code or "" when it is not known.
 */
export function townOf(address: string, country: string): string {
  const last = address.normalize("NFC").split(",").at(-1)?.trim() ?? "";
  if (last === "" || /\d/.test(last) || !address.includes(",")) return "";
  if (last !== last.toUpperCase()) return last.slice(0, 120);
  return last.replace(/[^\s-]+/gu, (word) => capitalised(word, country)).slice(0, 120);
}

/** Fills a draft from a listed project. Fields that are not in the list itself are named in `guessed`. */
export function draftFromList(
  listed: ListedProject,
  own: { id: string; legalName: string; country: string } | null,
  mostOrganisations: number,
  newKey: () => string,
): ListedDraft {
  const guessed: string[] = [];
  const keep = <T>(name: string, reading: Reading<T>): T => {
    if (reading.guessed && reading.value !== undefined && reading.value !== "") guessed.push(name);
    return reading.value;
  };
  const isOwn = ({ name, country }: ListedOrganisation): boolean =>
    own !== null && nameKey(name) === nameKey(own.legalName) && normaliseCountry(country) === own.country;
  const others = listed.organisations.filter((organisation) => !isOwn(organisation));
  const [leader] = listed.organisations;
  const partners = others.slice(0, mostOrganisations - 1).map((organisation): Partner => {
    const key = newKey();
    const { name } = organisation;
    const country = normaliseCountry(organisation.country) ?? "";
    return {
      key,
      legalName: name,
      country,
      city: keep(`partners.${key}.city`, guess(townOf(organisation.address, country))),
      type: keep(`partners.${key}.type`, listedType(organisation.type, name)),
      oid: normaliseOid(organisation.oid) ?? undefined,
      pic: normalisePic(organisation.pic) ?? undefined,
      kind: "partner",
      emails: "",
      role: "manager",
      message: "",
      locale: mailLanguageOf(country),
    };
  });
  const call = callOf(listed);
  const callYear = keep("callYear", call.callYear);
  const actionCode = keep("actionCode", call.actionCode);
  const [edition] = actionCode && callYear ? editionsOf(actionCode, callYear) : [];
  const [startsOn, endsOn] = [listedDay(listed.startsOn), listedDay(listed.endsOn)];
  const data: DraftData = {
    organisationId: own?.id,
    callYear,
    actionCode,
    field: keep("field", call.field),
    kind: edition?.kinds.length === 1 ? edition.kinds[0] : undefined,
    strand: keep("strand", call.strand),
    title: listed.title,
    acronym: keep("acronym", guess(acronymOf(listed.title).slice(0, 40))),
    summary: listed.summary,
    startsOn,
    durationMonths: keep("durationMonths", guess(monthsBetween(startsOn, endsOn))),
    grantReference: listed.reference.slice(0, 60),
    partners,
    listReference: listed.reference.slice(0, 60),
    guessed,
  };
  return {
    data,
    coordinator: leader && !isOwn(leader) ? leader.name : null,
    leftOut: Math.max(0, others.length - partners.length),
  };
}
