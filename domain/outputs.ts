import type { ProjectStatus } from "./actor";
import { DomainError } from "./errors";

export const outputStatuses = [
  "planned",
  "in_progress",
  "in_review",
  "changes_requested",
  "approved",
  "published",
] as const;
export type OutputStatus = (typeof outputStatuses)[number];

/** Transitions of an output by action and status. */
export const transitions = {
  planned: { work: "in_progress", submit: "in_review" },
  in_progress: { work: "in_progress", submit: "in_review" },
  in_review: {
    work: "in_review",
    approve: "approved",
    request_changes: "changes_requested",
    reject: "changes_requested",
  },
  changes_requested: { work: "changes_requested", submit: "in_review", reopen: "in_review" },
  approved: { work: "approved", submit: "in_review", publish: "published", reopen: "in_review" },
  published: { work: "published", submit: "in_review", unpublish: "approved", reopen: "in_review" },
} as const satisfies Record<OutputStatus, Partial<Record<OutputMove, OutputStatus>>>;

/** What lists and timelines show: an approval whose files changed afterwards is a state of its own. */
export type OutputState = OutputStatus | "approved_changed" | "published_changed";

/** Whether an output counts as approved although its files changed afterwards. */
export function approvalIsOutdated(output: { status: OutputStatus; changedSinceApproval: boolean }): boolean {
  return output.changedSinceApproval && (output.status === "approved" || output.status === "published");
}

/** The state to show for an output, as a message key below "outputs.status". */
export function outputState(output: { status: OutputStatus; changedSinceApproval: boolean }): OutputState {
  if (!output.changedSinceApproval) return output.status;
  if (output.status === "approved") return "approved_changed";
  return output.status === "published" ? "published_changed" : output.status;
}

/**
 * What an approval does not cover: how many files, and of the first of them the approved version (null for a new file) and
 * the current one. No files when an approved version was withdrawn. `findings` are those that are not closed.
 */
export type Coverage = { files: number; approved: number | null; current: number | null; findings: number };

export type OutputMove =
  "work" | "submit" | "approve" | "request_changes" | "reject" | "reopen" | "publish" | "unpublish";

/** The status after an action. Errors: output.wrong_state. */
export function decideMove(status: OutputStatus, move: OutputMove): OutputStatus {
  const next: Partial<Record<OutputMove, OutputStatus>> = transitions[status];
  const to = next[move];
  if (!to) throw new DomainError("output.wrong_state", { status });
  return to;
}

/**
 * The status of an output whose open submission was withdrawn: approved when an earlier submission is, else as after its
 * last decision, else in progress.
 */
export function statusAfterWithdrawal(earlier: { approved: boolean; changesRequested: boolean }): OutputStatus {
  if (earlier.approved) return "approved";
  return earlier.changesRequested ? "changes_requested" : "in_progress";
}

export type NextStep =
  | "upload_first"
  | "ask_review"
  | "wait_reviews"
  | "decide"
  | "fix_and_resubmit"
  | "publish"
  | "ask_review_again"
  | "closed"
  | "done";

/** The next step of an output, as a message key. A closed project has none: "closed" unless the output is done. */
export function nextStep(output: {
  status: OutputStatus;
  files: number;
  waitingReviews: number;
  changedSinceApproval: boolean;
  projectStatus: ProjectStatus;
}): NextStep {
  const done = output.status === "published" && !output.changedSinceApproval;
  if (output.projectStatus === "closed" && !done) return "closed";
  switch (output.status) {
    case "planned":
    case "in_progress":
      return output.files === 0 ? "upload_first" : "ask_review";
    case "in_review":
      return output.waitingReviews > 0 ? "wait_reviews" : "decide";
    case "changes_requested":
      return "fix_and_resubmit";
    case "approved":
      return output.changedSinceApproval ? "ask_review_again" : "publish";
    case "published":
      return output.changedSinceApproval ? "ask_review_again" : "done";
  }
}

/** True when the output is unfinished after its due date. Computed, never stored; `today` is the date in Brussels. */
export function isLate(output: { status: OutputStatus; dueOn: string | null }, today: string): boolean {
  const owed = output.status !== "approved" && output.status !== "published";
  return owed && output.dueOn !== null && output.dueOn < today;
}

const forbidden = /[\p{Cc}\p{Cs}/\\]/gu;
const steering = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const cleanName = (input: string) =>
  input.normalize("NFC").replace(steering, "").replace(forbidden, "_").replace(/\s+/g, " ").trim();

/**
 * A file name for storing: NFC, without path parts, control characters and bidirectional marks, at most 200 characters
 * with its extension. Errors: file.name_invalid when nothing is left.
 */
