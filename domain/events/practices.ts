import { z } from "zod";
import { asked, defineEvent, feedOnly, notified, practicePage, practicesPage } from "./event";

const ofPractice = z.object({ practiceId: z.uuid(), title: z.string() });
const practices = { kind: "practices", page: practicePage } as const;

export const practiceEvents = {
  "practice.drafted": defineEvent({ shape: ofPractice, ...practices, ...feedOnly }),
  "practice.updated": defineEvent({ shape: ofPractice, ...practices, ...feedOnly }),
  "practice.file_added": defineEvent({ shape: ofPractice.extend({ file: z.string() }), ...practices, ...feedOnly }),
  "practice.draft_deleted": defineEvent({
    shape: z.object({ title: z.string() }),
    kind: "practices",
    page: practicesPage,
    ...feedOnly,
  }),
  "practice.submitted": defineEvent({ shape: ofPractice, ...practices, ...asked("coordinators") }),
  // Earlier releases withdrew a practice from the public by returning it.
  "practice.returned": defineEvent({
    shape: ofPractice.extend({ reason: z.string(), reasonIsPublic: z.boolean().optional() }),
    ...practices,
    ...asked("practice_author"),
    quote: ({ reason }) => reason,
  }),
  "practice.withdrawn": defineEvent({
    shape: ofPractice.extend({ reason: z.string() }),
    ...practices,
    ...notified("practice_author", "coordinators"),
    quote: ({ reason }) => reason,
  }),
  // Someone agreed to be its contact in public, or the contact was removed. Names are not stored.
  "practice.contact_changed": defineEvent({
    shape: ofPractice.extend({ agreed: z.boolean() }),
    ...practices,
    ...feedOnly,
  }),
  // Public at once, so those who publish practices are told.
  "practice.translated": defineEvent({
    shape: ofPractice.extend({ language: z.string() }),
    ...practices,
    ...notified("practice_author", "coordinators"),
  }),
  // By an operator of the server, after a report.
  "practice.taken_down": defineEvent({
    shape: ofPractice.extend({ reason: z.string() }),
    ...practices,
    ...asked("practice_author", "coordinators"),
    quote: ({ reason }) => reason,
  }),
  "practice.published": defineEvent({
    shape: ofPractice.extend({ slug: z.string() }),
    ...practices,
    ...notified("practice_author"),
  }),
};
