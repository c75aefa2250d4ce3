import { z } from "zod";
import {
  defineEvent,
  notified,
  type EventSubject,
  feedOnly,
  ofSubmission,
  outputNamed,
  outputPage,
  practicePage,
  submissionPage,
  taskPage,
} from "./event";

const onPractice = z.object({ subject: z.literal("practice"), practiceId: z.uuid(), title: z.string() });

const onTask = z.object({ subject: z.literal("task"), taskId: z.uuid(), title: z.string() });

/** The subject of a comment. Rows of earlier releases do not name its type: it is a submission. */
const commented = z.union([
  ofSubmission.extend({ subject: z.literal("submission").optional() }),
  outputNamed.extend({ subject: z.literal("output") }),
  outputNamed.extend({ subject: z.literal("file"), fileId: z.uuid(), file: z.string() }),
  onPractice,
  onTask,
]);
export type Commented = z.output<typeof commented>;

/** The page of the subject of a comment. */
export function commentedPage(data: Commented, subject: EventSubject): string {
  if ("submissionId" in data) return submissionPage(data, subject);
  if ("taskId" in data) return taskPage(data, subject);
  if ("practiceId" in data) return practicePage(data, subject);
  const output = outputPage(data, subject);
  return data.subject === "file" && subject.outputId !== null ? `${output}/files/${data.fileId}` : output;
}

// Only comments that everyone can read are recorded: the record is read by all members and cannot be changed. No event
// holds the text of a comment, because its author can remove it.
const comment = { shape: commented, kind: "comments", page: commentedPage } as const;

export const commentEvents = {
  // Earlier releases did not store the id. The people whom the comment mentions are told of that instead.
  "comment.added": defineEvent({
    ...comment,
    ...notified("task_people", "output_team", "coordinators"),
    shape: commented.and(z.object({ commentId: z.uuid().optional() })),
  }),
  "comment.edited": defineEvent({ ...comment, ...feedOnly }),
  "comment.resolved": defineEvent({ ...comment, ...feedOnly }),
  "comment.reopened": defineEvent({ ...comment, ...feedOnly }),
  "comment.removed": defineEvent({ ...comment, ...feedOnly }),
};
