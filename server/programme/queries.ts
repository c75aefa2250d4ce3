import { actionsOf } from "@/domain/programme/actions";
import {
  certaintyFor,
  finding,
  verified,
  type Certainty,
  type Fact,
  type Finding,
  type FindingParams,
  type Severity,
} from "@/domain/programme/certainty";
import { distanceBand, distanceKm, type Coordinates, type DistanceAnswer } from "@/domain/programme/distance";
import type { AwardCriteria, Ceiling, Edition } from "@/domain/programme/editions";
import { checkEligibility } from "@/domain/programme/eligibility";
import { estimateGrant } from "@/domain/programme/grant";
import { reduction } from "@/domain/programme/reduction";
import { parseReference } from "@/domain/programme/references";
import { sourceOf, type Source } from "@/domain/programme/sources";
import { transfer } from "@/domain/programme/transfer";
import type {
  ActionsInput,
  DistanceQuery,
  EligibilityQuery,
  GrantQuery,
  ReductionQuery,
  TransferQuery,
} from "@/domain/schemas/programme";
import { findPlace } from "./gazetteer";
import { speakerFor, spokenFindings, type Speaker } from "./sentences";

export interface Provenance {
  source: Source;
  certainty: Certainty;
  /** Calls that a source covers, when it does not cover all, and its certainty for them. */
  proven: { from: number; to: number; certainty: Certainty } | null;
}

type Sourced<T> = T extends { fact: Fact } ? Omit<T, "fact"> & Provenance : never;

/** Locale and time of a request. Nothing here reads the database. */
export interface Reader {
  locale: string;
  now: Date;
}

/** The source of a fact and its certainty for a call year. */
export function provenanceOf(fact: Fact, callYear: number): Provenance {
  const [from, to] = fact.proven ?? [];
  return {
    source: sourceOf(fact.source),
    certainty: certaintyFor(fact, callYear),
    proven: from === undefined || to === undefined ? null : { from, to, certainty: fact.certainty },
  };
}

function sourced<T extends { fact: Fact }>(value: T, callYear: number): Sourced<T> {
  const { fact, ...rest } = value;
  return { ...rest, ...provenanceOf(fact, callYear) } as Sourced<T>;
}

const labelled = (list: string, ids: readonly string[], { translate }: Speaker) =>
  ids.map((id) => ({ id, label: translate(`${list}.${id}`) }));

/** An edition with its texts, figures, sources and certainty. */
export function presentEdition(edition: Edition, speaker: Speaker, callYear: number) {
  const { action, strand, duration, ceiling, fundingPercent, award, shares = [] } = edition;
  const labelOf = (list: string, id: string) => speaker.translate(`${list}.${id}`);
  return {
    action,
    label: labelOf("actions", action),
    from: edition.from,
    to: edition.to,
    strand: strand ?? null,
    strandLabel: strand ? labelOf("strands", strand) : null,
    fields: labelled("fields", edition.fields, speaker),
    kinds: labelled("kinds", edition.kinds, speaker),
    appliesTo: {
      id: edition.appliesTo,
      label: labelOf("appliesTo", edition.appliesTo),
      ...provenanceOf(edition.applyFact, callYear),
    },
    duration: sourced(duration, callYear),
    ceiling: ceiling && !ceiling.fact.unsure ? sourced<Ceiling>(ceiling, callYear) : null,
    fundingPercent: fundingPercent ? sourced(fundingPercent, callYear) : null,
    categories: labelled("categories", edition.categories, speaker),
    shares: shares.map(({ heading, percent, fact }) => ({
      heading,
      label: labelOf("costHeadings", heading),
      percent,
      ...provenanceOf(fact, callYear),
    })),
    award: award ? presentAward(award, speaker, callYear) : null,
  };
}

function presentAward({ criteria, pass, fact }: AwardCriteria, speaker: Speaker, callYear: number) {
  const rows = criteria.map(({ criterion, max, min }) => ({
    criterion,
    label: speaker.translate(`criteria.${criterion}`),
    max,
    min: min ?? null,
  }));
  return { criteria: rows, pass: fact.unsure ? null : (pass ?? null), ...provenanceOf(fact, callYear) };
}

