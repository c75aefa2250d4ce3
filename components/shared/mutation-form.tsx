"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button, ScriptButton } from "../ui/button";
import type { ButtonKind } from "../ui/button-style";
import { cn } from "../ui/cn";
import { FieldProblemsContext, PostedValuesContext } from "../ui/field-context";
import type { IconName } from "../ui/icon-paths";
import { usePostedForm } from "../providers/page-actions";
import { formValues } from "./form-values";
import { useOwnProblemSentences } from "./own-problem-sentences";
import { type PostAnswer, postedFormField } from "../providers/posted-form";
import type { PostedForm } from "@/domain/schemas/posted-form";
import { RestoredText } from "./restored-text";
import { type Problem, useMutation } from "./use-mutation";
import { useSaveAsTyped } from "./use-save-as-typed";
import { useUnsavedText } from "./use-unsaved-text";

type Props<Output> = {
  /** The form's values arrive as an object, which the procedure's schema validates. */
  mutate: (values: Record<string, unknown>) => Promise<Output>;
  onDone?: (output: Output) => void;
  /** Called on an error in addition to its message, for example to show the conflict dialog. */
  onProblem?: (problem: Problem) => void;
  /**
   * The name of the form and its subject, under which typed text is kept until it is saved; null for forms whose text is
   * not worth keeping or must not be stored, such as passwords.
   */
  draft: string | null;
  /** True when the mutation only shows something, such as a preview: the draft is kept. */
  savesNothing?: boolean;
  /** Set for a form that also works without scripts; `next` defaults to the page of the form. */
  post?: Pick<PostedForm, "procedure"> & Partial<Pick<PostedForm, "fixed" | "lists" | "next">>;
  /** Set for a form that remains on the page whatever others do: the page is refreshed while it is typed into. */
  stays?: boolean;
  /** Leaves all checks to the server: for a form that hides fields without scripts, which the browser cannot point at. */
  noValidate?: boolean;
  /** Also saves while it is typed into; the button remains for people who are done. */
  savesAsTyped?: boolean;
  /** A verb that says what happens. */
  submit: string;
  /** A value that the submit button adds, where the form has several of them. */
  submitValue?: { name: string; value: string };
  submitKind?: ButtonKind;
  submitIcon?: IconName;
  /** Further buttons next to the submit button. */
  beside?: ReactNode;
  className?: string;
  children: ReactNode;
};

type SummaryLine = { field: string; label: string };

const controlSelector = (field: string) => `[name="${CSS.escape(field)}"]`;

/** The field's own label, read from the page, for the error summary. */
function labelOf(form: HTMLFormElement, field: string): string {
  const label = form.querySelector(`[data-field="${CSS.escape(field)}"] :is(label, legend)`);
  return label?.firstChild?.textContent ?? field;
}

function ErrorSummary({
  problem,
  lines,
  sentences,
  quiet,
}: {
  problem: Problem;
  lines: readonly SummaryLine[];
  sentences: Readonly<Record<string, string>>;
  /** Shown without taking the focus from a person who types. */
  quiet: boolean;
}) {
  const t = useTranslations("ui.form");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!quiet) box.current?.focus();
  }, [problem, quiet]);
  const goTo = (field: string) => {
    box.current?.closest("form")?.querySelector<HTMLElement>(controlSelector(field))?.focus();
  };
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="border-late bg-late-soft grid gap-1 rounded-md border-s-4 px-4 py-3"
    >
      <p className="font-semibold">{lines.length > 0 ? t("summary", { count: lines.length }) : t("failed")}</p>
      {lines.length > 0 ? (
        <ul className="grid gap-0.5">
          {lines.map(({ field, label }) => (
            <li key={field}>
              <ScriptButton className="link text-start" onClick={() => goTo(field)}>
                {label}
              </ScriptButton>
              {": "}
              {sentences[field]}
            </li>
          ))}
        </ul>
      ) : (
        <p>{problem.sentence}</p>
      )}
    </div>
  );
}

