import { addDays, addMonths, daysBetween, isIsoDate, monthsOf } from "@/domain/dates";
import type { NextStep, OutputStatus } from "@/domain/outputs";
import { getTranslations } from "@/messages/words";

type Planned = { number: number; status: OutputStatus; late: boolean; next: NextStep; waitingReviews: number };

export type ProjectMoment =
  | { part: "month"; values: { month: number; months: number } }
  | { part: "startsIn"; values: { date: Date } }
  | { part: "over" | "closed" | "noOutputs"; values: Record<string, never> }
  | { part: "approved"; values: { approved: number; total: number } }
  | { part: "waits"; values: { code: string; count: number } }
  | { part: "decide"; values: { code: string } }
  | { part: "late"; values: { code: string; count: number } }
  | { part: "quiet"; values: { organisation: string; days: number } };

type Given = {
  status: "draft" | "running" | "closed";
  startsOn: string | null;
  durationMonths: number | null;
  today: string;
  outputs: readonly Planned[];
  /** The organisation that was silent for the longest time, with its last day. */
  quietest: { name: string; since: string } | null;
};

const quietFromDays = 21;

/** Where in its time a project stands. */
function timeOf({ startsOn, durationMonths, today }: Given): ProjectMoment | null {
  if (!startsOn || !isIsoDate(startsOn)) return null;
  if (today < startsOn) return { part: "startsIn", values: { date: new Date(`${startsOn}T12:00:00Z`) } };
  if (!durationMonths) return null;
  if (today >= addMonths(startsOn, durationMonths)) return { part: "over", values: {} };
  return { part: "month", values: { month: monthsOf({ startsOn, endsOn: today }), months: durationMonths } };
}

/** What can be said of a project in one sentence: its time, what is done, what waits, who is quiet. */
export function projectState(given: Given): { time: ProjectMoment | null; rest: ProjectMoment[] } {
  if (given.status === "closed") return { time: { part: "closed", values: {} }, rest: [] };
  const { outputs, quietest, today } = given;
  const rest: ProjectMoment[] = [];
  if (outputs.length === 0) rest.push({ part: "noOutputs", values: {} });
  else {
    const approved = outputs.filter(({ status }) => status === "approved" || status === "published").length;
    rest.push({ part: "approved", values: { approved, total: outputs.length } });
  }
  const late = outputs.filter((output) => output.late);
  if (late[0]) rest.push({ part: "late", values: { code: `O${String(late[0].number)}`, count: late.length } });
  const waiting = outputs.find(({ next }) => next === "wait_reviews");
  const decide = outputs.find(({ next }) => next === "decide");
  if (waiting) {
    rest.push({ part: "waits", values: { code: `O${String(waiting.number)}`, count: waiting.waitingReviews } });
  } else if (decide) rest.push({ part: "decide", values: { code: `O${String(decide.number)}` } });
  if (quietest && given.status === "running") {
    const days = daysBetween(quietest.since, today);
    if (days >= quietFromDays) rest.push({ part: "quiet", values: { organisation: quietest.name, days } });
  }
  return { time: timeOf(given), rest };
}

/** The state of a project in one line. */
export async function sayState({ time, rest }: ReturnType<typeof projectState>): Promise<string> {
  const t = await getTranslations("projects.overview");
  const say = (moment: ProjectMoment) => t(moment.part, moment.values);
  return [...(time ? [say(time)] : []), ...(rest.length > 0 ? [`${rest.map(say).join("; ")}.`] : [])].join(" ");
}

/** Sixty days after its end a running project should be closed. */
export function isOverdue(
  project: { status: string; startsOn: string | null; durationMonths: number | null },
  today: string,
) {
  const { status, startsOn, durationMonths } = project;
  if (status !== "running" || !startsOn || !durationMonths || !isIsoDate(startsOn)) return false;
  return today > addDays(addMonths(startsOn, durationMonths), 60);
}
