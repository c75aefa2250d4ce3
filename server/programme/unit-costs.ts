import { bandTables, type Band, type DistanceCategory } from "@/domain/programme/bands";
import { certaintyFor, type Certainty, type Fact } from "@/domain/programme/certainty";
import { sourceOf, type Source } from "@/domain/programme/sources";
import { staffCategories, staffRate } from "@/domain/programme/staff-rates";
import { unitCostTables } from "@/domain/programme/unit-costs";

interface Figure {
  item: string;
  cents: number | null;
  source: Source;
  certainty: Certainty;
}

function figure(item: string, cents: number | null, fact: Fact, callYear: number): Figure {
  return { item, cents, source: sourceOf(fact.source), certainty: certaintyFor(fact, callYear) };
}

function bandsOf(category: DistanceCategory, callYear: number) {
  const table = bandTables.find((one) => one.category === category && callYear >= one.from && callYear <= one.to);
  return (table?.bands ?? []).map(({ fact, fromKm, toKm, cents, greenCents }: Band) => ({
    fromKm,
    toKm,
    cents,
    greenCents: greenCents ?? null,
    source: sourceOf(fact.source),
    certainty: certaintyFor(fact, callYear),
  }));
}

function otherFigures(callYear: number): Figure[] {
  const costs = unitCostTables.find((one) => callYear >= one.from && callYear <= one.to);
  if (!costs) return [];
  const { management, event, virtualEvent, linguistic } = costs;
  return [
    figure("managementCoordinator", management.coordinatorCents, management.fact, callYear),
    figure("managementPartner", management.partnerCents, management.fact, callYear),
    figure("eventLocal", event.localCents, event.fact, callYear),
    figure("eventForeign", event.foreignCents, event.fact, callYear),
    ...(virtualEvent ? [figure("eventVirtual", virtualEvent.cents, virtualEvent.fact, callYear)] : []),
    figure("linguistic", linguistic.cents, linguistic.fact, callYear),
  ];
}

function staffFigures(country: string, callYear: number): Figure[] {
  return staffCategories.flatMap((staff) => {
    const rate = staffRate(country, staff, callYear);
    return rate ? [figure(staff, rate.cents, rate.fact, callYear)] : [];
  });
}

/** All rates of a call year, with their sources. */
export function getUnitCosts(input: { callYear: number; country: string | null }) {
  const { callYear, country } = input;
  return {
    travel: bandsOf("travel", callYear),
    meeting: bandsOf("meeting", callYear),
    others: otherFigures(callYear),
    staff: country === null ? [] : staffFigures(country, callYear),
  };
}