/** The problem of a form that was posted without scripts, as of a mutation. */
function useProblemOfPost(answer: PostAnswer | null) {
  const own = useOwnProblemSentences();
  if (answer === null) return null;
  const sentenceOf = (code: string, sentence: string) => (own ? own(code, answer.params) : sentence);
  const fields = Object.fromEntries(
    Object.entries(answer.fields).map(([name, { code, sentence }]) => [name, sentenceOf(code, sentence)]),
  );
  return {
    problem: { code: answer.code, sentence: sentenceOf(answer.code, answer.sentence), current: undefined },
    fields,
  };
}

/** A form with one mutation. Values stay after an error. */
export function MutationForm<Output>({
  mutate,
  onDone,
  onProblem,
  draft,
  savesNothing = false,
  savesAsTyped = false,
  stays,
  post,
  noValidate,
  submit,
  submitValue,
  submitKind = "primary",
  submitIcon,
  beside,
  className,
  children,
}: Props<Output>) {
  const t = useTranslations("ui");
  const [lines, setLines] = useState<readonly SummaryLine[]>([]);
  const { run, pending, problem, fieldProblems } = useMutation(mutate, onProblem);
  const element = useRef<HTMLFormElement>(null);
  const { restored, forget, discard } = useUnsavedText(draft, element);
  const page = usePathname();
  const { answer, action, field } = usePostedForm(post ? { fixed: {}, lists: [], next: page, ...post } : null);
  const posted = useProblemOfPost(answer);
  const shown = problem ?? posted?.problem ?? null;
  const sentences = problem ? fieldProblems : (posted?.fields ?? fieldProblems);

  const saveTyped = async (form: HTMLFormElement): Promise<boolean> => {
    const outcome = await run(formValues(form));
    if (outcome.done) forget();
    else setLines(outcome.fields.map((field) => ({ field, label: labelOf(form, field) })));
    return outcome.done;
  };
  const typed = useSaveAsTyped(element, pending, savesAsTyped ? saveTyped : null);
  const isBusy = pending && typed.state !== "saving";

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed.submitsLater()) return;
    typed.reset();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent;
    const pressed =
      submitter instanceof HTMLButtonElement && submitter.name ? { [submitter.name]: submitter.value } : {};
    const outcome = await run({ ...formValues(form), ...pressed });
    if (outcome.done) {
      if (!savesNothing) forget();
      onDone?.(outcome.output);
    } else setLines(outcome.fields.map((field) => ({ field, label: labelOf(form, field) })));
  };

  return (
    <form
      ref={element}
      action={action}
      // Submitted before hydration, POST keeps the values out of the address. React sets it for a form with an action.
      method={action ? undefined : "post"}
      onSubmit={(event) => void send(event)}
      aria-busy={isBusy}
      data-stays={stays}
      noValidate={noValidate}
      className={cn("grid gap-5", className)}
    >
      {/* Holds an id of the server, which the browser makes anew. */}
      {field === null ? null : <input type="hidden" name={postedFormField} value={field} suppressHydrationWarning />}
      {restored ? <RestoredText outdated={restored.outdated} onDiscard={discard} /> : null}
      {shown ? (
        <ErrorSummary
          problem={shown}
          lines={problem ? lines : []}
          sentences={sentences}
          quiet={typed.state !== "idle"}
        />
      ) : null}
      <PostedValuesContext value={answer?.values ?? null}>
        <FieldProblemsContext value={sentences}>{children}</FieldProblemsContext>
      </PostedValuesContext>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          kind={submitKind}
          icon={submitIcon}
          aria-disabled={isBusy}
          needsScript={!post}
          {...submitValue}
        >
          {isBusy ? t("working") : submit}
        </Button>
        {beside}
        {savesAsTyped ? (
          <span role="status" className="text-ink-soft text-sm">
            {t(`form.typed.${typed.state}`)}
          </span>
        ) : null}
      </div>
    </form>
  );
}
