import type { ProjectRole, ProjectStatus } from "./actor";
import { addDays, addMonths, daysBetween, isIsoDate, monthsOf } from "./dates";
import type { NextStep, OutputStatus } from "./outputs";

/** A fact about a project's progress; the messages are in "projects.overview". */
export type ProgressFact =
  | { kind: "month"; values: { month: number; months: number } }
  | { kind: "startsIn"; values: { date: Date } }
  | { kind: "over" | "closed" | "noOutputs"; values: Record<string, never> }
  | { kind: "approved"; values: { approved: number; total: number } }
  | { kind: "waits"; values: { code: string; count: number } }
  | { kind: "decide"; values: { code: string } }
  | { kind: "late" | "changed"; values: { code: string; count: number } }
  | { kind: "quiet"; values: { organisation: string; days: number } };

type ProgressInput = {
  status: ProjectStatus;
  /** YYYY-MM-DD. */
  startsOn: string | null;
  durationMonths: number | null;
  today: string;
  outputs: readonly {
    number: number;
    status: OutputStatus;
    late: boolean;
    next: NextStep;
    waitingReviews: number;
  }[];
  /** The organisation without activity for the longest time, with the day of its last activity. */
  quietest: { name: string; since: string } | null;
};

/** Days without activity after which an organisation counts as quiet. */
const quietAfterDays = 21;
/** Days after its end after which closing a project is suggested. */
const closeAfterDays = 60;

const codeOf = (output: { number: number }) => `O${String(output.number)}`;

function timeFact({ startsOn, durationMonths, today }: ProgressInput): ProgressFact | null {
  if (!startsOn || !isIsoDate(startsOn)) return null;
  if (today < startsOn) return { kind: "startsIn", values: { date: new Date(`${startsOn}T12:00:00Z`) } };
  if (!durationMonths) return null;
  if (today >= addMonths(startsOn, durationMonths)) return { kind: "over", values: {} };
  return { kind: "month", values: { month: monthsOf({ startsOn, endsOn: today }), months: durationMonths } };
}

/**
 * The facts under a project's title: its time, then approved, late, changed since approval, waiting and quiet. A closed project has no other
 * facts.
 */
export function projectProgress(project: ProgressInput): { time: ProgressFact | null; rest: ProgressFact[] } {
  if (project.status === "closed") return { time: { kind: "closed", values: {} }, rest: [] };
  const { outputs, quietest, today, status } = project;
  const rest: ProgressFact[] = [];
  if (outputs.length === 0) rest.push({ kind: "noOutputs", values: {} });
  else {
    const approved = outputs.filter((output) => output.status === "approved" || output.status === "published").length;
    rest.push({ kind: "approved", values: { approved, total: outputs.length } });
  }
  const late = outputs.filter((output) => output.late);
  if (late[0]) rest.push({ kind: "late", values: { code: codeOf(late[0]), count: late.length } });
  const changed = outputs.filter(({ next }) => next === "ask_review_again");
  if (changed[0]) rest.push({ kind: "changed", values: { code: codeOf(changed[0]), count: changed.length } });
  const waiting = outputs.find(({ next }) => next === "wait_reviews");
  const decide = outputs.find(({ next }) => next === "decide");
  if (waiting) rest.push({ kind: "waits", values: { code: codeOf(waiting), count: waiting.waitingReviews } });
  else if (decide) rest.push({ kind: "decide", values: { code: codeOf(decide) } });
  if (quietest && status === "running") {
    const days = daysBetween(quietest.since, today);
    if (days >= quietAfterDays) rest.push({ kind: "quiet", values: { organisation: quietest.name, days } });
  }
  return { time: timeFact(project), rest };
}

/** True for a running project that ended more than 60 days ago; `today` is YYYY-MM-DD. */
export function isOverdueToClose(
  project: { status: ProjectStatus; startsOn: string | null; durationMonths: number | null },
  today: string,
): boolean {
  const { status, startsOn, durationMonths } = project;
  if (status !== "running" || !startsOn || !durationMonths || !isIsoDate(startsOn)) return false;
  return today > addDays(addMonths(startsOn, durationMonths), closeAfterDays);
}

type PrimaryActionInput = {
  status: ProjectStatus;
  can: { "consortium.change": boolean; "output.plan": boolean };
  mine: { organisationId: string; role: ProjectRole };
  organisations: number;
  outputs: readonly { id: string; number: number; leadOrganisationId: string; next: NextStep }[];
};

export type PrimaryAction =
  { kind: "invite" | "plan" | "upload" } | { kind: "uploadTo"; outputId: string; code: string };

/**
 * The primary action of a project's page: invite partners, plan outputs, or upload to the first output of the person's
 * own organisation that waits for files. Null for viewers and in a closed project.
 */
export function primaryActionOf(input: PrimaryActionInput): PrimaryAction | null {
  const { status, can, mine, organisations, outputs } = input;
  if (can["consortium.change"] && organisations === 1) return { kind: "invite" };
  if (can["output.plan"] && outputs.length === 0) return { kind: "plan" };
  if (mine.role === "viewer" || status === "closed") return null;
  const next = outputs.find(
    (output) =>
      output.leadOrganisationId === mine.organisationId && ["upload_first", "fix_and_resubmit"].includes(output.next),
  );
  return next ? { kind: "uploadTo", outputId: next.id, code: codeOf(next) } : { kind: "upload" };
}
