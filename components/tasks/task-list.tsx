import type { Route } from "next";
import type { ReactNode } from "react";
import type { TaskAct, TaskState } from "@/domain/tasks";
import { useTranslations } from "@/messages/use-translations";
import { type Absence, useAwayText } from "../absences/away-text";
import { KeptLines } from "../shared/kept-lines";
import { Anchor } from "../ui/anchor";
import { Chip } from "../ui/chip";
import { CalendarDate } from "../ui/date-time";
import { StatusBadge, type Tone } from "../ui/status-badge";
import { DoneButton, TaskActForm, TaskButton, type TaskFormAct } from "./task-acts";
import type { Assignees } from "./task-form";

type Task = {
  id: string;
  slug: string;
  acronym: string;
  title: string;
  note: string;
  state: TaskState;
  reason: string;
  dueOn: string | null;
  late: boolean;
  firstDueOn: string | null;
  monthly: boolean;
  organisationId: string;
  organisation: { id: string; shortName: string; country: string; hue: number };
  assigneeId: string | null;
  assignee: string | null;
  away: Absence | null;
  asker: string | null;
  askedFor: string;
  output: { id: string; number: number; title: string } | null;
  moves: readonly { from: string | null; to: string; reason: string; person: string | null }[];
  can: readonly TaskAct[];
};

/** Acts with a form, in the order in which they are offered. */
const formActs = ["handOver", "moreTime", "decline", "drop"] as const satisfies TaskFormAct[];

/** The form that the address of the page opens; one at a time. */
export type OpenTask = { id: string; form: TaskFormAct };

/** The form that these address parameters open. */
export function openTaskIn({ task, form }: Record<string, unknown>): OpenTask | null {
  const known = formActs.find((name) => name === form);
  return known && typeof task === "string" ? { id: task, form: known } : null;
}

type Props = {
  tasks: readonly Task[];
  assignees: Assignees;
  open: OpenTask | null;
  /** The address of the page with a form open, and without one. */
  address: (open: OpenTask | null) => Route;
  /** Shown without tasks. */
  empty?: ReactNode;
};

const tones: Record<TaskState, Tone> = { asked: "due", open: "active", done: "approved", dropped: "muted" };
/** Tasks with who has them, when they are due and what the person may do. Messages: `tasks.acts`. */
export function TaskList({ tasks, assignees, open, address, empty = null }: Props) {
  const t = useTranslations("tasks");
  const awayText = useAwayText();
  const date = (value: string) => () => <CalendarDate value={value} />;
  const lines = tasks.map((task) => {
    const last = task.moves.at(-1);
    const forms = formActs.filter((act) => task.can.includes(act));
    const line = (
      <>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StatusBadge tone={task.late ? "late" : tones[task.state]}>
            {task.late ? t("late") : t(`states.${task.state}`)}
          </StatusBadge>
          <Anchor
            href={`/projects/${task.slug}/tasks/${task.id}` as Route}
            className="link font-semibold wrap-anywhere"
          >
            <bdi>{task.title}</bdi>
          </Anchor>
        </p>
        <p className="text-ink-soft flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Chip {...task.organisation} name={task.organisation.shortName} />
          {task.assigneeId ? <bdi>{task.assignee ?? t("list.someone")}</bdi> : null}
          {task.away ? <span>({awayText(task.away)})</span> : null}
          <span>{task.dueOn ? t.rich("list.due", { day: date(task.dueOn) }) : t("list.noDay")}</span>
          {task.monthly ? <span>{t("list.monthly")}</span> : null}
          <span>{t("list.asked", { person: task.asker ?? t("list.someone"), organisation: task.askedFor })}</span>
          {task.output ? (
            <Anchor href={`/projects/${task.slug}/outputs/${task.output.id}` as Route} className="link wrap-anywhere">
              O{task.output.number} {task.output.title}
            </Anchor>
          ) : null}
        </p>
        {task.note ? (
          <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
            {task.note}
          </p>
        ) : null}
        {last ? (
          <p className="text-ink-soft max-w-prose text-sm wrap-anywhere">
            {last.from
              ? t.rich("list.moved", {
                  from: date(last.from),
                  person: last.person ?? t("list.someone"),
                  reason: last.reason,
                })
              : last.reason}
            {task.moves.length > 1 && task.firstDueOn ? (
              <> {t.rich("list.first", { day: date(task.firstDueOn) })}</>
            ) : null}
          </p>
        ) : null}
        {task.reason ? <p className="max-w-prose wrap-anywhere">{t("list.reason", { reason: task.reason })}</p> : null}
        {task.can.length > 0 ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {task.can.includes("accept") ? <TaskButton taskId={task.id} act="accept" /> : null}
            {task.can.includes("takeOver") ? <TaskButton taskId={task.id} act="takeOver" /> : null}
            {task.can.includes("done") ? <DoneButton taskId={task.id} /> : null}
            {task.can.includes("reopen") ? <TaskButton taskId={task.id} act="reopen" /> : null}
            {forms.map((form) => (
              <Anchor key={form} href={address({ id: task.id, form })} className="link text-sm">
                {t(`acts.${form}`)}
              </Anchor>
            ))}
          </div>
        ) : null}
        {open?.id === task.id && task.can.includes(open.form) ? (
          <div className="max-w-xl pt-1">
            <TaskActForm
              key={open.form}
              taskId={task.id}
              act={open.form}
              dueOn={task.dueOn}
              next={address(null)}
              colleagues={
                assignees
                  .find(({ organisationId }) => organisationId === task.organisationId)
                  ?.people.filter(({ id }) => id !== task.assigneeId) ?? []
              }
            />
          </div>
        ) : null}
      </>
    );
    return { id: `task-${task.id}`, section: "tasks", line };
  });
  return <KeptLines key={address(null)} lines={lines} sections={[{ id: "tasks", title: null }]} empty={empty} />;
}
