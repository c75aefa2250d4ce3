import { DomainError } from "./errors";
import type { PracticeContent } from "./schemas/practices";

export const practiceStatuses = ["draft", "submitted", "returned", "published"] as const;
export type PracticeStatus = (typeof practiceStatuses)[number];

/** Where a practice was tried. */
export const practiceSettings = [
  "classroom",
  "whole_school",
  "workplace",
  "youth_centre",
  "community",
  "online",
] as const;

/** What shows that something changed: a number, the words of a person, something that was observed. */
export const evidenceKinds = ["figure", "quotation", "observation"] as const;

/** What a practice takes, in the order in which it is shown. */
export const resourceKinds = ["time", "people", "money", "rooms", "other"] as const;

/** The parts without which a practice is not submitted. */
const requiredParts = ["need", "steps", "resources", "evidence", "files"] as const;

/** The parts that help readers, and that may be missing. */
const helpfulParts = ["targetGroups", "setting", "conditions", "transfer", "topics"] as const;

export type PracticePart = (typeof requiredParts | typeof helpfulParts)[number];

const lengthOf = (text: string) => text.trim().length;

/** A part counts once it says something: two or three words. */
const enough = 12;

const isFilled: Record<PracticePart, (content: PracticeContent) => boolean> = {
  need: ({ need }) => lengthOf(need) >= enough,
  steps: ({ steps }) => steps.some(({ text }) => lengthOf(text) >= enough),
  resources: ({ resources }) => Object.values(resources).some((text) => lengthOf(text) > 0),
  evidence: ({ evidence }) => evidence.some(({ text }) => lengthOf(text) >= enough),
  // There may be none, but those who cannot see a picture need its description.
  files: ({ files }) => files.every(({ text }) => lengthOf(text) > 0),
  targetGroups: ({ targetGroups, targetGroup }) => targetGroups.length > 0 || lengthOf(targetGroup) > 0,
  setting: ({ setting }) => setting !== null,
  conditions: ({ conditions }) => lengthOf(conditions) > 0,
  transfer: ({ transfer }) => lengthOf(transfer) > 0,
  topics: ({ topics }) => topics.length > 0,
};

/** The parts that are still empty: those that must be filled in before it is submitted, and those that would help. */
export const emptyParts = (content: PracticeContent) => ({
  required: requiredParts.filter((part) => !isFilled[part](content)),
  helpful: helpfulParts.filter((part) => !isFilled[part](content)),
});

const moves = {
  submit: { from: ["draft", "returned"], to: "submitted" },
  publish: { from: ["submitted"], to: "published" },
  return: { from: ["submitted"], to: "returned" },
} as const satisfies Record<string, { from: readonly PracticeStatus[]; to: PracticeStatus }>;

export type PracticeMove = keyof typeof moves;

/** The status after a transition. Errors: practice.wrong_state, practice.incomplete with the empty parts. */
export function decidePractice(
  practice: { status: PracticeStatus; content: PracticeContent },
  move: PracticeMove,
): PracticeStatus {
  const { from, to } = moves[move];
  if (!(from as readonly PracticeStatus[]).includes(practice.status)) {
    throw new DomainError("practice.wrong_state", { status: practice.status });
  }
  const { required } = emptyParts(practice.content);
  if (move !== "return" && required.length > 0)
    throw new DomainError("practice.incomplete", { parts: required.join(", ") });
  return to;
}

/**
 * The status after the description was changed: a published practice keeps its public edition, and the change is a draft
 * that replaces it once it is published.
 */
export const statusAfterEdit = (status: PracticeStatus): PracticeStatus => (status === "published" ? "draft" : status);

/** All texts of a practice in one, for searching. */
export const practiceText = (content: PracticeContent): string =>
  [
    content.need,
    content.targetGroup,
    ...content.steps.flatMap(({ text, material }) => [text, material]),
    ...Object.values(content.resources),
    ...content.evidence.flatMap(({ text, source }) => [text, source]),
    content.conditions,
    content.transfer,
    ...content.files.map(({ text }) => text),
  ]
    .filter((text) => text.trim() !== "")
    .join("\n\n");
