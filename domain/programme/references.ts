import { bareIdentifier } from "../identifiers";
import { actionIds, editionsOf, programmeYears, yearsOf } from "./actions";
import { agencyOf, agencySpelling } from "./agencies";
import { normaliseCountry } from "./countries";
import { repair } from "./reference-repair";
import { strands, type Field, type Strand } from "./vocabulary";

export type ReferenceForm =
  "agency_project" | "form_id" | "executive_agency_project" | "executive_agency_number" | "topic" | "oid" | "pic";

export interface ReferenceParts {
  form: ReferenceForm;
  callYear?: number;
  round?: number;
  agency?: string;
  agencyName?: string;
  country?: string;
  action?: string;
  field?: Field;
  strand?: Strand;
  serial?: string;
  /** The number of a school in a school exchange, when the reference ends in `_1` to `_6`. */
  school?: number;
}

export type ReferenceProblem =
  | "empty"
  | "too_long"
  | "unknown_form"
  | "stray_spaces"
  | "letter_for_digit"
  | "digit_for_letter"
  | "missing_round"
  | "missing_hyphen"
  | "serial_length"
  | "field_missing"
  | "field_unknown"
  | "year_outside"
  | "agency_unknown"
  | "agency_spelling"
  | "action_unknown"
  | "action_not_in_year";

export interface ParsedReference {
  valid: boolean;
  normalised: string | null;
  parts: ReferenceParts | null;
  problem?: ReferenceProblem;
  suggestion?: string | null;
}

const longest = 200;
const fieldOf: Readonly<Record<string, Field>> = {
  ADU: "adult",
  HED: "higher",
  SCH: "school",
  VET: "vet",
  YOU: "youth",
};

const early = /^(20\d\d)-([1-3])-([A-Z]{2}\d{2})-(KA\d{3})-(\d{6})(?:_([1-6]))?$/;
// The additional calls of 2020 already contained the field, with the shorter number.
const extraCall = /^(2020-[1-3]-[A-Z]{2}\d{2}-KA22[67])-([A-Z]{3})(-\d{6})$/;
const later = /^(20\d\d)-([1-3])-([A-Z]{2}\d{2})-(KA\d{3})-([A-Z]{3})-(\d{9})$/;
const agencyForm = /^(KA\d{3})(?:-([A-Z]{3}))?-([0-9A-F]{8})$/;
const executive = /^(\d{6})-EPP-1-(20\d\d)-1-([A-Z]{2})-EPPKA2-(KA|SSA|CBHE-JP|CBHE-SP|CBY-[A-Z0-9-]{1,30})$/;
const executiveLoose = /^(\d{6}-EPP-1-20\d\d-1)([A-Z]{2}-EPPKA2-.{2,40})$/;
const topic = /^ERASMUS-(?:EDU|YOUTH|SPORT)-(20\d\d)-([A-Z0-9-]{2,60})$/;
const firstTopicYear = 2021;
// Topics that identify the action; those of other actions are only well formed.
const topicActions: readonly (readonly [RegExp, string])[] = [
  [/^CBHE-STRAND-([1-3])$/, "CBHE"],
  [/^CB-VET-(?:WB|NE|SMC|SSA|LA|CA)$/, "CB_VET"],
];

const executiveActions: Readonly<Record<string, string>> = {
  KA: "KNOWLEDGE_ALLIANCE",
  SSA: "SECTOR_SKILLS_ALLIANCE",
  CBHE: "CBHE",
  CBY: "CB_YOUTH",
};

// Codes of mobility and policy support are well formed, but not part of this programme data.
const knownKeyActions = /^KA[123]/;

const ok = (normalised: string, parts: ReferenceParts): ParsedReference => ({ valid: true, normalised, parts });

interface Wrong {
  problem: ReferenceProblem;
  suggestion: string | null;
}

/** The problem of a well-formed agency reference, if any. */
function agencyProblem(text: string, year: number, code: string, action: string, field?: string): Wrong | null {
  const { first, last } = programmeYears();
  if (year < first || year > last) return { problem: "year_outside", suggestion: null };
  const spelled = agencySpelling(code);
  if (spelled !== code) return { problem: "agency_spelling", suggestion: text.replace(`-${code}-`, `-${spelled}-`) };
  if (!agencyOf(code)) return { problem: "agency_unknown", suggestion: null };
  if (field !== undefined && !Object.hasOwn(fieldOf, field)) return { problem: "field_unknown", suggestion: null };
  if (!knownKeyActions.test(action)) return { problem: "action_unknown", suggestion: null };
  if (!action.startsWith("KA2")) return null;
  return actionProblem(text, year, action, field);
}

function actionProblem(text: string, year: number, action: string, field?: string): Wrong | null {
  const id = field === undefined ? action : `${action}-${field}`;
  if (editionsOf(id, year).length > 0) return null;
  if (field === undefined && actionIds.some((known) => known.startsWith(`${action}-`))) {
    return { problem: year < 2021 ? "action_not_in_year" : "field_missing", suggestion: null };
  }
  const years = yearsOf(id);
  if (!years) return { problem: "action_unknown", suggestion: null };
  const twin = { KA219: "KA229", KA229: "KA219" }[action];
  const twinLives = twin !== undefined && editionsOf(twin, year).length > 0;
  const suggestion = twinLives
    ? text.replace(action, twin)
    : years.from === years.to
      ? text.replace(/^\d{4}/, String(years.from))
      : null;
  return { problem: "action_not_in_year", suggestion };
}

