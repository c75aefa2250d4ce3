import { recalled, secondary, unsure, verified, type Fact } from "./certainty";

/** Day rates abroad, and the allowed duration of the activity. */
export interface ActivityRate {
  activity: string;
  /** Cents per day up to day 14, and from day 15; missing when no rate is known. */
  firstCents?: number;
  laterCents?: number;
  firstFact: Fact;
  laterFact: Fact;
  minDays: number;
  maxDays: number;
  lengthFact: Fact;
}

export interface UnitCosts {
  from: number;
  to: number;
  /** The actions paid by these unit costs. */
  actions: readonly string[];
  management: { coordinatorCents: number; partnerCents: number; organisations: number; fact: Fact };
  /** Maximum for meetings per year of the project: as an amount, or as journeys. */
  meetingLimit: { cents: number; fact: Fact } | { journeys: number; fact: Fact };
  event: { localCents: number; foreignCents: number; maxCents: number; fact: Fact; maxFact: Fact };
  virtualEvent?: { cents: number; maxCents: number; fact: Fact };
  activities: readonly ActivityRate[];
  linguistic: { cents: number; fact: Fact };
  specialNeeds: { percent: number; fact: Fact };
  exceptional: { percent: number; maxCents: number; fact: Fact; maxFact: Fact };
  guarantee: { percent: number; fact: Fact };
}

const strategic = ["KA200", "KA201", "KA202", "KA203", "KA204", "KA205", "KA219", "KA229", "KA226", "KA227"];
const cooperation = ["KA220-ADU", "KA220-HED", "KA220-SCH", "KA220-VET", "KA220-YOU"];

const twoMonths = 60;
const yearLong = 365;
const fiveDays = { days: 5, fact: secondary("CUNI") } as const;
const threeDays = { days: 3, fact: verified("SK-347") } as const;

interface Daily {
  first: number;
  later: number;
  firstFact: Fact;
  laterFact: Fact;
}

interface Shortest {
  days: number;
  fact: Fact;
}

/** Activities of some calls. The minimum of study programmes and blended mobility stayed at five days. */
function activities(staff: Daily, learners: Daily, training: Shortest, pupils: Shortest): readonly ActivityRate[] {
  const short = (activity: string, daily: Daily, shortest: Shortest = fiveDays): ActivityRate => ({
    activity,
    firstCents: daily.first,
    laterCents: daily.later,
    firstFact: daily.firstFact,
    laterFact: daily.laterFact,
    minDays: shortest.days,
    maxDays: twoMonths,
    lengthFact: shortest.fact,
  });
  // The tables per country of long activities are not known.
  const long = (activity: string): ActivityRate => ({
    activity,
    firstFact: unsure(),
    laterFact: unsure(),
    minDays: twoMonths,
    maxDays: yearLong,
    lengthFact: verified("SK-347"),
  });
  return [
    short("joint_staff_training", staff, training),
    short("pupil_exchange", learners, pupils),
    short("blended_mobility", learners),
    short("intensive_programme_learners", learners),
    short("intensive_programme_teachers", staff),
    { ...short("accompanying_persons", { ...staff, firstFact: recalled(), laterFact: recalled() }), minDays: 1 },
    long("long_term_teaching"),
    long("long_term_pupil_mobility"),
    long("youth_worker_mobility"),
  ];
}

const fixed = {
  management: { coordinatorCents: 500_00, partnerCents: 250_00, organisations: 10, fact: verified("IT-VETBUD") },
  event: {
    localCents: 100_00,
    foreignCents: 200_00,
    maxCents: 30_000_00,
    fact: secondary("SIGN"),
    maxFact: verified("BM-ME"),
  },
  linguistic: { cents: 150_00, fact: recalled() },
  specialNeeds: { percent: 100, fact: verified("LAW-SN") },
  exceptional: { percent: 75, maxCents: 50_000_00, fact: secondary("PRAGMA"), maxFact: recalled() },
  guarantee: { percent: 75, fact: recalled() },
} as const;

const earlyActivities = activities(
  { first: 100_00, later: 70_00, firstFact: secondary("PRAGMA"), laterFact: recalled() },
  { first: 55_00, later: 40_00, firstFact: secondary("SIGN"), laterFact: recalled() },
  fiveDays,
  fiveDays,
);
const laterRates = [
  { first: 106_00, later: 74_00, firstFact: recalled(), laterFact: recalled() },
  { first: 58_00, later: 42_00, firstFact: recalled(), laterFact: recalled() },
] as const;
const activities2017 = activities(...laterRates, threeDays, fiveDays);
const laterActivities = activities(...laterRates, threeDays, threeDays);

const yearlyEuro = { cents: 23_000_00, fact: recalled() };
const virtualEvent = { cents: 15_00, maxCents: 5_000_00, fact: verified("LAW-ME2") };

/** Unit costs by call year. Another year is another entry, no new code. */
export const unitCostTables: readonly UnitCosts[] = [
  {
    ...fixed,
    from: 2014,
    to: 2016,
    actions: strategic,
    meetingLimit: { journeys: 40, fact: verified("FI-CIMO") },
    activities: earlyActivities,
  },
  { ...fixed, from: 2017, to: 2017, actions: strategic, meetingLimit: yearlyEuro, activities: activities2017 },
  { ...fixed, from: 2018, to: 2019, actions: strategic, meetingLimit: yearlyEuro, activities: laterActivities },
  {
    ...fixed,
    from: 2020,
    to: 2020,
    actions: strategic,
    meetingLimit: yearlyEuro,
    virtualEvent,
    activities: laterActivities,
  },
  {
    ...fixed,
    from: 2021,
    to: 2021,
    actions: cooperation,
    management: { ...fixed.management, fact: verified("JUGENDBUERO") },
    meetingLimit: yearlyEuro,
    virtualEvent,
    activities: laterActivities,
    exceptional: { ...fixed.exceptional, fact: recalled("GUIDE27") },
  },
];

/** The unit costs of an action in a call year; null for lump-sum calls and when none are known. */
export function unitCostsOf(
  action: string,
  callYear: number,
  tables: readonly UnitCosts[] = unitCostTables,
): UnitCosts | null {
  return tables.find((one) => callYear >= one.from && callYear <= one.to && one.actions.includes(action)) ?? null;
}
