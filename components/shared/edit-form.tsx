"use client";

import { type ReactNode, useState } from "react";
import { useRefresh } from "../providers/page-actions";
import { Notice } from "../ui/notice";
import { MutationForm } from "./mutation-form";
import { BothTexts } from "./both-texts";
import { type Choice, mergeValues, threeWay, type Versions } from "./three-way";
import { writeUnsaved } from "./unsaved-text";
import { refusalOf, useMutation } from "./use-mutation";

type Row = Record<string, unknown>;
type Standing<Values> = {
  values: Values;
  revision: number;
  /** Values as the form shows them, which may differ from the stored ones, such as an address with its "https://". */
  sent: Values;
};

type Props<Values extends object, Output> = {
  /** The values when the form was opened. */
  opened: Row & { revision: number };
  /** Every field of the form, in its order. */
  names: readonly (keyof Values & string)[];
  /** Reads the fields from form values, and from a row of the server. */
  read: (row: Row) => Values;
  /** The error code that comes with the current row. */
  changed: string;
  save: (values: Values, revision: number) => Promise<Output>;
  onDone: (output: Output) => void;
  /** For a form that stays open after saving: the new base of the comparison. */
  renewed?: (output: Output) => Row & { revision: number };
  /** Called when the conflict dialog replaces the form, and when the form returns. */
  onConflict?: (shown: boolean) => void;
  /** As of `MutationForm`. */
  draft: string;
  label: (name: keyof Values & string) => string;
  textOf: (name: keyof Values & string, values: Values) => string;
  submit: string;
  /** As of `MutationForm`; then `renewed` is needed. */
  savesAsTyped?: boolean;
  beside?: ReactNode;
  /** The fields, with these initial values. */
  children: (values: Values) => ReactNode;
};

const isStanding = (current: unknown): current is Row & { revision: number } =>
  typeof current === "object" && current !== null && "revision" in current;

/**
 * Edits a subject that other people may edit too. On a conflict it shows the changes of both people and asks about
 * fields that both changed differently; when saving fails after that, the form returns with all values.
 */
export function EditForm<Values extends object, Output>(props: Props<Values, Output>) {
  const { names, read, changed, save, onDone, renewed, onConflict, draft, label, textOf, submit, beside, children } =
    props;
  const { savesAsTyped } = props;
  const refresh = useRefresh();
  const standingOf = (row: Row & { revision: number }): Standing<Values> => {
    const values = read(row);
    return { values, revision: row.revision, sent: values };
  };
  // Stored at the opening, because a refresh of the page may bring newer values while the form shows the older ones.
  const [base, setBase] = useState(() => standingOf(props.opened));
  const [shown, setShown] = useState(base.values);
  const [conflict, setConflict] = useState<(Versions<Values> & { revision: number }) | null>(null);

  const backToForm = (from: Standing<Values>, values: Values) => {
    setBase(from);
    setShown(values);
    setConflict(null);
    onConflict?.(false);
  };
  const write = async (mine: Values, from: Standing<Values>): Promise<Output> => {
    try {
      return await save(mine, from.revision);
    } catch (error) {
      const { code, current } = refusalOf(error);
      if (code === changed && isStanding(current)) {
        const { values, revision } = standingOf(current);
        setConflict({ base: from.values, mine, theirs: values, revision });
        onConflict?.(true);
        // The other person's value may be an option that this page does not have yet.
        refresh();
      } else if (conflict) backToForm(from, mine);
      throw error;
    }
  };
  const again = useMutation(({ mine, from }: { mine: Values; from: Standing<Values> }) => write(mine, from));

  const send = async (raw: Row): Promise<Output> => {
    again.clear();
    const row = read(raw);
    const output = await write(mergeValues(names, { base: base.sent, mine: row, theirs: base.values }, {}), base);
    if (renewed) setBase({ ...standingOf(renewed(output)), sent: row });
    return output;
  };

  if (conflict) {
    const fates = threeWay(names, conflict);
    const aside = (side: "mine" | "theirs") =>
      fates[side].map((key) => ({ key, label: label(key), text: textOf(key, conflict[side]) }));
    const decide = async (choice: Choice) => {
      const from = { values: conflict.theirs, revision: conflict.revision, sent: conflict.theirs };
      const outcome = await again.run({ mine: mergeValues(names, conflict, choice), from });
      if (!outcome.done) return;
      writeUnsaved(draft, {});
      if (renewed) {
        const now = standingOf(renewed(outcome.output));
        backToForm(now, now.values);
      }
      onDone(outcome.output);
    };
    return (
      <BothTexts
        key={conflict.revision}
        texts={fates.both.map((key) => ({
          key,
          label: label(key),
          mine: textOf(key, conflict.mine),
          theirs: textOf(key, conflict.theirs),
        }))}
        unchanged={aside("mine")}
        taken={aside("theirs")}
        pending={again.pending}
        onDecide={(choice) => void decide(choice)}
      />
    );
  }
  return (
    <div className="grid gap-5">
      {again.problem ? (
        <Notice tone="late" live>
          {again.problem.sentence}
        </Notice>
      ) : null}
      <MutationForm
        draft={draft}
        savesAsTyped={savesAsTyped}
        submit={submit}
        beside={beside}
        mutate={send}
        onDone={onDone}
      >
        {children(shown)}
      </MutationForm>
    </div>
  );
}
