"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Notice } from "../ui/notice";
import { MutationForm } from "./mutation-form";
import { BothTexts } from "./both-texts";
import { type Choice, mergeValues, threeWay, type Versions } from "./three-way";
import { refusalOf, useMutation } from "./use-mutation";

type Row = Record<string, unknown>;
type Standing<Values> = {
  values: Values;
  revision: number;
  /** As the open form shows them: what was saved may stand otherwise, such as an address with its "https://". */
  sent: Values;
};

type Props<Values extends object, Output> = {
  /** What stood there when the form was opened. */
  opened: Row & { revision: number };
  /** Every field of the form, in its order. */
  names: readonly (keyof Values & string)[];
  /** Reads the fields out of what the form says, and out of what the server says stands there. */
  read: (row: Row) => Values;
  /** The code of the refusal that brings what stands there now. */
  changed: string;
  save: (values: Values, revision: number) => Promise<Output>;
  onDone: (output: Output) => void;
  /** Where the form stays open after saving: what it is then compared with. */
  renewed?: (output: Output) => Row & { revision: number };
  /** Hears that the form gave way to both texts, or came back. */
  onConflict?: (shown: boolean) => void;
  label: (name: keyof Values & string) => string;
  inWords: (name: keyof Values & string, values: Values) => string;
  submit: string;
  beside?: ReactNode;
  /** The fields, beginning with these values. */
  children: (values: Values) => ReactNode;
};

const isStanding = (current: unknown): current is Row & { revision: number } =>
  typeof current === "object" && current !== null && "revision" in current;

/**
 * Changes what other people may change too. Who comes second sees what became of whose words and is asked where both
 * wrote differently; a refusal after that brings the form back with everything that was to be kept.
 */
export function EditForm<Values extends object, Output>(props: Props<Values, Output>) {
  const { names, read, changed, save, onDone, renewed, onConflict, label, inWords, submit, beside, children } = props;
  const router = useRouter();
  const standingOf = (row: Row & { revision: number }): Standing<Values> => {
    const values = read(row);
    return { values, revision: row.revision, sent: values };
  };
  // Kept from the opening: the page around may be renewed while the form still shows the older values.
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
        // What the other person chose may be something this page does not know yet.
        router.refresh();
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
      fates[side].map((key) => ({ key, label: label(key), text: inWords(key, conflict[side]) }));
    const decide = async (choice: Choice) => {
      const from = { values: conflict.theirs, revision: conflict.revision, sent: conflict.theirs };
      const outcome = await again.run({ mine: mergeValues(names, conflict, choice), from });
      if (!outcome.done) return;
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
          mine: inWords(key, conflict.mine),
          theirs: inWords(key, conflict.theirs),
        }))}
        kept={aside("mine")}
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
      <MutationForm submit={submit} beside={beside} act={send} onDone={onDone}>
        {children(shown)}
      </MutationForm>
    </div>
  );
}
