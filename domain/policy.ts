import { type Actor, type ActorParticipation, type ProjectStatus, coordinates, participationIn } from "./actor";

export type ProjectSubject = { projectId: string; projectStatus: ProjectStatus };
export type ParticipationSubject = ProjectSubject & { organisationId: string };
export type OutputSubject = ProjectSubject & {
  leadOrganisationId: string;
  contributorIds: string[];
  /** People who were asked to review any submission of the output. */
  reviewerIds: string[];
};
export type VersionSubject = OutputSubject & { uploadedBy: string; versionOrganisationId: string };
export type ReviewSubject = OutputSubject & { reviewerId: string };
/** What only its author may change, such as a comment. */
export type AuthoredSubject = ProjectSubject & { authorId: string };
export type PracticeSubject = ProjectSubject & { organisationId: string; authorId: string };
/** With the consortium's choice whether owners publish their practices. */
export type PublishedPracticeSubject = PracticeSubject & { ownersPublish: boolean };
export type MemberSubject = ParticipationSubject & { personId: string };
export type OrganisationSubject = { organisationId: string };

type Subjects = {
  "project.read": ProjectSubject;
  "project.inspect": ProjectSubject;
  "project.edit": ProjectSubject;
  "project.close": ProjectSubject;
  "project.reopen": ProjectSubject;
  "project.export": ProjectSubject;
  "consortium.change": ProjectSubject;
  "participation.people": ParticipationSubject;
  "member.remove": MemberSubject;
  "member.hand_over": MemberSubject;
  "work_package.edit": ProjectSubject;
  "output.plan": ProjectSubject;
  "output.read": OutputSubject;
  "output.edit": OutputSubject;
  "output.ask_time": OutputSubject;
  "output.upload": OutputSubject;
  "output.submit": OutputSubject;
  "output.comment": OutputSubject;
  "output.decide": OutputSubject;
  "output.publish": OutputSubject;
  "output.unpublish": OutputSubject;
  "version.withdraw": VersionSubject;
  "review.give": ReviewSubject;
  "comment.edit": AuthoredSubject;
  "comment.remove": AuthoredSubject;
  "finding.handle": OutputSubject;
  "task.add": ProjectSubject;
  "task.handle": ProjectSubject;
  "task.remind": ProjectSubject;
  "practice.draft": ProjectSubject;
  "practice.read": PracticeSubject;
  "practice.edit": PracticeSubject;
  "practice.comment": PracticeSubject;
  "practice.publish": PublishedPracticeSubject;
  "practice.withdraw": PublishedPracticeSubject;
  "replication.write": OrganisationSubject;
  "replication.answer": ParticipationSubject;
  "conversation.start": OrganisationSubject;
  "organisation.edit": OrganisationSubject;
  "organisation.people": OrganisationSubject;
};

export type Action = keyof Subjects;

const open = (subject: ProjectSubject) => subject.projectStatus !== "closed";
const inside = (participation: ActorParticipation | null) =>
  participation !== null && participation.kind !== "evaluator";
const works = (participation: ActorParticipation | null) =>
  participation !== null && participation.kind !== "evaluator" && participation.role !== "viewer";

const ofOutput = (participation: ActorParticipation, subject: OutputSubject) =>
  participation.organisationId === subject.leadOrganisationId ||
  subject.contributorIds.includes(participation.organisationId);

const leads = (actor: Actor, subject: OutputSubject) => {
  const participation = participationIn(actor, subject.projectId);
  return participation?.organisationId === subject.leadOrganisationId && works(participation);
};

const wrote = (actor: Actor, subject: AuthoredSubject) =>
  participationIn(actor, subject.projectId) !== null && subject.authorId === actor.personId;

/** A manager of the coordinator, or of the organisation that shares it where the consortium chose so. */
const publishesPractice = (actor: Actor, subject: PublishedPracticeSubject) => {
  const participation = participationIn(actor, subject.projectId);
  const owns = participation?.role === "manager" && participation.organisationId === subject.organisationId;
  return coordinates(actor, subject.projectId) || (subject.ownersPublish && inside(participation) && owns);
};

