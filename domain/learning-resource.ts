import { licenceAddress } from "./licences";
import type { TargetGroup } from "./publications";
import type { OutputType } from "./programme/vocabulary";
import { dayInBrussels } from "./dates";

/** What the description of a learning resource is made of. */
export interface Described {
  /** The address of its page. */
  address: string;
  /** The address of this site. */
  site: string;
  title: string;
  description: string;
  language: string;
  languages: readonly string[];
  people: readonly string[];
  organisations: readonly { name: string; slug: string | null }[];
  publisher: string;
  publishedAt: Date | null;
  licence: string;
  keywords: readonly string[];
  targetGroups: readonly string[];
  type: string;
  picture: string;
  files: readonly { id: string; sizeBytes: number; mediaType: string; sha256: string }[];
}

const roles: Readonly<Record<TargetGroup, string>> = {
  pupils: "student",
  students: "student",
  apprentices: "student",
  adult_learners: "student",
  young_people: "student",
  teachers: "teacher",
  trainers: "teacher",
  youth_workers: "teacher",
  school_leaders: "administrator",
  guidance_staff: "professional",
  families: "parent",
  employers: "professional",
  policy_makers: "administrator",
  researchers: "professional",
};
const roleOf = (group: string): string => (group in roles ? roles[group as TargetGroup] : "generalPublic");

const resourceTypes: Partial<Record<OutputType | "practice", string>> = {
  curriculum: "course",
  course: "course",
  guide: "text",
  research_report: "text",
  publication: "text",
  policy_recommendation: "text",
  practice: "text",
  statistical_results: "data",
  mobile_application: "application",
  video: "video",
};
const resourceType = (type: string): string => (resourceTypes as Record<string, string>)[type] ?? "other";

/** The profile allows licences of these publishers. */
const describable = /^https:\/\/(creativecommons\.org|www\.gnu\.org|www\.apache\.org|opensource\.org)\//;

/** Languages that the profile knows: ISO 639-1. */
const isShort = (language: string) => /^[a-z]{2}$/.test(language);

const unique = (values: readonly string[]) => [...new Set(values)];

/**
 * The description of a learning resource in JSON-LD, for search engines and collections of open educational resources:
 * the "Allgemeines Metadatenprofil für Bildungsressourcen" (AMB) of DINI-AG KIM, a profile of schema.org.
 */
export function learningResource(work: Described): object {
  const licence = licenceAddress(work.licence);
  const languages = unique([...work.languages, work.language]).filter(isShort);
  const audience = unique(work.targetGroups.map(roleOf));
  return {
    "@context": [
      "https://w3id.org/kim/amb/context.jsonld",
      { "@language": isShort(work.language) ? work.language : "en" },
    ],
    id: work.address,
    type: ["LearningResource"],
    name: work.title,
    description: work.description,
    inLanguage: languages,
    creator: [
      ...work.people.map((name) => ({ type: "Person", name })),
      ...work.organisations.map(({ name, slug }) => ({
        type: "Organization",
        name,
        ...(slug ? { id: `${work.site}/partners/${slug}` } : {}),
      })),
    ],
    publisher: [{ type: "Organization", name: work.publisher }],
    funder: [{ type: "FundingScheme", name: "Erasmus+" }],
    ...(work.publishedAt ? { datePublished: dayInBrussels(work.publishedAt) } : {}),
    ...(describable.test(licence) ? { license: { id: licence } } : {}),
    ...(work.keywords.length > 0 ? { keywords: work.keywords } : {}),
    ...(audience.length > 0
      ? {
          audience: audience.map((role) => ({
            type: "Concept",
            id: `http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/${role}`,
          })),
        }
      : {}),
    learningResourceType: [{ type: "Concept", id: `https://w3id.org/kim/hcrt/${resourceType(work.type)}` }],
    image: work.picture,
    isAccessibleForFree: true,
    conditionsOfAccess: { type: "Concept", id: "http://w3id.org/kim/conditionsOfAccess/no_login" },
    ...(work.files.length > 0
      ? {
          encoding: work.files.map(({ id, sizeBytes, mediaType, sha256 }) => ({
            type: "MediaObject",
            contentUrl: `${work.site}/files/public/${id}`,
            encodingFormat: mediaType,
            contentSize: String(sizeBytes),
            sha256,
          })),
        }
      : {}),
    mainEntityOfPage: [{ type: "WebContent", id: work.address }],
  };
}

/** JSON for a script element: without "<", which could end the element or begin a comment. */
export const scriptJson = (data: object): string => JSON.stringify(data).replaceAll("<", "\\u003c");
