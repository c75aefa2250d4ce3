import { DomainError } from "./errors";

export const practiceStatuses = ["draft", "submitted", "returned", "published"] as const;
export type PracticeStatus = (typeof practiceStatuses)[number];

/** The parts of a practice; it is complete when none of them is empty. */
export const practiceParts = ["need", "done", "changed", "takes"] as const;

const moves = {
  submit: { from: ["draft", "returned"], to: "submitted" },
  publish: { from: ["submitted"], to: "published" },
  return: { from: ["submitted", "published"], to: "returned" },
} as const satisfies Record<string, { from: readonly PracticeStatus[]; to: PracticeStatus }>;

export type PracticeMove = keyof typeof moves;

/** The status after a transition. Errors: practice.wrong_state, practice.incomplete with the empty parts. */
export function decidePractice(
  practice: { status: PracticeStatus } & Record<(typeof practiceParts)[number], string>,
  move: PracticeMove,
): PracticeStatus {
  const { from, to } = moves[move];
  if (!(from as readonly PracticeStatus[]).includes(practice.status)) {
    throw new DomainError("practice.wrong_state", { status: practice.status });
  }
  const empty = practiceParts.filter((part) => practice[part].trim().length < 20);
  if (move !== "return" && empty.length > 0) throw new DomainError("practice.incomplete", { parts: empty.join(", ") });
  return to;
}
