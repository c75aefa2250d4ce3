"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { v7 as uuid } from "uuid";
import type { HandOverTask, MoreTime, TaskReason } from "@/domain/schemas/tasks";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useKeptLine } from "../shared/kept-lines";
import { MutationForm } from "../shared/mutation-form";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { LinkButton } from "../ui/link-button";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

/** How long "Done" can be undone in its place, in milliseconds; afterwards the task can be opened again in the list. */
const undoTime = 60_000;

/** Accepts a task, takes it over, or opens it again. */
export function TaskButton({ taskId, act }: { taskId: string; act: "accept" | "takeOver" | "reopen" }) {
  const t = useTranslations("tasks.acts");
  const refresh = useRefresh();
  // The same for every attempt, so that a repeated request acts once.
  const [id] = useState(() => uuid());
  const { run, pending, problem } = useMutation(() => trpc.tasks[act].mutate({ id, taskId }));
  const perform = async () => {
    if ((await run(undefined)).done) refresh();
  };
  return (
    <>
      <Button
        size="small"
        icon={act === "reopen" ? "undo" : "check"}
        aria-disabled={pending}
        onClick={() => void perform()}
      >
        {t(act)}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
    </>
  );
}

/** Marks a task as done, and offers to undo that for a minute. */
export function DoneButton({ taskId }: { taskId: string }) {
  const t = useTranslations("tasks.acts");
  const refresh = useRefresh();
  const [ids, setIds] = useState(() => ({ done: uuid(), undo: uuid() }));
  const [state, setState] = useState<"open" | "done" | "settled">("open");
  const done = useMutation(() => trpc.tasks.done.mutate({ id: ids.done, taskId }));
  const undo = useMutation(() => trpc.tasks.reopen.mutate({ id: ids.undo, taskId }));
  // From the press on, because the page may be told of the act before its answer is here.
  useKeptLine(`task-${taskId}`, done.pending || state === "done");
  useEffect(() => {
    if (state !== "done") return;
    const timer = setTimeout(() => {
      setState("settled");
      refresh();
    }, undoTime);
    return () => clearTimeout(timer);
  }, [state, refresh]);
  const finish = async () => {
    if ((await done.run(undefined)).done) setState("done");
  };
  const bringBack = async () => {
    if (!(await undo.run(undefined)).done) return;
    setIds({ done: uuid(), undo: uuid() });
    setState("open");
    refresh();
  };
  const problem = done.problem ?? undo.problem;
  return (
    <>
      {state === "open" ? (
        <Button size="small" icon="check" aria-disabled={done.pending} onClick={() => void finish()}>
          {t("done")}
        </Button>
      ) : (
        <span role="status" className="font-semibold">
          {t("isDone")}
        </span>
      )}
      {state === "done" ? (
        <Button size="small" kind="quiet" icon="undo" aria-disabled={undo.pending} onClick={() => void bringBack()}>
          {t("undo")}
        </Button>
      ) : null}
      {problem ? <p role="alert">{problem.sentence}</p> : null}
    </>
  );
}

/** Acts that need words or a choice; the address of the page opens their form. */
export type TaskFormAct = "decline" | "drop" | "handOver" | "moreTime";

type FormProps = {
  taskId: string;
  act: TaskFormAct;
  /** People of the organisation that the task is for. */
  colleagues: readonly { id: string; name: string }[];
  dueOn: string | null;
  /** The page without the form. */
  next: Route;
};

/** The form of an act on a task. */
export function TaskActForm({ taskId, act, colleagues, dueOn, next }: FormProps) {
  const t = useTranslations("tasks.acts");
  const router = useRouter();
  const refresh = useRefresh();
  const [id] = useState(() => uuid());
  const calls = {
    decline: (values: Record<string, unknown>) => trpc.tasks.decline.mutate({ ...values, id, taskId } as TaskReason),
    drop: (values: Record<string, unknown>) => trpc.tasks.drop.mutate({ ...values, id, taskId } as TaskReason),
    handOver: (values: Record<string, unknown>) =>
      trpc.tasks.handOver.mutate({ ...values, id, taskId } as HandOverTask),
    moreTime: (values: Record<string, unknown>) => trpc.tasks.moreTime.mutate({ ...values, id, taskId } as MoreTime),
  };
  return (
    <MutationForm
      draft={`${act} ${taskId}`}
      submit={t(act)}
      submitKind="plain"
      mutate={calls[act]}
      onDone={() => {
        router.replace(next);
        refresh();
      }}
      beside={
        <LinkButton href={next} kind="quiet">
          {t("cancel")}
        </LinkButton>
      }
    >
      {act === "handOver" ? (
        <Field name="personId" label={t("colleague")} required>
          <Select
            placeholder={t("choose")}
            options={colleagues.map((person) => ({ value: person.id, label: person.name }))}
          />
        </Field>
      ) : (
        <>
          {act === "moreTime" ? (
            <Field name="dueOn" label={t("newDay")} required className="max-w-xs">
              <Input type="date" defaultValue={dueOn ?? undefined} />
            </Field>
          ) : null}
          <Field name="reason" label={t(`${act}Reason`)} required>
            <Textarea rows={2} maxLength={1_000} />
          </Field>
        </>
      )}
    </MutationForm>
  );
}
