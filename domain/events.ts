import type { ParticipationKind, ProjectRole } from "./actor";

type Named = { name: string };
type OutputNamed = { number: number; title: string };

/** What happened, in the past tense; names are kept as they were at the time. */
export type EventData = {
  "person.signed_up": Record<string, never>;
  "person.confirmed": Record<string, never>;
  "person.password_changed": Record<string, never>;
  "person.signed_out_everywhere": Record<string, never>;
  "person.session_ended": Record<string, never>;
  "person.profile_changed": Record<string, never>;
  "person.closed": Record<string, never>;
  "person.identity_linked": { issuer: string };
  "organisation.created": Named;
  "organisation.updated": Named & { fields: string[] };
  "organisation.join_requested": Named & { organisationId: string; personId: string };
  "organisation.join_decided": Named & { organisationId: string; personId: string; accepted: boolean };
  "organisation.person_removed": Named & { organisationId: string; personId: string };
  "organisation.role_changed": Named & { organisationId: string; personId: string; role: string };
  "project.created": { title: string; acronym: string };
  "project.updated": { fields: string[] };
  "project.started": Record<string, never>;
  "project.closed": Record<string, never>;
  "project.reopened": Record<string, never>;
  "project.exported": Record<string, never>;
  "participation.kind_changed": Named & { organisationId: string; kind: ParticipationKind };
  "participation.ended": Named & { organisationId: string; endedOn: string };
  "invitation.sent": Named & { invitationId: string; organisationId: string; role: ProjectRole };
  "invitation.resent": Named & { invitationId: string; organisationId: string };
  "invitation.link_copied": Named & { invitationId: string; organisationId: string };
  "invitation.revoked": Named & { invitationId: string; organisationId: string };
  "invitation.accepted": Named & { invitationId: string; organisationId: string; role: ProjectRole };
  "invitation.declined": Named & { invitationId: string; organisationId: string; reason: string };
  "invitation.expired": Named & { invitationId: string; organisationId: string };
  "member.role_changed": { personId: string; person: string; role: ProjectRole };
  "member.removed": { personId: string; person: string };
  "work_package.added": OutputNamed;
  "work_package.updated": OutputNamed;
  "output.planned": OutputNamed;
  "output.updated": OutputNamed & { fields: string[] };
  "output.started": OutputNamed;
  "output.removed": OutputNamed;
  "output.submitted": OutputNamed & { submissionId: string; submission: number };
  "output.approved": OutputNamed & { submissionId: string; submission: number };
  "output.changes_requested": OutputNamed & { submissionId: string; submission: number };
  "output.published": OutputNamed;
  "file.uploaded": OutputNamed & { versionId: string; file: string; version: number; onBehalf: boolean };
  "file.linked": OutputNamed & { versionId: string; file: string; version: number; onBehalf: boolean };
  "file.restored": OutputNamed & { versionId: string; file: string; version: number; from: number };
  "file.withdrawn": OutputNamed & { versionId: string; file: string; version: number; reason: string };
  "review.requested": OutputNamed & { reviewId: string; submissionId: string; submission: number; reviewer: string };
  "review.given": OutputNamed & {
    reviewId: string;
    submissionId: string;
    submission: number;
    verdict: "approve" | "request_changes";
  };
  "comment.added": OutputNamed & { submissionId: string; submission: number };
  "practice.drafted": { practiceId: string; title: string };
  "practice.updated": { practiceId: string; title: string };
  "practice.submitted": { practiceId: string; title: string };
  "practice.returned": { practiceId: string; title: string; reason: string };
  "practice.published": { practiceId: string; title: string; slug: string };
};

export type EventType = keyof EventData;

export type ActivityEvent = { [T in EventType]: { type: T; data: EventData[T] } }[EventType];

/** The kinds by which a feed is filtered, each with the events it gathers. */
export const eventKinds = {
  files: ["file.uploaded", "file.linked", "file.restored", "file.withdrawn"],
  reviews: [
    "output.submitted",
    "output.approved",
    "output.changes_requested",
    "review.requested",
    "review.given",
    "comment.added",
  ],
  outputs: [
    "work_package.added",
    "work_package.updated",
    "output.planned",
    "output.updated",
    "output.started",
    "output.removed",
    "output.published",
  ],
  consortium: [
    "participation.kind_changed",
    "participation.ended",
    "invitation.sent",
    "invitation.resent",
    "invitation.link_copied",
    "invitation.revoked",
    "invitation.accepted",
    "invitation.declined",
    "invitation.expired",
    "member.role_changed",
    "member.removed",
  ],
  practices: ["practice.drafted", "practice.updated", "practice.submitted", "practice.returned", "practice.published"],
  project: [
    "project.created",
    "project.updated",
    "project.started",
    "project.closed",
    "project.reopened",
    "project.exported",
  ],
} as const satisfies Record<string, readonly EventType[]>;

export type EventKind = keyof typeof eventKinds;

/** Events of which somebody is told by mail; notify.ts says who. Invitations leave by a mail of their own. */
export const mailedEvents = [
  "organisation.join_requested",
  "organisation.join_decided",
  "invitation.accepted",
  "invitation.declined",
  "output.submitted",
  "output.approved",
  "output.changes_requested",
  "review.requested",
  "review.given",
  "practice.submitted",
  "practice.returned",
  "practice.published",
] as const satisfies readonly EventType[];

export type MailedEvent = (typeof mailedEvents)[number];
