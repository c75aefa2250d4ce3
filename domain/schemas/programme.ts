import { z } from "zod";
import { countryFromText } from "../programme/country-names";
import { kinds, organisationTypes, roles, strands } from "../programme/vocabulary";
import { calendarDate, lineText, longText, wholeNumber } from "./input";

const largestConsortium = 500;
const largestList = 1_000;

const action = lineText(60);
const callYear = wholeNumber(1900, 2199);
/** The longest distance between two places on earth, rounded up. */
export const longestJourneyKm = 20_100;
const km = z.number().min(0).max(longestJourneyKm);
const people = wholeNumber(0, 100_000);
const cents = wholeNumber(0, 100_000_000_000);
/** A country by its code or name; an unknown one is kept, because the answer names it. */
const country = lineText(80).transform((text) => countryFromText(text) ?? text);

const organisation = z.object({
  name: lineText(300).optional(),
  country,
  /** Optional: rules that need it report when it is missing. */
  type: z.enum(organisationTypes).optional(),
  role: z.enum(roles),
  independentGroup: lineText(100).optional(),
  foundedOn: calendarDate(500).optional(),
});

export const actionsInput = z.object({ callYear: callYear.optional() }).nullish();

export const eligibilityInput = z.object({
  action,
  callYear,
  kind: z.enum(kinds).optional(),
  strand: z.enum(strands).optional(),
  durationMonths: wholeNumber(-1_200, 1_200).optional(),
  longTermPupilMobility: z.boolean().optional(),
  requestedGrantCents: wholeNumber(-100_000_000_000, 100_000_000_000).optional(),
  organisations: z.array(organisation).max(largestConsortium),
});

export const grantItem = z.discriminatedUnion("category", [
  z.object({ category: z.literal("management") }),
  z.object({ category: z.literal("meeting"), participants: people, km }),
  z.object({
    category: z.literal("output_staff"),
    /** The organisation by its index in the list, or by its name. */
    organisation: z.union([z.int().min(0).max(largestConsortium), lineText(300)]),
    staff: z.enum(["manager", "teacher", "technician", "administrative"]),
    days: z.number().min(0).max(100_000),
  }),
  z.object({
    category: z.literal("multiplier_event"),
    local: people,
    foreign: people,
    virtual: z.union([people, z.boolean()]).default(0),
  }),
  z.object({ category: z.literal("travel"), participants: people, km, green: z.boolean().default(false) }),
  z.object({
    category: z.literal("individual_support"),
    activity: lineText(60),
    participants: people,
    days: wholeNumber(0, 2_000),
  }),
  z.object({ category: z.literal("linguistic_support"), participants: people }),
  z.object({ category: z.literal("special_needs"), costCents: cents, guarantee: z.boolean().optional() }),
  z.object({ category: z.literal("exceptional"), costCents: cents, guarantee: z.boolean().optional() }),
  z.object({ category: z.literal("lump_sum"), amountCents: cents }),
  z.object({
    category: z.literal("work_package"),
    number: wholeNumber(1, 100),
    management: z.boolean().default(false),
    amountCents: cents,
  }),
]);

export const grantInput = z.object({
  action,
  callYear,
  kind: z.enum(kinds).optional(),
  strand: z.enum(strands).optional(),
  durationMonths: wholeNumber(-1_200, 1_200),
  organisations: z.array(organisation).max(largestConsortium),
  items: z.array(grantItem).max(largestList),
});

const location = z.union([
  z.object({ city: lineText(200, 1), country }),
  z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
]);

const journey = { callYear: callYear.optional(), category: z.enum(["travel", "meeting"]).default("travel") };

/** A journey by its places or by its distance. The call year defaults to the current year. */
export const distanceInput = z.union([
  z.object({ ...journey, km: z.number() }),
  z.object({ ...journey, from: location, to: location }),
]);

export const referenceInput = z.object({ text: longText(1_000_000) });

export const reductionInput = z.object({ action, callYear, score: z.number() });

const budget = z.record(lineText(60), cents);

export const transferInput = z.object({ action, callYear, budget, actual: budget });

export type ActionsInput = z.infer<typeof actionsInput>;
export type EligibilityQuery = z.infer<typeof eligibilityInput>;
export type GrantQuery = z.infer<typeof grantInput>;
export type DistanceQuery = z.infer<typeof distanceInput>;
export type TransferQuery = z.infer<typeof transferInput>;
export type ReductionQuery = z.infer<typeof reductionInput>;
