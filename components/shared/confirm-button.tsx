"use client";

import { type ReactNode, useState } from "react";
import { Button } from "../ui/button";
import type { ButtonKind } from "../ui/button-style";
import { Dialog } from "../ui/dialog";
import type { IconName } from "../ui/icon-paths";
import { useMutation } from "./use-mutation";

type Props = {
  label: string;
  icon: IconName;
  kind: ButtonKind;
  title: string;
  /** What happens after the confirmation. */
  description: ReactNode;
  mutate: () => Promise<unknown>;
  onDone: () => void;
};

/** A button whose mutation runs after a confirmation in a dialog. */
export function ConfirmButton({ label, icon, kind, title, description, mutate, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useMutation(mutate);
  const confirm = async () => {
    const outcome = await run(undefined);
    if (!outcome.done) return;
    setAsking(false);
    onDone();
  };
  return (
    <>
      <Button kind={kind} icon={icon} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={title} description={description}>
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <div>
          <Button kind={kind} aria-disabled={pending} onClick={() => void confirm()}>
            {label}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