function agencyReference(text: string): ParsedReference | null {
  const extra = extraCall.exec(text);
  if (extra) return extraCallReference(text, extra);
  const old = early.exec(text);
  const now = old ? null : later.exec(text);
  const found = old ?? now;
  if (!found) return null;
  const [, year = "", round = "", code = "", action = ""] = found;
  const suffix = now?.[5];
  const serial = (old?.[5] ?? now?.[6]) || "";
  const school = old?.[6];
  const agency = agencyOf(agencySpelling(code));
  const parts: ReferenceParts = {
    form: "agency_project",
    callYear: Number(year),
    round: Number(round),
    ...(agency ? { agency: agency.code, country: agency.country } : {}),
    ...(agency?.name ? { agencyName: agency.name } : {}),
    action: suffix === undefined ? action : `${action}-${suffix}`,
    ...(suffix !== undefined && fieldOf[suffix] ? { field: fieldOf[suffix] } : {}),
    serial,
    ...(school ? { school: Number(school) } : {}),
  };
  if (suffix === undefined) {
    const field = editionsOf(action, Number(year))[0]?.fields;
    if (field?.length === 1 && field[0]) parts.field = field[0];
  }
  const wrong = agencyProblem(text, Number(year), code, action, suffix);
  return wrong ? { valid: false, normalised: wrong.suggestion, parts, ...wrong } : ok(text, parts);
}

function extraCallReference(text: string, [, head = "", suffix = "", serial = ""]: RegExpExecArray): ParsedReference {
  const answer = agencyReference(head + serial);
  const field = fieldOf[suffix];
  const parts = answer?.parts ? { ...answer.parts, ...(field ? { field } : {}) } : null;
  if (!field) return { valid: false, normalised: null, parts, problem: "field_unknown", suggestion: null };
  if (answer?.valid) return ok(text, parts ?? { form: "agency_project" });
  const suggestion = answer?.suggestion?.replace(serial, `-${suffix}${serial}`) ?? null;
  return { valid: false, normalised: suggestion, parts, problem: answer?.problem ?? "unknown_form", suggestion };
}

/** A reference of the Executive Agency, unless its year is outside the programme or this form. */
function inItsYears(text: string, parts: ReferenceParts, exists: boolean): ParsedReference {
  const { first, last } = programmeYears();
  const { callYear = first } = parts;
  const outside = callYear < first || callYear > last;
  if (!outside && exists) return ok(text, parts);
  const problem = outside ? "year_outside" : "action_not_in_year";
  return { valid: false, normalised: null, parts, problem, suggestion: null };
}

function otherForms(text: string): ParsedReference | null {
  const id = agencyForm.exec(text);
  if (id) {
    const [, action = "", suffix, serial = ""] = id;
    const field = suffix === undefined ? undefined : fieldOf[suffix];
    if (suffix !== undefined && !field)
      return { valid: false, normalised: null, parts: null, problem: "field_unknown", suggestion: null };
    const code = suffix === undefined ? action : `${action}-${suffix}`;
    return ok(text, { form: "form_id", action: code, ...(field ? { field } : {}), serial });
  }
  const project = executive.exec(text);
  if (project) {
    const [, serial = "", year = "", spelled = "", action = ""] = project;
    const country = normaliseCountry(spelled);
    const known = executiveActions[action] ?? executiveActions[action.split("-")[0] ?? ""] ?? action;
    const parts = { form: "executive_agency_project", callYear: Number(year), action: known, serial } as const;
    return inItsYears(text, country ? { ...parts, country } : parts, editionsOf(known, Number(year)).length > 0);
  }
  // Some published numbers have no hyphen before the country.
  const loose = executiveLoose.exec(text);
  if (loose) return otherForms(`${loose[1] ?? ""}-${loose[2] ?? ""}`);
  const call = topic.exec(text);
  if (call) {
    const callYear = Number(call[1]);
    const parts = { form: "topic", callYear, ...topicParts(call[2] ?? "") } as const;
    return inItsYears(text, parts, callYear >= firstTopicYear);
  }
  if (/^E\d{8}$/.test(text)) return ok(text, { form: "oid", serial: text });
  if (/^101\d{6}$/.test(text)) return ok(text, { form: "executive_agency_number", serial: text });
  return /^\d{9}$/.test(text) ? ok(text, { form: "pic", serial: text }) : null;
}

function topicParts(topicText: string): Pick<ReferenceParts, "action" | "field" | "strand"> {
  const [pattern, action] = topicActions.find(([one]) => one.test(topicText)) ?? [];
  if (!pattern || !action) return {};
  const strand = strands.find((one) => one === `strand${pattern.exec(topicText)?.[1] ?? ""}`);
  return { action, field: action === "CBHE" ? "higher" : "vet", ...(strand ? { strand } : {}) };
}

const recognise = (text: string): ParsedReference | null => agencyReference(text) ?? otherForms(text);

const refuse = (problem: ReferenceProblem): ParsedReference => ({
  valid: false,
  normalised: null,
  parts: null,
  problem,
  suggestion: null,
});

/** Parses a project reference, form id, OID or PIC: its parts, or the problem and the probable reference. */
export function parseReference({ text }: { text: string }): ParsedReference {
  if (text.length > longest) return refuse("too_long");
  const trimmed = bareIdentifier(text);
  if (trimmed === "") return refuse("empty");
  const direct = recognise(trimmed);
  if (direct) return direct;
  const repaired = repair(trimmed);
  const corrected = repaired ? recognise(repaired.text) : null;
  if (!repaired || !corrected) return refuse("unknown_form");
  const suggestion = corrected.valid ? corrected.normalised : (corrected.suggestion ?? null);
  const problem = suggestion === null && corrected.problem ? corrected.problem : repaired.problem;
  return { valid: false, normalised: suggestion, parts: corrected.parts, problem, suggestion };
}
