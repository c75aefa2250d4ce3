import { z } from "zod";
import { defineEvent, feedOnly, notified, practicePage, practicesPage } from "./event";

const ofPractice = z.object({ practiceId: z.uuid(), title: z.string() });
const practices = { kind: "practices", page: practicePage } as const;

export const practiceEvents = {
  "practice.drafted": defineEvent({ shape: ofPractice, ...practices, ...feedOnly }),
  "practice.updated": defineEvent({ shape: ofPractice, ...practices, ...feedOnly }),
  "practice.draft_deleted": defineEvent({
    shape: z.object({ title: z.string() }),
    kind: "practices",
    page: practicesPage,
    ...feedOnly,
  }),
  "practice.submitted": defineEvent({ shape: ofPractice, ...practices, ...notified("coordinators") }),
  // The reason is shown to everyone when the form said so, because the practice was public. Earlier releases told only the
  // author.
  "practice.returned": defineEvent({
    shape: ofPractice.extend({ reason: z.string(), reasonIsPublic: z.boolean().optional() }),
    ...practices,
    ...notified("practice_author"),
    quote: ({ reason }) => reason,
  }),
  // By an operator of the server, after a report.
  "practice.taken_down": defineEvent({
    shape: ofPractice.extend({ reason: z.string() }),
    ...practices,
    ...notified("practice_author", "coordinators"),
    quote: ({ reason }) => reason,
  }),
  "practice.published": defineEvent({
    shape: ofPractice.extend({ slug: z.string() }),
    ...practices,
    ...notified("practice_author"),
  }),
};
