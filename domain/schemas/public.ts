import { z } from "zod";
import { triedBy } from "../replications";

const moved = z.object({ state: z.literal("moved"), slug: z.string() });

/** A link to a public page; without a slug there is none. */
const partner = z.object({
  name: z.string(),
  shortName: z.string(),
  country: z.string(),
  city: z.string().nullable(),
  slug: z.string().nullable(),
});

const practiceLink = z.object({
  slug: z.string(),
  title: z.string(),
  language: z.string(),
  organisation: z.string(),
  country: z.string(),
});

const projectLink = z.object({
  title: z.string(),
  acronym: z.string(),
  slug: z.string().nullable(),
  callYear: z.int(),
  grantReference: z.string().nullable(),
});

const outputLink = z.object({ slug: z.string(), title: z.string(), language: z.string(), type: z.string() });

const publicVersion = z.object({
  id: z.string(),
  name: z.string(),
  number: z.int(),
  language: z.string(),
  sizeBytes: z.number(),
  mediaType: z.string(),
  sha256: z.string(),
  /** The address of a version that is published somewhere else. */
  url: z.string().nullable(),
  /** False when the current approval no longer covers it. */
  covered: z.boolean(),
  /** True when its content was deleted. */
  withdrawn: z.boolean(),
  downloads: z.int(),
});

const publicFiles = z.array(
  z.object({ id: z.string(), text: z.string(), name: z.string(), mediaType: z.string(), sizeBytes: z.number() }),
);

/** The description of a public practice, as its edition holds it. */
const publicContent = z.object({
  title: z.string(),
  need: z.string(),
  setting: z.string().nullable(),
  country: z.string().nullable(),
  field: z.string(),
  targetGroups: z.array(z.string()),
  targetGroup: z.string(),
  eqfLevel: z.int().nullable(),
  iscedField: z.string().nullable(),
  steps: z.array(z.object({ text: z.string(), time: z.string(), material: z.string() })),
  resources: z.object({
    time: z.string(),
    people: z.string(),
    money: z.string(),
    rooms: z.string(),
    other: z.string(),
  }),
  evidence: z.array(z.object({ kind: z.string(), text: z.string(), source: z.string() })),
  conditions: z.string(),
  transfer: z.string(),
  language: z.string(),
  languages: z.array(z.string()),
  licence: z.string(),
  topics: z.array(z.string()),
  objectives: z.array(z.string()),
  impacts: z.array(z.string()),
  files: publicFiles,
});
export type PublicContent = z.output<typeof publicContent>;

const publicReplication = z.object({
  id: z.string(),
  organisation: z.string(),
  country: z.string(),
  place: z.string(),
  period: z.string(),
  field: z.string().nullable(),
  setting: z.string().nullable(),
  targetGroups: z.array(z.string()),
  who: z.string(),
  participants: z.int().nullable(),
  changes: z.string(),
  result: z.string(),
  advice: z.string(),
  files: publicFiles,
  /** What the owner of the practice says about it. */
  answer: z.string(),
  answered: z.boolean(),
  publishedAt: z.coerce.date(),
});
export type PublicReplication = z.output<typeof publicReplication>;
export const publicReplicationPage = z.object({
  items: z.array(publicReplication),
  nextCursor: z.string().nullable(),
});

/** The columns of a public practice. */
const publicPractice = z.object({
  id: z.string(),
  slug: z.string(),
  edition: z.int(),
  publishedAt: z.coerce.date(),
  /** In the language that is shown, where there is a translation. */
  content: publicContent,
  /** The language that is shown; parts without a translation are in the original language. */
  shown: z.object({
    language: z.string(),
    origin: z.enum(["original", "human", "machine"]),
    outdated: z.array(z.string()),
    missing: z.array(z.string()),
  }),
  /** The languages that readers can choose, the original first. */
  translations: z.array(z.string()),
  organisation: partner,
  project: projectLink,
  /** The public output that it came from. */
  output: outputLink.nullable(),
  /** Only a person who agreed. */
  contact: z.object({ name: z.string(), address: z.string() }).nullable(),
  /** How it went where others tried it, by country, field and target group; the values with the most reports first. */
  tried: z.array(z.object({ by: z.enum(triedBy), value: z.string(), result: z.string(), count: z.int() })),
  /** The newest reports. */
  replications: z.array(publicReplication),
  hasMoreReplications: z.boolean(),
  similar: z.array(practiceLink),
});
export type PublicPractice = z.output<typeof publicPractice>;

