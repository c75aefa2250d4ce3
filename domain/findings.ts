import { DomainError } from "./errors";

/** How much a finding matters: a must-finding can prevent an approval. */
export const findingWeights = ["must", "should", "could"] as const;
export type FindingWeight = (typeof findingWeights)[number];

/** A draft is seen by its reviewer alone, until the review is given. */
export const findingStatuses = ["draft", "open", "fixed", "declined", "closed"] as const;
export type FindingStatus = (typeof findingStatuses)[number];

/** How the lead answers a finding. */
export const resolutions = ["fixed", "declined"] as const;

export const findingActs = ["edit", "remove", "give", "fixed", "declined", "close", "reopen"] as const;
export type FindingAct = (typeof findingActs)[number];

/** Transitions of a finding by act and status; a removed draft is deleted. */
export const findingTransitions = {
  draft: { edit: "draft", remove: "draft", give: "open" },
  open: { fixed: "fixed", declined: "declined", close: "closed" },
  fixed: { fixed: "fixed", declined: "declined", close: "closed", reopen: "open" },
  declined: { fixed: "fixed", declined: "declined", close: "closed", reopen: "open" },
  closed: { reopen: "open" },
} as const satisfies Record<FindingStatus, Partial<Record<FindingAct, FindingStatus>>>;

/**
 * What a person is to a finding. "coordinator" stands in for a reviewer who has left the project; a person can be several
 * of these.
 */
export const findingRoles = ["reviewer", "lead", "coordinator"] as const;
export type FindingRole = (typeof findingRoles)[number];

const actors: Record<FindingAct, readonly FindingRole[]> = {
  edit: ["reviewer"],
  remove: ["reviewer"],
  give: ["reviewer"],
  fixed: ["lead"],
  declined: ["lead"],
  close: ["reviewer", "coordinator"],
  reopen: ["reviewer", "coordinator"],
};

/** The acts that a person in these roles may perform on a finding in this status. */
export function possibleFindingActs(status: FindingStatus, roles: readonly FindingRole[]): FindingAct[] {
  return findingActs.filter(
    (act) => act in findingTransitions[status] && actors[act].some((role) => roles.includes(role)),
  );
}

/**
 * The status of a finding after an act. Errors: forbidden for a person in none of the roles that may act,
 * finding.wrong_state.
 */
export function decideFinding(status: FindingStatus, act: FindingAct, roles: readonly FindingRole[]): FindingStatus {
  if (!actors[act].some((role) => roles.includes(role))) throw new DomainError("forbidden");
  const next: Partial<Record<FindingAct, FindingStatus>> = findingTransitions[status];
  const to = next[act];
  if (!to) throw new DomainError("finding.wrong_state", { status });
  return to;
}

/** Whether a finding still waits for an answer or for its reviewer. */
export const isOpenFinding = (status: FindingStatus): boolean => status !== "draft" && status !== "closed";

/** Where a finding is in its file. */
export type FindingPlace = { page: number | null; seconds: number | null };

/**
 * Throws finding.place_unsuitable for a page of a file without pages or a time in a file without one, and
 * finding.page_unknown for a page after the last one (`pages` is null or 0 when it is not known).
 */
export function requirePlace(place: FindingPlace, file: { mediaType: string; pages: number | null }): void {
  const timed = file.mediaType.startsWith("video/") || file.mediaType.startsWith("audio/");
  const still = timed || file.mediaType.startsWith("image/");
  if (place.seconds !== null && !timed) throw new DomainError("finding.place_unsuitable", { field: "seconds" });
  if (place.page !== null && still) throw new DomainError("finding.place_unsuitable", { field: "page" });
  if (place.page !== null && file.pages && place.page > file.pages) {
    throw new DomainError("finding.page_unknown", { field: "page", pages: file.pages });
  }
}
