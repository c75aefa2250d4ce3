import { z } from "zod";
import { asked, defineEvent, feedOnly, namesPage, notified, outputNamed, outputPage, planPage } from "./event";

const ofFile = outputNamed.extend({ versionId: z.uuid(), file: z.string(), version: z.int() });
const added = ofFile.extend({ onBehalf: z.boolean() });

const plan = { kind: "outputs", page: planPage, ...feedOnly } as const;
const output = { kind: "outputs", page: outputPage, ...feedOnly } as const;
const files = { kind: "files", page: outputPage, ...feedOnly } as const;

export const outputEvents = {
  "work_package.added": defineEvent({ shape: outputNamed, ...plan }),
  "work_package.updated": defineEvent({ shape: outputNamed, ...plan }),
  "output.planned": defineEvent({ shape: outputNamed, ...output }),
  "output.updated": defineEvent({ shape: outputNamed.extend({ fields: z.array(z.string()) }), ...output }),
  // `from` is null when the output had no due date.
  "output.due_moved": defineEvent({
    shape: outputNamed.extend({ from: z.iso.date().nullable(), dueOn: z.iso.date(), reason: z.string() }),
    kind: "outputs",
    page: outputPage,
    ...notified("output_team", "coordinators"),
    quote: ({ reason }) => reason,
  }),
  "output.time_asked": defineEvent({
    shape: outputNamed.extend({ dueOn: z.iso.date(), reason: z.string() }),
    kind: "outputs",
    page: outputPage,
    ...asked("output_leaders", "coordinators"),
    quote: ({ reason }) => reason,
  }),
  // `personId` is the person who asked; `dueOn` is the day that was asked for.
  "output.time_declined": defineEvent({
    shape: outputNamed.extend({ dueOn: z.iso.date(), reason: z.string(), personId: z.uuid() }),
    kind: "outputs",
    page: outputPage,
    ...notified("subject"),
    quote: ({ reason }) => reason,
  }),
  // `before` is the number of the output that comes before.
  "output.dependency_added": defineEvent({ shape: outputNamed.extend({ before: z.int() }), ...output }),
  "output.dependency_removed": defineEvent({ shape: outputNamed.extend({ before: z.int() }), ...output }),
  "output.started": defineEvent({ shape: outputNamed, ...output }),
  "output.removed": defineEvent({ shape: outputNamed, ...plan }),
  // Earlier releases stored no address, because they only recorded that an output was published somewhere else.
  "output.published": defineEvent({
    shape: outputNamed.extend({ slug: z.string().optional() }),
    ...output,
    ...notified("output_team"),
  }),
  "output.unpublished": defineEvent({
    shape: outputNamed.extend({ reason: z.string().optional() }),
    ...output,
    ...notified("output_team"),
  }),
  // By an operator of the server, after a report.
  "output.taken_down": defineEvent({
    shape: outputNamed.extend({ reason: z.string() }),
    kind: "outputs",
    page: outputPage,
    ...asked("coordinators"),
    quote: ({ reason }) => reason,
  }),
  "publication.updated": defineEvent({ shape: outputNamed.extend({ slug: z.string() }), ...output }),
  "publication.name_asked": defineEvent({
    shape: outputNamed.extend({ personId: z.uuid() }),
    kind: "outputs",
    page: namesPage,
    ...asked("subject"),
  }),
  "publication.name_agreed": defineEvent({ shape: outputNamed, ...output }),
  "publication.name_declined": defineEvent({ shape: outputNamed, ...output }),
  "file.uploaded": defineEvent({ shape: added, ...files }),
  "file.linked": defineEvent({ shape: added, ...files }),
  "file.restored": defineEvent({ shape: ofFile.extend({ from: z.int() }), ...files }),
  "file.withdrawn": defineEvent({ shape: ofFile.extend({ reason: z.string() }), ...files }),
};
