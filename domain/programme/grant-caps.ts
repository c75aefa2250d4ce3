import { finding, verified, type Fact, type FindingParams } from "./certainty";
import type { GrantCase, GrantItem, GrantLine } from "./grant";
import { eventPeople } from "./grant-lines";
import type { UnitCosts } from "./unit-costs";

interface Cap {
  rule: string;
  fact: Fact;
  params: FindingParams;
  maxCents: number;
  /** The part of a line's amount that the cap counts. */
  counts: (item: GrantItem, line: GrantLine) => number;
}

const monthsOfYear = 12;

/** Applies a cap to the lines in their order; amounts above it are not awarded. */
function apply(cap: Cap, items: readonly GrantItem[], lines: readonly GrantLine[], callYear: number): GrantLine[] {
  let left = cap.maxCents;
  return lines.map((line, index) => {
    const item = items[index];
    if (!item || line.awardedCents === null) return line;
    const counted = Math.min(line.awardedCents, cap.counts(item, line));
    const over = Math.max(0, counted - left);
    left = Math.max(0, left - counted);
    if (over === 0) return line;
    const params = { ...cap.params, maxCents: cap.maxCents, overCents: over };
    const findings = [...line.findings, finding(cap.rule, "warning", params, cap.fact, callYear)];
    return { ...line, awardedCents: line.awardedCents - over, findings };
  });
}

/** Journeys above the yearly limit are not paid; the first ones in the list count. */
function limitJourneys(
  limit: { journeys: number; fact: Fact },
  items: readonly GrantItem[],
  lines: readonly GrantLine[],
  { input }: GrantCase,
): GrantLine[] {
  const allowed = Math.floor((limit.journeys * input.durationMonths) / monthsOfYear);
  let left = allowed;
  return lines.map((line, index) => {
    const item = items[index];
    if (item?.category !== "meeting" || !line.awardedCents) return line;
    const paid = Math.min(item.participants, left);
    left -= paid;
    if (paid === item.participants) return line;
    const params = { journeys: allowed, over: item.participants - paid };
    const findings = [...line.findings, finding("meeting_journeys_cap", "warning", params, limit.fact, input.callYear)];
    return { ...line, awardedCents: (line.awardedCents / item.participants) * paid, findings };
  });
}

function onlineCents(item: GrantItem, costs: UnitCosts): number {
  if (item.category !== "multiplier_event") return 0;
  return eventPeople(item).online * (costs.virtualEvent?.cents ?? 0);
}

function capsOf(costs: UnitCosts, months: number): readonly Cap[] {
  const { event, exceptional, meetingLimit, virtualEvent } = costs;
  const of = (item: GrantItem, category: GrantItem["category"], cents: number): number =>
    item.category === category ? cents : 0;
  const caps: Cap[] = [
    {
      rule: "exceptional_cap",
      fact: exceptional.maxFact,
      params: {},
      maxCents: exceptional.maxCents,
      counts: (item, line) => (item.category === "exceptional" && !item.guarantee ? (line.awardedCents ?? 0) : 0),
    },
  ];
  if ("cents" in meetingLimit) {
    caps.push({
      rule: "meeting_cap",
      fact: meetingLimit.fact,
      params: { months },
      maxCents: Math.floor((meetingLimit.cents * months) / monthsOfYear),
      counts: (item, line) => of(item, "meeting", line.awardedCents ?? 0),
    });
  }
  if (virtualEvent) {
    caps.push({
      rule: "virtual_event_cap",
      fact: virtualEvent.fact,
      params: {},
      maxCents: virtualEvent.maxCents,
      counts: (item) => onlineCents(item, costs),
    });
  }
  caps.push({
    rule: "event_cap",
    fact: event.maxFact,
    params: {},
    maxCents: event.maxCents,
    counts: (item, line) =>
      of(item, "multiplier_event", Math.max(0, (line.calculatedCents ?? 0) - onlineCents(item, costs))),
  });
  return caps;
}

/** Events are paid only when outputs are paid. */
function needOutputs(lines: readonly GrantLine[], callYear: number): GrantLine[] {
  const hasOutput = lines.some((line) => line.category === "output_staff" && line.awardedCents !== 0);
  if (hasOutput) return [...lines];
  return lines.map((line) => {
    if (line.category !== "multiplier_event" || !line.awardedCents) return line;
    const problem = finding("event_needs_output", "error", {}, verified("BM-ME"), callYear);
    return { ...line, awardedCents: 0, findings: [...line.findings, problem] };
  });
}

/** Caps of the whole project, applied after all lines are computed. */
export function applyCaps(
  items: readonly GrantItem[],
  computed: readonly GrantLine[],
  grantCase: GrantCase,
): GrantLine[] {
  const { costs, input } = grantCase;
  if (!costs) return [...computed];
  const limit = costs.meetingLimit;
  const start = needOutputs(computed, input.callYear);
  const journeys = "journeys" in limit ? limitJourneys(limit, items, start, grantCase) : start;
  return capsOf(costs, input.durationMonths).reduce((lines, cap) => apply(cap, items, lines, input.callYear), journeys);
}
