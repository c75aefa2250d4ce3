import { DomainError } from "./errors";
import type { OutputStatus } from "./outputs";

export const publicationStatuses = ["published", "withdrawn"] as const;
export type PublicationStatus = (typeof publicationStatuses)[number];

/** Kinds of public pages whose address follows a title or a name. */
export const addressKinds = ["output", "partnership", "partner"] as const;
export type AddressKind = (typeof addressKinds)[number];

/** Whether a person may be named as an author: the name is public only when it is "agreed". */
export const nameConsents = ["asked", "agreed", "declined"] as const;
export type NameConsent = (typeof nameConsents)[number];

/** Topics of results, for searching. The programme has no public list of them. */
export const topics = [
  "access_and_inclusion",
  "arts_and_creativity",
  "assessment_and_recognition",
  "citizenship_and_democracy",
  "climate_and_environment",
  "critical_thinking_and_media",
  "digital_skills",
  "early_leaving",
  "early_years",
  "entrepreneurship",
  "gender_equality",
  "health_and_wellbeing",
  "heritage",
  "intercultural_learning",
  "languages",
  "learning_at_work",
  "migration",
  "quality_assurance",
  "reading_and_numeracy",
  "science_and_technology",
  "teaching_methods",
  "volunteering",
] as const;

export const targetGroups = [
  "pupils",
  "students",
  "apprentices",
  "adult_learners",
  "young_people",
  "teachers",
  "trainers",
  "youth_workers",
  "school_leaders",
  "guidance_staff",
  "families",
  "employers",
  "policy_makers",
  "researchers",
] as const;
export type TargetGroup = (typeof targetGroups)[number];

type PublishedOutput = { status: OutputStatus; approvedSubmissionId: string | null };

/**
 * The approved submission whose versions may be published. A published output can be published again, to update its
 * page. Errors: publication.not_approved.
 */
export function requirePublishable({ status, approvedSubmissionId }: PublishedOutput): string {
  if (approvedSubmissionId === null || (status !== "approved" && status !== "published")) {
    throw new DomainError("publication.not_approved");
  }
  return approvedSubmissionId;
}

/**
 * Checks the versions that are to be published. Errors: publication.no_version, publication.version_not_approved for a
 * version that the approved submission does not have or that was withdrawn.
 */
export function requireApprovedVersions(chosen: readonly string[], approved: readonly string[]): void {
  if (chosen.length === 0) throw new DomainError("publication.no_version", { field: "versionIds" });
  if (chosen.some((id) => !approved.includes(id))) {
    throw new DomainError("publication.version_not_approved", { field: "versionIds" });
  }
}

/** Refuses to change or withdraw what is not public. Errors: publication.not_public. */
export function requirePublic<T extends { status: PublicationStatus }>(
  publication: T | null,
): asserts publication is T {
  if (publication?.status !== "published") throw new DomainError("publication.not_public");
}

/** Pictures that every browser shows and that cannot run scripts. */
export const isCoverType = (mediaType: string): boolean => /^image\/(png|jpeg|gif|webp|avif)$/.test(mediaType);

/**
 * Whether a project has a public page: by the choice of its coordinator, else as soon as an output or a practice is
 * published. A project in which nothing is published has none.
 */
export const hasPublicPage = (choice: boolean | null, published: boolean): boolean => published && choice !== false;
