import { DomainError } from "./errors";

/** What a person is in one organisation. */
export type OrganisationRole = "admin" | "member";

/** What an organisation is in one project. */
export const participationKinds = ["coordinator", "partner", "associated", "evaluator"] as const;
export type ParticipationKind = (typeof participationKinds)[number];

/** What a person may do for their organisation in one project. */
export const projectRoles = ["manager", "contributor", "viewer"] as const;
export type ProjectRole = (typeof projectRoles)[number];

export const projectStatuses = ["draft", "running", "closed"] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** One organisation's participation in a project, as the person holds it today; ended places are not listed. */
export type ActorParticipation = {
  projectId: string;
  slug: string;
  acronym: string;
  projectStatus: ProjectStatus;
  participationId: string;
  organisationId: string;
  kind: ParticipationKind;
  role: ProjectRole;
};

/** The signed-in person with all their rights, loaded afresh for each request. */
export type Actor = {
  personId: string;
  name: string;
  locale: string;
  /** IANA name; null for that of the browser. */
  timeZone: string | null;
  addressConfirmed: boolean;
  operator: boolean;
  organisations: { organisationId: string; shortName: string; role: OrganisationRole }[];
  participations: ActorParticipation[];
};

/** The actor's participation in a project, or null for a stranger. */
export function participationIn(actor: Actor, projectId: string): ActorParticipation | null {
  return actor.participations.find((participation) => participation.projectId === projectId) ?? null;
}

/** The actor's participation in the project of this address. Errors: project.not_found. */
export function requireParticipation(actor: Actor, slug: string): ActorParticipation {
  const participation = actor.participations.find((one) => one.slug === slug);
  if (!participation) throw new DomainError("project.not_found");
  return participation;
}

/** The same within its consortium, where evaluators are strangers. Errors: project.not_found. */
export function requireConsortiumMember(actor: Actor, slug: string): ActorParticipation {
  const participation = requireParticipation(actor, slug);
  if (participation.kind === "evaluator") throw new DomainError("project.not_found");
  return participation;
}

/** The projects whose consortium the actor belongs to; those they only evaluate are left out. */
export function consortiumProjects(actor: Actor): string[] {
  return actor.participations.filter(({ kind }) => kind !== "evaluator").map(({ projectId }) => projectId);
}

/** True when the actor manages the coordinating organisation's side of the project. */
export function coordinates(actor: Actor, projectId: string): boolean {
  const participation = participationIn(actor, projectId);
  return participation?.kind === "coordinator" && participation.role === "manager";
}