const rules: { [A in Action]: (actor: Actor, subject: Subjects[A]) => boolean } = {
  "project.read": (actor, s) => participationIn(actor, s.projectId) !== null,
  "project.inspect": (actor, s) => inside(participationIn(actor, s.projectId)),
  "project.edit": (actor, s) => open(s) && coordinates(actor, s.projectId),
  "project.close": (actor, s) => open(s) && coordinates(actor, s.projectId),
  "project.reopen": (actor, s) => !open(s) && coordinates(actor, s.projectId),
  "project.export": (actor, s) => inside(participationIn(actor, s.projectId)),
  "consortium.change": (actor, s) => open(s) && coordinates(actor, s.projectId),
  "participation.people": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    if (!open(s) || participation === null) return false;
    return (
      coordinates(actor, s.projectId) ||
      (participation.role === "manager" && participation.organisationId === s.organisationId)
    );
  },
  "member.remove": (actor, s) =>
    rules["participation.people"](actor, s) ||
    (open(s) && participationIn(actor, s.projectId) !== null && s.personId === actor.personId),
  // What waits for a person is given away by them, or by a manager of their organisation.
  "member.hand_over": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    if (!open(s) || participation === null || participation.organisationId !== s.organisationId) return false;
    return participation.role === "manager" || s.personId === actor.personId;
  },
  "work_package.edit": (actor, s) => open(s) && coordinates(actor, s.projectId),
  "output.plan": (actor, s) => open(s) && coordinates(actor, s.projectId),
  "output.read": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    return inside(participation) || (participation !== null && s.reviewerIds.includes(actor.personId));
  },
  "output.edit": (actor, s) =>
    open(s) &&
    (coordinates(actor, s.projectId) || (leads(actor, s) && participationIn(actor, s.projectId)?.role === "manager")),
  "output.ask_time": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    return open(s) && participation !== null && works(participation) && ofOutput(participation, s);
  },
  "output.upload": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    if (!open(s) || participation === null || !works(participation)) return false;
    return coordinates(actor, s.projectId) || ofOutput(participation, s);
  },
  "output.submit": (actor, s) => open(s) && (coordinates(actor, s.projectId) || leads(actor, s)),
  "output.comment": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    return open(s) && (works(participation) || (participation !== null && s.reviewerIds.includes(actor.personId)));
  },
  "output.decide": (actor, s) => open(s) && coordinates(actor, s.projectId),
  "output.publish": (actor, s) => open(s) && coordinates(actor, s.projectId),
  // Withdrawing remains allowed in a closed project, to correct mistakes and for the right to erasure.
  "output.unpublish": (actor, s) => coordinates(actor, s.projectId),
  "version.withdraw": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    if (participation === null || !works(participation)) return false;
    if (coordinates(actor, s.projectId) || s.uploadedBy === actor.personId) return true;
    return participation.role === "manager" && participation.organisationId === s.versionOrganisationId;
  },
  "review.give": (actor, s) =>
    open(s) && participationIn(actor, s.projectId) !== null && s.reviewerId === actor.personId,
  "comment.edit": (actor, s) => open(s) && wrote(actor, s),
  // Removing remains allowed in a closed project, to correct mistakes and for the right to erasure.
  "comment.remove": (actor, s) => wrote(actor, s),
  // Which act on a finding, by whom: domain/findings.ts.
  "finding.handle": (actor, s) => open(s) && rules["output.read"](actor, s),
  "task.add": (actor, s) => open(s) && works(participationIn(actor, s.projectId)),
  // Which act on a task, by whom: domain/tasks.ts.
  "task.handle": (actor, s) => open(s) && works(participationIn(actor, s.projectId)),
  // The coordinator's managers of everything; others of what is for outputs of their organisation.
  "task.remind": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    return open(s) && works(participation) && participation?.role === "manager";
  },
  "practice.draft": (actor, s) => open(s) && works(participationIn(actor, s.projectId)),
  "practice.read": (actor, s) => inside(participationIn(actor, s.projectId)),
  "practice.edit": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    if (!open(s) || participation === null || !works(participation)) return false;
    return participation.organisationId === s.organisationId || coordinates(actor, s.projectId);
  },
  "practice.comment": (actor, s) => open(s) && works(participationIn(actor, s.projectId)),
  "practice.publish": (actor, s) => open(s) && publishesPractice(actor, s),
  // Withdrawing remains allowed in a closed project, as for outputs.
  "practice.withdraw": publishesPractice,
  // Anybody of an organisation, whatever their projects.
  "replication.write": (actor, s) => actor.organisations.some((o) => o.organisationId === s.organisationId),
  // Answering remains allowed in a closed project, because others try its practices for years.
  "replication.answer": (actor, s) => {
    const participation = participationIn(actor, s.projectId);
    return (
      coordinates(actor, s.projectId) || (works(participation) && participation?.organisationId === s.organisationId)
    );
  },
  // Anybody of an organisation, as for reports.
  "conversation.start": (actor, s) => rules["replication.write"](actor, s),
  "organisation.edit": (actor, s) =>
    actor.organisations.some((o) => o.organisationId === s.organisationId && o.role === "admin"),
  "organisation.people": (actor, s) =>
    actor.organisations.some((o) => o.organisationId === s.organisationId && o.role === "admin"),
};

/** True when the actor may perform the action on the subject. Pure: depends only on its arguments. */
export function can<A extends Action>(actor: Actor, action: A, subject: Subjects[A]): boolean {
  return rules[action](actor, subject);
}

export type SubjectOf<A extends Action> = Subjects[A];
