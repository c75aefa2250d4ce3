import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import sentences from "@/messages/en/events.json";
import mail from "@/messages/en/mail.json";
import { type Channel, eventKinds } from "./event";
import {
  type ActivityEvent,
  checkEvent,
  type EventData,
  events,
  eventTypes,
  messageKey,
  pageOf,
  quoteOf,
  readEvent,
  typesOfKind,
} from "./events";

const id = "01920000-0000-7000-8000-000000000001";
const output = { number: 4, title: "Guide" };
const submission = { ...output, submissionId: id, submission: 2 };
const finding = { ...submission, reviewId: id, findingId: id };
const file = { ...output, versionId: id, file: "guide.pdf", version: 3 };
const organisation = { name: "Scuola", organisationId: id };
const task = { taskId: id, title: "Print the posters" };
const joining = { ...organisation, personId: id };
const invitation = { ...organisation, invitationId: id };
const conversation = { conversationId: id, practiceId: id, title: "Open days", name: "Scuola" };
const replication = { replicationId: id, practiceId: id, title: "Open days", name: "Scuola" };
/** Every transition of a practice was stored with the fields of all of them. */
const practice = { practiceId: id, title: "Open days", reason: "", slug: "open-days" };

/** Rows as version 0.1.0 stored them. Never change an entry: databases hold such rows. */
const stored: { [T in keyof EventData]: object } = {
  "person.signed_up": {},
  "person.confirmed": {},
  "person.password_changed": {},
  "person.signed_out_everywhere": {},
  "person.session_ended": {},
  "person.calendar_renewed": {},
  "person.profile_changed": {},
  "person.away": { until: "2026-06-03" },
  "person.back": {},
  "person.stand_in_named": { personId: id, until: "2026-06-03" },
  "person.closed": {},
  "person.identity_linked": { issuer: "https://login.example" },
  "organisation.created": { name: "Scuola" },
  "organisation.updated": { name: "Scuola", fields: ["city"] },
  "organisation.page_taken_down": { ...organisation, reason: "A wrong website." },
  "organisation.join_requested": joining,
  "organisation.join_decided": { ...joining, accepted: true },
  "organisation.person_removed": joining,
  "organisation.role_changed": { ...joining, role: "admin" },
  "project.created": { title: "Roots", acronym: "ROOTS" },
  "project.updated": { fields: ["title"] },
  "project.started": {},
  "project.closed": {},
  "project.reopened": {},
  "project.exported": {},
  "project.page_taken_down": { reason: "It names a child." },
  "activity.exported": { format: "csv" },
  "participation.kind_changed": { ...organisation, kind: "associated" },
  "participation.organisation_corrected": { ...organisation, fields: ["city"] },
  "participation.ended": { ...organisation, endedOn: "2026-06-30" },
  "invitation.sent": { ...invitation, role: "manager" },
  "invitation.resent": invitation,
  "invitation.link_copied": invitation,
  "invitation.revoked": invitation,
  "invitation.accepted": { ...invitation, role: "viewer" },
  "invitation.declined": { ...invitation, reason: "On leave." },
  "invitation.expired": invitation,
  "member.role_changed": { personId: id, person: "Ana", role: "contributor" },
  "member.removed": { personId: id, person: "Ana" },
  "member.work_moved": { personId: id, tasks: 3, reviews: 1 },
  "member.work_handed_over": { personId: id, fromPersonId: id, tasks: 3, reviews: 1 },
  "work_package.added": output,
  "work_package.updated": output,
  "output.planned": output,
  "output.updated": { ...output, fields: ["title"] },
  "output.due_moved": { ...output, from: null, dueOn: "2026-05-01", reason: "Exams." },
  "output.time_asked": { ...output, dueOn: "2026-05-01", reason: "Exams." },
  "output.time_declined": { ...output, dueOn: "2026-05-01", reason: "The next output needs it.", personId: id },
  "output.dependency_added": { ...output, before: 1 },
  "output.dependency_removed": { ...output, before: 1 },
  "output.started": output,
  "output.removed": output,
  "output.submitted": submission,
  "output.approved": submission,
  "output.approval_outdated": submission,
  "output.changes_requested": submission,
  "output.published": output,
  "output.unpublished": output,
  "output.taken_down": { ...output, reason: "It shows a child." },
  "publication.updated": { ...output, slug: "guide-a1b2c3" },
  "publication.name_asked": { ...output, personId: id },
  "publication.name_agreed": output,
  "publication.name_declined": output,
  "file.uploaded": { ...file, onBehalf: false },
  "file.linked": { ...file, onBehalf: true },
  "file.restored": { ...file, from: 1 },
  "file.withdrawn": { ...file, reason: "Names a child." },
  "review.requested": { ...submission, reviewId: id, reviewer: "Ana" },
  "review.given": { ...submission, reviewId: id, verdict: "request_changes" },
  "output.rejected": submission,
  "submission.withdrawn": submission,
  "submission.reopened": submission,
  "review.acknowledged": { ...submission, reviewId: id, dueOn: "2026-04-01" },
  "review.stand_in_named": { ...submission, reviewId: id, personId: id },
  "finding.answered": { ...finding, resolution: "fixed" },
  "finding.closed": finding,
  "finding.reopened": finding,
  "approval_rules.changed": { recommendations: 2, organisations: 2, mustFindingsBlock: true },
  "rubric.changed": { outputType: "guide", number: 1 },
  "comment.added": submission,
  "comment.edited": { subject: "output", ...output },
  "comment.resolved": { subject: "file", ...output, fileId: id, file: "guide.pdf" },
  "comment.reopened": { subject: "practice", practiceId: id, title: "Open days" },
  "comment.removed": { subject: "submission", ...submission },
  "practice.drafted": { practiceId: id, title: "Open days" },
  "practice.updated": { practiceId: id, title: "Open days" },
  "practice.file_added": { practiceId: id, title: "Open days", file: "Garden.jpg" },
  "practice.draft_deleted": { title: "Open days" },
  "practice.submitted": practice,
  "practice.returned": { ...practice, reason: "Add a photo." },
  "practice.withdrawn": { practiceId: id, title: "Open days", reason: "A photo shows a pupil." },
  "practice.contact_changed": { practiceId: id, title: "Open days", agreed: true },
  "practice.translated": { practiceId: id, title: "Open days", language: "pl" },
  "replication.drafted": { practiceId: id, title: "Open days" },
  "replication.sent": replication,
  "replication.published": replication,
  "replication.withdrawn": replication,
  "replication.answered": { ...replication, answer: "Thank you.", agreed: true },
  "conversation.started": conversation,
  "conversation.message_added": conversation,
  "conversation.moved": { ...conversation, state: "closed" },
  "practice.taken_down": { practiceId: id, title: "Open days", reason: "It names a child." },
  "practice.published": practice,
  "task.added": task,
  "task.several_added": { ...task, tasks: 3 },
  "task.late_reminded": { organisationId: id, name: "Escuela", items: 3 },
  "task.accepted": task,
  "task.declined": { ...task, reason: "We have no printer." },
  "task.done": task,
  "task.reopened": task,
  "task.dropped": { ...task, reason: "Another partner did it." },
  "task.handed_over": { ...task, personId: id },
  "task.taken_over": { ...task, personId: id },
  "task.due_moved": { ...task, reason: "Exams.", from: null, dueOn: "2026-05-01" },
};

