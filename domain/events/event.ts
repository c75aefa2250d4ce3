import { z } from "zod";

/** Kinds of events, for the filter of a project's activity. */
export const eventKinds = [
  "files",
  "reviews",
  "comments",
  "outputs",
  "tasks",
  "consortium",
  "practices",
  "project",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Where an event is shown: the activity of a project, the notifications of a person, an e-mail. */
export type Channel = "feed" | "bell" | "email";

/** Groups of recipients, the most personal first: a person in several of them is told the first as the reason. */
export const audiences = [
  "subject",
  "applicant",
  "reviewer",
  "task_assignee",
  "practice_author",
  "replication_author",
  "conversation",
  "task_asker",
  "task_people",
  "inviter",
  "reviewers",
  "output_leaders",
  "output_team",
  "coordinators",
  "organisation_admins",
] as const;
export type Audience = (typeof audiences)[number];

/** The fields of the event's data that select the people of each group. */
type AudienceFields = {
  organisation_admins: { organisationId: string };
  /** The person who requested to join an organisation. */
  applicant: { personId: string };
  /** The person whom the event is about. */
  subject: { personId: string };
  inviter: { invitationId: string };
  /** Managers of the coordinating organisation. */
  coordinators: object;
  /** Managers and contributors of the organisations that lead the output or contribute to it. */
  output_team: object;
  /** Managers of the organisation that leads the output. */
  output_leaders: object;
  reviewer: { reviewId: string };
  /** Everyone who was asked to review a submission. */
  reviewers: { submissionId: string };
  practice_author: { practiceId: string };
  /** Who wrote the report of trying a practice. */
  replication_author: { replicationId: string };
  /** Those of both organisations who take part in a conversation about a practice, or work on its project. */
  conversation: { conversationId: string };
  /** The person a task is for, or the managers of its organisation while it names nobody. */
  task_assignee: { taskId: string };
  /** Who asked for a task. */
  task_asker: { taskId: string };
  /** Both sides of the task that a comment is about; nobody for other comments. */
  task_people: object;
};
type AudienceFor<Data> = { [A in Audience]: Data extends AudienceFields[A] ? A : never }[Audience];

/** The project, output and organisation of a stored event; `slug` is empty outside projects. */
export type EventSubject = { slug: string; outputId: string | null; organisationId: string | null };

/** Everything that depends on the type of an event. */
export interface EventDefinition<Data> {
  /**
   * The shape of its data, parsed on write and on read. Rows are never rewritten: when the shape changes, it must still
   * accept what earlier releases stored (`.default()`, or `z.preprocess` to convert old fields).
   */
  shape: z.ZodType<Data>;
  /** Null for events of an account or an organisation, which are in no project. */
  kind: EventKind | null;
  /** Recipients of notifications and e-mails; never the person who caused the event. */
  audience: readonly AudienceFor<Data>[];
  channels: readonly Channel[];
  /** True when it asks its audience to do something: they are told although they muted its subject. */
  asks: boolean;
  /** The path of the page that the notification and the e-mail open. */
  page: (data: Data, subject: EventSubject) => string;
  /** Text written by a person, which the e-mail quotes. */
  quote?: (data: Data) => string;
}

/** Checks a definition and infers its data type from its shape. */
export const defineEvent = <Data>(definition: EventDefinition<Data>) => definition;

/** Only in the activity of the project, without notifications. */
export const feedOnly = { audience: [], channels: ["feed"], asks: false } as const;

/** Stored only, as data of a person or an organisation. */
export const recordOnly = { kind: null, audience: [], channels: [], asks: false } as const;

/** In the activity of the project, in the notifications and by e-mail. */
export const notified = <A extends Audience>(...audience: A[]) => ({
  audience,
  channels: ["feed", "bell", "email"] as const,
  asks: false,
});

/** The same for an event that asks its audience to do something. */
export const asked = <A extends Audience>(...audience: A[]) => ({ ...notified(...audience), asks: true });

/**
 * Names of organisations are stored as they were when the event happened. Names of people are never stored: `personId`
 * is the person whom an event is about, and the name is read from `people` when the event is shown.
 */
export const named = z.object({ name: z.string() });

/** An output or a work package; outputs are numbered within their project. */
export const outputNamed = z.object({ number: z.int(), title: z.string() });

export const ofSubmission = outputNamed.extend({ submissionId: z.uuid(), submission: z.int() });

const projectPath = ({ slug }: EventSubject) => `/projects/${slug}`;

export const projectPage = (_data: unknown, subject: EventSubject) => projectPath(subject);
export const projectEditPage = (_data: unknown, subject: EventSubject) => `${projectPath(subject)}/edit`;
export const consortiumPage = (_data: unknown, subject: EventSubject) => `${projectPath(subject)}/consortium`;
export const reviewSettingsPage = (_data: unknown, subject: EventSubject) => `${projectPath(subject)}/review-settings`;
export const taskPage = ({ taskId }: { taskId: string }, subject: EventSubject) =>
  `${projectPath(subject)}/tasks/${taskId}`;
/** The list of everything that is due from the reader. */
export const homePage = () => "/home";
export const planPage = (_data: unknown, subject: EventSubject) => `${projectPath(subject)}/outputs`;

/** The output's page; the plan when the event has no output. */
export const outputPage = (_data: unknown, subject: EventSubject) =>
  subject.outputId === null ? `${projectPath(subject)}/outputs` : `${projectPath(subject)}/outputs/${subject.outputId}`;

export const submissionPage = (data: { submissionId: string }, subject: EventSubject) =>
  subject.outputId === null ? planPage(data, subject) : `${outputPage(data, subject)}/submissions/${data.submissionId}`;

/** The part of the account page where people agree to be named in public. */
export const namesPage = () => "/account#names";

export const practicesPage = (_data: unknown, subject: EventSubject) => `${projectPath(subject)}/practices`;
export const practicePage = ({ practiceId }: { practiceId: string }, subject: EventSubject) =>
  `${projectPath(subject)}/practices/${practiceId}`;
