import { finding, recalled, unsure, verified, type Fact, type Finding, type FindingParams } from "./certainty";
import { distanceBand } from "./distance";
import type { GrantCase, GrantItem, GrantLine } from "./grant";
import { percentOf } from "../money";
import { staffRate } from "./staff-rates";
import { organisationNamed } from "./grant-organisations";
import type { UnitCosts } from "./unit-costs";

type ItemOf<C extends GrantItem["category"]> = Extract<GrantItem, { category: C }>;

const laterDays = 15;

function line(category: GrantItem["category"], cents: number | null, findings: readonly Finding[]): GrantLine {
  return { category, calculatedCents: cents, awardedCents: cents, findings };
}

function refused(category: GrantItem["category"], calculatedCents: number | null, problem: Finding): GrantLine {
  return { category, calculatedCents, awardedCents: 0, findings: [problem] };
}

/** The certainty of a rate; recalled rates are used and marked. */
function marked(basis: Fact, params: FindingParams, callYear: number): Finding {
  const made = finding("rate", "ok", params, basis, callYear);
  return made.certainty === "recalled" ? { ...made, rule: "rate_unconfirmed", severity: "warning" } : made;
}

function notComputed(item: GrantItem, { input }: GrantCase, about: string): GrantLine {
  const guide = unsure(input.callYear <= 2020 ? "GUIDE20" : "GUIDE27");
  return line(item.category, null, [finding("check_guide", "warning", { about }, guide, input.callYear)]);
}

function management(grantCase: GrantCase, { management: rates }: UnitCosts): GrantLine {
  const { input, members } = grantCase;
  const partners = members.filter(({ role }) => role === "partner").length;
  const coordinators = members.some(({ role }) => role === "coordinator") ? 1 : 0;
  const months = input.durationMonths;
  const calculated = months * (coordinators * rates.coordinatorCents + partners * rates.partnerCents);
  const monthly = rates.coordinatorCents + (rates.organisations - 1) * rates.partnerCents;
  const maxCents = months * monthly;
  const params = { partners, months, maxCents };
  const findings = [marked(rates.fact, params, input.callYear)];
  if (calculated <= maxCents) return line("management", calculated, findings);
  const cap = finding(
    "management_cap",
    "warning",
    { ...params, overCents: calculated - maxCents },
    rates.fact,
    input.callYear,
  );
  return { ...line("management", calculated, [...findings, cap]), awardedCents: maxCents };
}

function byDistance(item: ItemOf<"meeting"> | ItemOf<"travel">, grantCase: GrantCase): GrantLine {
  const { category, participants, km } = item;
  const { callYear } = grantCase.input;
  const answer = distanceBand({ callYear, category, km }, grantCase.data.bands);
  const green = item.category === "travel" && item.green;
  const amount = green ? (answer.greenAmountCents ?? answer.amountCents) : answer.amountCents;
  const findings = [...answer.findings];
  if (green && answer.greenAmountCents === null && answer.amountCents !== null) {
    findings.push(finding("no_green_rate", "warning", { km }, recalled(), callYear));
  }
  return line(category, amount === null ? null : amount * participants, findings);
}

function outputStaff(item: ItemOf<"output_staff">, grantCase: GrantCase): GrantLine {
  const { callYear } = grantCase.input;
  const member = organisationNamed(item.organisation, grantCase.input.organisations);
  const problem = (rule: string) => finding(rule, "error", {}, verified("EC-SP"), callYear);
  if (!member) return refused(item.category, null, problem("organisation_unknown"));
  if (member.role === "associated") return refused(item.category, null, problem("associated_without_grant"));
  const rate = staffRate(member.country, item.staff, callYear, grantCase.data.staffRates);
  if (!rate || rate.cents === null) return notComputed(item, grantCase, "staff_rate");
  const params = { staff: item.staff, country: member.country, amountCents: rate.cents };
  const findings = [marked(rate.fact, params, callYear)];
  if (item.staff === "manager" || item.staff === "administrative") {
    findings.push(finding("staff_needs_reason", "warning", { staff: item.staff }, recalled(), callYear));
  }
  return line(item.category, Math.round(rate.cents * item.days), findings);
}

/** Number of participants of an event on site, and online only. */
export function eventPeople(item: ItemOf<"multiplier_event">): { local: number; foreign: number; online: number } {
  const { local, foreign, virtual } = item;
  if (virtual === true) return { local: 0, foreign: 0, online: local + foreign };
  return { local, foreign, online: virtual === false ? 0 : virtual };
}