/** A published practice, or the reason why it was withdrawn. */
export const publicPracticeAnswer = z.discriminatedUnion("state", [
  publicPractice.extend({ state: z.literal("published") }),
  z.object({ state: z.literal("withdrawn"), reason: z.string(), withdrawnAt: z.coerce.date() }),
]);

/** The columns of a public output. */
export const publicOutput = z.object({
  slug: z.string(),
  type: z.string(),
  title: z.string(),
  abstract: z.string(),
  language: z.string(),
  languages: z.array(z.string()),
  keywords: z.array(z.string()),
  topics: z.array(z.string()),
  targetGroups: z.array(z.string()),
  eqfLevel: z.int().nullable(),
  iscedField: z.string().nullable(),
  licence: z.string(),
  objectives: z.array(z.string()),
  impacts: z.array(z.string()),
  publishedAt: z.coerce.date(),
  revision: z.int(),
  cover: z.object({ versionId: z.string(), text: z.string(), mediaType: z.string() }).nullable(),
  organisations: z.array(partner),
  /** Names of people who agreed. */
  people: z.array(z.string()),
  versions: z.array(publicVersion),
  project: projectLink,
  partners: z.array(partner.extend({ kind: z.string() })),
  others: z.array(outputLink),
  practices: z.array(practiceLink),
});
export type PublicOutput = z.output<typeof publicOutput>;
export type PublicVersion = PublicOutput["versions"][number];

/** A published output, the reason why it was withdrawn, or its current address. */
export const publicOutputAnswer = z.discriminatedUnion("state", [
  publicOutput.extend({ state: z.literal("published") }),
  z.object({ state: z.literal("withdrawn"), reason: z.string(), withdrawnAt: z.coerce.date() }),
  moved,
]);

/** The columns of a project that has a public page. */
export const publicPartnership = z.object({
  slug: z.string(),
  title: z.string(),
  acronym: z.string(),
  summary: z.string(),
  field: z.string(),
  actionCode: z.string(),
  callYear: z.int(),
  grantReference: z.string().nullable(),
  startsOn: z.string().nullable(),
  durationMonths: z.int().nullable(),
  closed: z.boolean(),
  partners: z.array(partner.extend({ kind: z.string() })),
  /** What the project promised, with the page of what is public. */
  outputs: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      type: z.string(),
      slug: z.string().nullable(),
      language: z.string(),
    }),
  ),
  practices: z.array(practiceLink),
});
export type PublicPartnership = z.output<typeof publicPartnership>;
export const publicPartnershipAnswer = z.discriminatedUnion("state", [
  publicPartnership.extend({ state: z.literal("published") }),
  moved,
]);

/** The columns of an organisation that has a public page. */
export const publicPartner = z.object({
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  country: z.string(),
  city: z.string().nullable(),
  type: z.string().nullable(),
  website: z.string().nullable(),
  projects: z.array(
    z.object({ slug: z.string(), acronym: z.string(), title: z.string(), callYear: z.int(), kind: z.string() }),
  ),
  outputs: z.array(outputLink),
  practices: z.array(practiceLink),
});
export type PublicPartner = z.output<typeof publicPartner>;
export const publicPartnerAnswer = z.discriminatedUnion("state", [
  publicPartner.extend({ state: z.literal("published") }),
  moved,
]);