export type PresentedAction = ReturnType<typeof presentEdition>;

/** The actions of a call year, or of all years, with their figures, sources and certainty. */
export async function listActions({ locale }: Reader, input: ActionsInput): Promise<PresentedAction[]> {
  const speaker = await speakerFor(locale);
  const callYear = input?.callYear;
  return actionsOf(callYear).map((edition) => presentEdition(edition, speaker, callYear ?? edition.to));
}

/** Checks whether a consortium may apply, with each finding in the reader's language. */
export async function getEligibility({ locale }: Reader, input: EligibilityQuery) {
  const { verdict, findings } = checkEligibility(input);
  return { verdict, findings: spokenFindings(findings, await speakerFor(locale)) };
}

/** The grant for a budget, line by line. */
export async function getGrant({ locale }: Reader, input: GrantQuery) {
  const speaker = await speakerFor(locale);
  const { lines, findings, ...estimate } = estimateGrant(input);
  return {
    ...estimate,
    lines: lines.map((line) => ({ ...line, findings: spokenFindings(line.findings, speaker) })),
    findings: spokenFindings(findings, speaker),
  };
}

type Place = Extract<DistanceQuery, { from: unknown }>["from"];

/** The location of a place, or a finding why it is unknown. */
async function locate(place: Place, callYear: number): Promise<{ at: Coordinates | null; findings: Finding[] }> {
  if (!("city" in place)) return { at: place, findings: [] };
  const { city, country } = place;
  const findingOf = (rule: string, severity: Severity, params: FindingParams) => [
    finding(rule, severity, params, verified("GEONAMES"), callYear),
  ];
  const answer = await findPlace(city, country);
  if (answer.place) {
    const { name, isOneOfSeveral } = answer.place;
    return {
      at: answer.place,
      findings: isOneOfSeveral ? findingOf("city_ambiguous", "warning", { name, country }) : [],
    };
  }
  if (!answer.isCountry) return { at: null, findings: findingOf("country_unknown", "error", { codes: [country] }) };
  const { near } = answer;
  return { at: null, findings: findingOf("city_unknown", "error", { city, country, near, suggestions: near.length }) };
}

/** The distance band of a journey and its amount. */
export async function getDistanceBand({ locale, now }: Reader, input: DistanceQuery) {
  const speaker = await speakerFor(locale);
  const callYear = input.callYear ?? now.getUTCFullYear();
  const { category } = input;
  const answer = ({ findings, ...rest }: DistanceAnswer, more: readonly Finding[] = []) => ({
    ...rest,
    findings: spokenFindings([...more, ...findings], speaker),
  });
  if ("km" in input) return answer(distanceBand({ callYear, category, km: input.km }));
  const [from, to] = await Promise.all([locate(input.from, callYear), locate(input.to, callYear)]);
  const findings = [...from.findings, ...to.findings];
  if (from.at && to.at) {
    return answer(distanceBand({ callYear, category, km: distanceKm(from.at, to.at) }), findings);
  }
  return {
    km: null,
    band: null,
    amountCents: null,
    greenAmountCents: null,
    findings: spokenFindings(findings, speaker),
  };
}

/** The parts of a reference, or what is wrong with it. */
export async function getReference({ locale }: Reader, input: { text: string }) {
  const answer = parseReference(input);
  const message = answer.problem ? (await speakerFor(locale)).translate(`referenceProblems.${answer.problem}`) : null;
  return { ...answer, message };
}

/** The grant reduction for a final-report score. */
export async function getReduction({ locale }: Reader, input: ReductionQuery) {
  const { percent, findings } = reduction(input);
  return { percent, findings: spokenFindings(findings, await speakerFor(locale)) };
}

/** Budget transfers that need no amendment. */
export async function getTransfer({ locale }: Reader, input: TransferQuery) {
  const { findings, ...rest } = transfer(input);
  return { ...rest, findings: spokenFindings(findings, await speakerFor(locale)) };
}