function event(item: ItemOf<"multiplier_event">, grantCase: GrantCase, costs: UnitCosts): GrantLine {
  const { callYear } = grantCase.input;
  const { local, foreign, online } = eventPeople(item);
  const onSite = local * costs.event.localCents + foreign * costs.event.foreignCents;
  const findings = local + foreign > 0 ? [marked(costs.event.fact, { local, foreign }, callYear)] : [];
  if (online === 0) return line(item.category, onSite, findings);
  const rates = costs.virtualEvent;
  if (!rates) {
    const problem = finding("no_virtual_events", "error", { online }, verified("LAW-ME2"), callYear);
    return line(item.category, onSite, [...findings, problem]);
  }
  const calculated = onSite + online * rates.cents;
  return line(item.category, calculated, [
    ...findings,
    marked(rates.fact, { online, amountCents: rates.cents }, callYear),
  ]);
}

function individualSupport(item: ItemOf<"individual_support">, grantCase: GrantCase, costs: UnitCosts): GrantLine {
  const { callYear } = grantCase.input;
  const { participants, days } = item;
  const rate = costs.activities.find(({ activity }) => activity === item.activity);
  if (!rate) {
    const params = { activities: costs.activities.map(({ activity }) => activity) };
    return line(item.category, null, [finding("activity_unknown", "error", params, verified("EC-SP"), callYear)]);
  }
  const length = { activity: rate.activity, days, minDays: rate.minDays, maxDays: rate.maxDays };
  const outside = days < rate.minDays || days > rate.maxDays;
  const wrongLength = outside ? [finding("activity_length", "warning", length, rate.lengthFact, callYear)] : [];
  const { firstCents, laterCents } = rate;
  if (firstCents === undefined || laterCents === undefined) {
    const open = notComputed(item, grantCase, "long_term_rate");
    return { ...open, findings: [...open.findings, ...wrongLength] };
  }
  const later = Math.max(0, days - laterDays + 1);
  const cents = participants * ((days - later) * firstCents + later * laterCents);
  const findings = [
    marked(rate.firstFact, { amountCents: firstCents, days: days - later }, callYear),
    ...(later > 0 ? [marked(rate.laterFact, { amountCents: laterCents, days: later }, callYear)] : []),
  ];
  return line(item.category, cents, [...findings, ...wrongLength]);
}

function realCost(
  item: ItemOf<"special_needs"> | ItemOf<"exceptional">,
  grantCase: GrantCase,
  costs: UnitCosts,
): GrantLine {
  const rates =
    item.category === "special_needs" ? costs.specialNeeds : item.guarantee ? costs.guarantee : costs.exceptional;
  const params = { percent: rates.percent, costCents: item.costCents };
  return line(item.category, percentOf(item.costCents, rates.percent), [
    marked(rates.fact, params, grantCase.input.callYear),
  ]);
}

function notAllowed(item: GrantItem, { edition, input }: GrantCase): Finding | null {
  const { category } = item;
  const { callYear, kind } = input;
  if (!edition.categories.includes(category)) {
    const basis = edition.action === "KA229" && category === "meeting" ? verified("AT-229") : edition.applyFact;
    return finding("category_not_in_action", "error", { category, action: edition.action }, basis, callYear);
  }
  const forOutputs = category === "output_staff" || category === "multiplier_event";
  if (forOutputs && kind === "exchange" && edition.kindFact) {
    return finding("innovation_only", "error", { category }, verified("EC-SP"), callYear);
  }
  return null;
}

function amount(item: GrantItem, grantCase: GrantCase): GrantLine {
  if (item.category === "lump_sum" || item.category === "work_package")
    return line(item.category, item.amountCents, []);
  const { costs } = grantCase;
  if (!costs) return notComputed(item, grantCase, "unit_costs");
  switch (item.category) {
    case "management":
      return management(grantCase, costs);
    case "meeting":
    case "travel":
      return byDistance(item, grantCase);
    case "output_staff":
      return outputStaff(item, grantCase);
    case "multiplier_event":
      return event(item, grantCase, costs);
    case "individual_support":
      return individualSupport(item, grantCase, costs);
    case "linguistic_support": {
      const { cents, fact } = costs.linguistic;
      return line(item.category, item.participants * cents, [
        marked(fact, { amountCents: cents }, grantCase.input.callYear),
      ]);
    }
    case "special_needs":
    case "exceptional":
      return realCost(item, grantCase, costs);
  }
}

/** One item with the rates of its call, before the caps of the whole project. */
export function lineOf(item: GrantItem, grantCase: GrantCase): GrantLine {
  const problem = notAllowed(item, grantCase);
  const computed = amount(item, grantCase);
  return problem ? refused(item.category, computed.calculatedCents, problem) : computed;
}