export function fileName(input: string): string {
  const clean = cleanName(input);
  const name = /^\.*$/.test(clean) ? "" : clean;
  if (name === "") throw new DomainError("file.name_invalid");
  const letters = [...name];
  if (letters.length <= 200) return name;
  const ending = /\.[^.]{1,12}$/u.exec(name)?.[0] ?? "";
  return [...letters.slice(0, 200 - [...ending].length), ending].join("");
}

/**
 * Two names are the same file when this key is equal; the lower-case sigma has two forms, depending on its position.
 */
export function fileNameKey(name: string): string {
  return name.normalize("NFC").toLowerCase().replaceAll("ς", "σ");
}

/** The header in which an upload that continues with another copy of the file sends the SHA-256 of that copy. */
export const contentHashHeader = "x-consorta-content-sha256";

/** "O4": the short label of an output. */
export function outputCode(number: number): string {
  return `O${String(number)}`;
}

const codeAtStart = /^(?:io|pr|o)\s?0*([1-9]\d{0,2})(?:\s*[:.–—-]\s*|[\s_]+)(?=\S)/iu;

/** The number that a title begins with ("O1", "IO 1:", "PR1 –"), and the title without it; null when there is none. */
export function outputCodeIn(title: string): { code: string; number: number; rest: string } | null {
  const [code, number] = codeAtStart.exec(title.trimStart()) ?? [];
  if (code === undefined) return null;
  const rest = title.trimStart().slice(code.length);
  return { code: code.replace(/[\s:.–—_-]+$/u, ""), number: Number(number), rest };
}

/** A title without the output's own number, which every page shows before the title. */
export function withoutOutputCode(title: string, number: number): string {
  const found = outputCodeIn(title);
  return found?.number === number ? withoutOutputCode(found.rest, number) : title;
}

const lastWord = /[\s._-]+\(?([\p{L}\p{N}]+)\)?$/u;
// Words for versions and copies in the languages of the product. A bare number is none: "Module 2" is not "Module 3".
const versionMarks =
  "final|draft|copy|new|kopie|endgültig|entwurf|neu|τελικό|τελικο|αντίγραφο|definitivo|definitiva|borrador|copia|" +
  "définitif|définitive|brouillon|copie|bozza|finale|ostateczny|ostateczna|poprawiony|poprawiona|poprawione|kopia|szkic";
const versionMark = new RegExp(
  `(?:[\\s._-]*\\(\\d{1,2}\\)|[\\s._-]+\\(?(?:(?:v|ver|version|rev)[\\s._-]*\\d+(?:\\.\\d+)*|v|rev|version|${versionMarks})\\)?)$`,
  "u",
);

/** A name without extension, version marks and copy marks: "Handbook_EL_v3 (final).docx" → "handbook_el". */
function stemOf(name: string): string {
  let stem = fileNameKey(name).replace(/\.[^.]{1,12}$/u, "");
  for (let mark = versionMark.exec(stem); mark; mark = versionMark.exec(stem)) stem = stem.slice(0, mark.index);
  return stem;
}

/** The language at the end of a file name when the output has it; else the output's only language; else none. */
export function guessLanguage(name: string, promised: readonly string[]): string {
  const word = lastWord.exec(stemOf(name))?.[1];
  if (word && promised.includes(word)) return word;
  return promised.length === 1 ? (promised[0] ?? "") : "";
}

/**
 * The file that a dropped one most likely continues: the same name, or the same apart from marks such as "v2" and
 * "final".
 */
export function likelyFile<T extends { name: string }>(name: string, files: readonly T[]): T | null {
  const ending = /\.[^.]{1,12}$/u.exec(fileNameKey(name))?.[0] ?? "";
  const same = files.filter((file) => fileNameKey(file.name) === fileNameKey(name));
  const found =
    same.length > 0
      ? same
      : files.filter((f) => fileNameKey(f.name).endsWith(ending) && stemOf(f.name) === stemOf(name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Files with an equal target become versions of one file of the output. */
export const fileTarget = (file: { name: string; language: string }): string =>
  `${file.language}/${fileNameKey(cleanName(file.name))}`;

/** For each file that shares its target with others of the same drop: the first of these others, by id. */
export function sharedTargets<T extends { id: string; name: string; language: string }>(
  files: readonly T[],
): ReadonlyMap<string, T> {
  const otherThan = (one: T) => files.find((file) => file.id !== one.id && fileTarget(file) === fileTarget(one));
  return new Map(
    files.flatMap((file) => {
      const other = otherThan(file);
      return other ? [[file.id, other] as const] : [];
    }),
  );
}
