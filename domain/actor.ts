import { DomainError } from "./errors";

/** Role of a person in an organisation. */
export type OrganisationRole = "admin" | "member";

/** Kind of an organisation's participation in a project. */
export const participationKinds = ["coordinator", "partner", "associated", "evaluator"] as const;
export type ParticipationKind = (typeof participationKinds)[number];

/** Role of a member: what the person may do for their organisation in one project. */
export const projectRoles = ["manager", "contributor", "viewer"] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** The role of a person who takes over from another: the one with more rights. */
export const heirRole = (from: ProjectRole, to: ProjectRole): ProjectRole =>
  projectRoles.indexOf(from) < projectRoles.indexOf(to) ? from : to;

export const projectStatuses = ["draft", "running", "closed"] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** A current participation as the person holds it: organisation, kind and role. Ended ones are left out. */
export type ActorParticipation = {
  projectId: string;
  slug: string;
  acronym: string;
  projectStatus: ProjectStatus;
  callYear: number;
  actionCode: string;
  participationId: string;
  organisationId: string;
  kind: ParticipationKind;
  role: ProjectRole;
};

/** The signed-in person with all their rights, loaded for each request. */
export type Actor = {
  personId: string;
  name: string;
  locale: string;
  /** IANA name; null for the browser's time zone. */
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

/** The actor's participation, unless it is that of an evaluator. Errors: project.not_found. */
export function requireConsortiumMember(actor: Actor, slug: string): ActorParticipation {
  const participation = requireParticipation(actor, slug);
  if (participation.kind === "evaluator") throw new DomainError("project.not_found");
  return participation;
}

/** Ids of the projects whose consortium the actor belongs to, without those they only evaluate. */
export function consortiumProjects(actor: Actor): string[] {
  return actor.participations.filter(({ kind }) => kind !== "evaluator").map(({ projectId }) => projectId);
}

/** Participations in open projects in which the actor may do work for their organisation, as contributor or manager. */
export function contributingParticipations(actor: Actor): ActorParticipation[] {
  return actor.participations.filter(
    ({ kind, role, projectStatus }) => kind !== "evaluator" && role !== "viewer" && projectStatus !== "closed",
  );
}

/** True when the actor is a manager of the coordinating organisation of the project. */
export function coordinates(actor: Actor, projectId: string): boolean {
  const participation = participationIn(actor, projectId);
  return participation?.kind === "coordinator" && participation.role === "manager";
}