function eventOf(type: keyof EventData): ActivityEvent {
  const read = readEvent(type, stored[type]);
  if (!read.ok) throw new Error(`${type} ${read.problem}`);
  return read.event;
}

const has = (type: keyof EventData, ...channels: Channel[]) =>
  channels.some((channel) => events[type].channels.includes(channel));

type Key<T> = T extends `${infer Noun}.${infer Past}` ? `${Noun}_${Past}` : never;
/** A new event type does not compile without its entry. */
const toldInFeed: Record<Key<keyof EventData>, string> = sentences.sentences;
const letters: Record<string, unknown> = mail.news;

describe("each event type", () => {
  it("has a sentence, and each sentence an event type", () => {
    expect(Object.keys(toldInFeed).sort()).toEqual(eventTypes.map(messageKey).sort());
  });

  it.each(eventTypes)(
    "%s has a kind when it is in the activity feed, and an audience when it sends notifications",
    (type) => {
      expect(events[type].kind !== null).toBe(has(type, "feed"));
      expect(events[type].audience.length > 0).toBe(has(type, "bell", "email"));
    },
  );

  it("has a complete e-mail exactly when it has the e-mail channel", () => {
    const mailed = eventTypes.filter((type) => has(type, "email")).map(messageKey);
    expect(Object.keys(letters).sort()).toEqual([...mailed, "footer", "someone", "stop", "subject"].sort());
    for (const key of mailed) {
      expect(Object.keys(letters[key] ?? {}).sort(), key).toEqual(["button", "text", "title"]);
    }
  });

  it("is found only by the filter of its kind", () => {
    const inFilters = eventKinds.flatMap(typesOfKind);
    expect(inFilters.sort()).toEqual(eventTypes.filter((type) => has(type, "feed")).sort());
  });

  it.each(eventTypes)("%s leads to a page of the app", (type) => {
    const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith("/page.tsx"))
      .map((name) => `/${name.replaceAll(/\([a-z]+\)\/|\/page\.tsx$/g, "")}`)
      .map((route) => new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[\\w-]+")}$`));
    for (const outputId of [id, null]) {
      const page = pageOf(eventOf(type), { slug: "roots", outputId, organisationId: id });
      expect(
        routes.some((route) => route.test(page.replace(/#.*$/, ""))),
        page,
      ).toBe(true);
    }
  });
});

describe("a stored event", () => {
  it.each(eventTypes)("%s of an earlier release is parsed, and its data can be written again", (type) => {
    const event = eventOf(type);
    expect(stored[type]).toMatchObject(event.data);
    expect(checkEvent(event)).toEqual(event.data);
  });

  it("of an earlier release loses the names of people when it is read", () => {
    for (const type of eventTypes) expect(JSON.stringify(eventOf(type).data), type).not.toContain("Ana");
  });

  it("of an unknown type or with invalid data is not parsed, and the problem contains no values", () => {
    expect(readEvent("output.dreamed", output)).toEqual({ ok: false, problem: "unknown type" });
    expect(readEvent("toString", {})).toEqual({ ok: false, problem: "unknown type" });
    expect(readEvent("file.uploaded", { ...file, file: 7, title: "Secret" })).toEqual({
      ok: false,
      problem: "does not fit: file, onBehalf",
    });
    expect(readEvent("project.closed", null)).toEqual({ ok: false, problem: "does not fit: data" });
  });
});

it("e-mails quote the reasons of refusals, returned practices, unpublished pages and moved days", () => {
  expect(eventTypes.filter((type) => quoteOf(eventOf(type)) !== "")).toEqual([
    "organisation.page_taken_down",
    "project.page_taken_down",
    "invitation.declined",
    "output.due_moved",
    "output.time_asked",
    "output.time_declined",
    "output.taken_down",
    "practice.returned",
    "practice.withdrawn",
    "practice.taken_down",
    "replication.answered",
    "task.declined",
    "task.dropped",
    "task.due_moved",
  ]);
});
