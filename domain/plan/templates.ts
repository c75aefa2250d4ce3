import type { OutputType } from "../programme/vocabulary";
import type { PlanRow } from "./rows";

/**
 * First plans by kind of call: 2014 to 2020 with intellectual outputs, or for the exchange of good practices; call 2021
 * with project results; lump sums of work packages; small-scale partnerships, which have activities alone.
 */
export const planTemplateIds = [
  "intellectual_outputs",
  "exchange",
  "project_results",
  "work_packages",
  "small_scale",
] as const;
export type PlanTemplateId = (typeof planTemplateIds)[number];

/** Titles of lines, which several templates share: keys of "outputs.templates.lines". */
type PlanText =
  | "management"
  | "intellectual_outputs"
  | "project_results"
  | "sharing"
  | "analysis"
  | "development"
  | "pilot"
  | "exchange_activities"
  | "kick_off"
  | "meeting"
  | "final_meeting"
  | "agreements"
  | "quality_plan"
  | "progress_report"
  | "final_report"
  | "needs_analysis"
  | "curriculum"
  | "course"
  | "toolkit"
  | "guide"
  | "recommendations"
  | "sharing_plan"
  | "website"
  | "multiplier_event"
  | "final_conference"
  | "sharing_results"
  | "staff_training"
  | "pilot_training"
  | "learning_activity"
  | "workshop"
  | "local_activities"
  | "good_practices"
  | "evaluation";

/** Months count from the start of the project, for a project of the months of its template. */
type Line = {
  text: PlanText;
  /** Only in projects that last longer than these months. */
  longerThan?: number;
} & (
  | { what: "work_package"; number: number; from: number; to: number }
  | { what: "task" | OutputType; workPackage?: number; month: number }
  /** Months after the end of the project. */
  | { what: "task"; workPackage?: number; afterEnd: number }
);
type Template = { months: number; lines: readonly Line[] };

const workPackage = (number: number, text: PlanText, from: number, to: number): Line => ({
  what: "work_package",
  number,
  text,
  from,
  to,
});
const task = (text: PlanText, month: number, inPackage?: number): Line => ({
  what: "task",
  text,
  month,
  workPackage: inPackage,
});
const output = (what: OutputType, text: PlanText, month: number, inPackage?: number): Line => ({
  what,
  text,
  month,
  workPackage: inPackage,
});

/** What every project owes its agency: a report halfway when it lasts longer than two years, and a final one. */
const reports = (half: number, inPackage?: number): Line[] => [
  { ...task("progress_report", half, inPackage), longerThan: 24 },
  { what: "task", text: "final_report", afterEnd: 2, workPackage: inPackage },
];

const management: Line[] = [
  workPackage(1, "management", 1, 24),
  task("agreements", 2, 1),
  task("kick_off", 2, 1),
  task("quality_plan", 3, 1),
  task("meeting", 10, 1),
  task("meeting", 17, 1),
  task("final_meeting", 24, 1),
  ...reports(13, 1),
];

/** Calls in which results and multiplier events have budgets of their own: 2014 to 2020, and 2021. */
const withResults = (results: "intellectual_outputs" | "project_results"): Template => ({
  months: 24,
  lines: [
    ...management,
    workPackage(2, results, 2, 22),
    output("research_report", "needs_analysis", 6, 2),
    output("curriculum", "curriculum", 11, 2),
    task("staff_training", 13, 2),
    output("course", "course", 16, 2),
    task("pilot_training", 19, 2),
    output("guide", "guide", 22, 2),
    workPackage(3, "sharing", 1, 24),
    task("sharing_plan", 4, 3),
    output("event", "multiplier_event", 20, 3),
    output("event", "final_conference", 23, 3),
  ],
});

const templates: Record<PlanTemplateId, Template> = {
  intellectual_outputs: withResults("intellectual_outputs"),
  exchange: {
    months: 24,
    lines: [
      ...management,
      workPackage(2, "exchange_activities", 3, 22),
      task("learning_activity", 6, 2),
      task("learning_activity", 12, 2),
      task("learning_activity", 18, 2),
      workPackage(3, "sharing", 1, 24),
      output("platform_tool", "website", 4, 3),
      output("guide", "good_practices", 21, 3),
      output("project_document", "evaluation", 23, 3),
      task("sharing_results", 24, 3),
    ],
  },
  project_results: withResults("project_results"),
  work_packages: {
    months: 24,
    lines: [
      ...management,
      workPackage(2, "analysis", 2, 8),
      output("research_report", "needs_analysis", 6, 2),
      output("curriculum", "curriculum", 8, 2),
      workPackage(3, "development", 7, 17),
      output("course", "course", 14, 3),
      output("toolkit", "toolkit", 17, 3),
      workPackage(4, "pilot", 15, 22),
      task("staff_training", 16, 4),
      task("pilot_training", 20, 4),
      output("guide", "guide", 22, 4),
      workPackage(5, "sharing", 1, 24),
      task("sharing_plan", 4, 5),
      output("event", "final_conference", 23, 5),
      output("policy_recommendation", "recommendations", 24, 5),
    ],
  },
  small_scale: {
    months: 12,
    lines: [
      task("agreements", 1),
      task("kick_off", 1),
      task("learning_activity", 4),
      task("workshop", 6),
      task("local_activities", 9),
      output("guide", "good_practices", 11),
      task("sharing_results", 12),
      task("final_meeting", 12),
      ...reports(6),
    ],
  },
};

/** The template that fits the call of a project best. */
export function planTemplateFor(project: {
  callYear: number;
  actionCode: string;
  kind: string | null;
}): PlanTemplateId {
  const { callYear, actionCode, kind } = project;
  if (actionCode.startsWith("KA210")) return "small_scale";
  if (callYear > 2021 || !actionCode.startsWith("KA2")) return "work_packages";
  if (callYear === 2021) return "project_results";
  const isExchange = kind === "exchange" || actionCode === "KA219" || actionCode === "KA229";
  return isExchange ? "exchange" : "intellectual_outputs";
}

/**
 * A template as lines of a table, fitted to the length of the project. `textOf` returns the title of a line. Without
 * months nothing has a day: a project without a start date has no months yet.
 */
export function planTemplateRows(
  id: PlanTemplateId,
  project: { startsOn: string | null; durationMonths: number | null },
  textOf: (text: PlanText) => string,
): PlanRow[] {
  const { months, lines } = templates[id];
  const length = project.durationMonths ?? months;
  const month = (planned: number) => `M${String(Math.max(1, Math.round((planned * length) / months)))}`;
  const whenOf = (line: Line) => {
    if (project.startsOn === null) return "";
    if ("afterEnd" in line) return `M${String(length + line.afterEnd)}`;
    if (!("from" in line)) return month(line.month);
    return `M${String(Math.floor(((line.from - 1) * length) / months) + 1)} – ${month(line.to)}`;
  };
  return lines
    .filter(({ longerThan = 0 }) => length > longerThan)
    .map((line) => ({
      what: line.what,
      number: line.what === "work_package" ? String(line.number) : "",
      title: textOf(line.text),
      workPackage: line.what === "work_package" ? "" : String(line.workPackage ?? ""),
      lead: "",
      when: whenOf(line),
    }));
}
