"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { IsoDate, Period } from "@/domain/dates";
import { mostTaskLines, readTaskLines, splitTaskLines, type TaskLine } from "@/domain/task-lines";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { CalendarDate } from "../ui/date-time";
import { writeUnsaved } from "../shared/unsaved-text";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Table, Tbody, Td, Th, Thead } from "../ui/table";
import { Textarea } from "../ui/textarea";
import type { Assignees } from "./task-form";

type Props = {
  projectId: string;
  assignees: Assignees;
  /** The day in Brussels, and the days in which tasks of the project may be due. */
  today: IsoDate;
  window: Period | null;
};

const newIds = () => Array.from({ length: mostTaskLines }, () => uuid());
/** At most this many lines that are no tasks are named. */
const mostNamed = 20;

/** Lines that are no tasks, with the reason. */
function BrokenLines({ lines }: { lines: readonly TaskLine[] }) {
  const t = useTranslations("tasks.lines");
  const broken = lines.flatMap((line) => (line.problem === null ? [] : [line]));
  if (broken.length === 0) return null;
  return (
    <Notice tone="late" title={t("broken", { count: broken.length })}>
      <ul>
        {broken.slice(0, mostNamed).map(({ number, problem, found }) => (
          <li key={number} className="wrap-anywhere">
            {t("line", { number })}: {t(`problems.${problem}`, { found })}
          </li>
        ))}
      </ul>
      {broken.length > mostNamed ? <p>{t("more", { count: broken.length - mostNamed })}</p> : null}
    </Notice>
  );
}

function Preview({ lines }: { lines: readonly TaskLine[] }) {
  const t = useTranslations("tasks.lines");
  const { tasks, rest } = splitTaskLines(lines);
  const later = rest.filter(({ problem }) => problem === null).length;
  return (
    <div className="grid gap-4" aria-live="polite">
      <BrokenLines lines={rest} />
      {later > 0 ? <Notice tone="due">{t("later", { most: mostTaskLines, count: later })}</Notice> : null}
      {tasks.length > 0 ? (
        <Table caption={t("preview", { count: tasks.length })} showCaption stacked>
          <Thead>
            <Th>{t("title")}</Th>
            <Th>{t("who")}</Th>
            <Th>{t("day")}</Th>
          </Thead>
          <Tbody>
            {tasks.map(({ number, title, name, dueOn }) => (
              <tr key={number}>
                <Td label={t("title")} className="wrap-anywhere">
                  <bdi>{title}</bdi>
                </Td>
                <Td label={t("who")}>
                  <bdi>{name}</bdi>
                </Td>
                <Td label={t("day")}>{dueOn === null ? t("noDay") : <CalendarDate value={dueOn} />}</Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      ) : null}
    </div>
  );
}

/** Asks for several things at once, from pasted lines; lines that are no tasks stay in the field. */
export function TaskLinesForm({ projectId, assignees, today, window }: Props) {
  const t = useTranslations("tasks.lines");
  const locale = useLocale();
  const refresh = useRefresh();
  // New ids after each paste, because a repeated id adds nothing.
  const [ids, setIds] = useState(newIds);
  const [text, setText] = useState("");
  const lines = readTaskLines(text, { assignees, locale, today, window });
  const { tasks, rest } = splitTaskLines(lines);
  const draft = `task lines ${projectId}`;
  const keepRest = () => {
    const value = rest.map((line) => line.text).join("\n");
    // The form starts anew and puts it back.
    writeUnsaved(draft, value === "" ? {} : { lines: { value, before: "" } });
    setText("");
    setIds(newIds());
    refresh();
  };
  return (
    <MutationForm
      key={ids[0]}
      draft={draft}
      submit={t("add", { count: tasks.length })}
      mutate={() =>
        trpc.tasks.addSeveral.mutate({
          projectId,
          tasks: tasks.flatMap(({ title, dueOn, assignee }, index) => {
            const id = ids[index];
            return id === undefined ? [] : [{ id, title, dueOn, assignee }];
          }),
        })
      }
      onDone={keepRest}
    >
      <Field name="lines" label={t("lines")} hint={t("hint")} required>
        <Textarea rows={5} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Preview lines={lines} />
    </MutationForm>
  );
}
