"use client";

import { useState } from "react";
import { outputCode } from "@/domain/outputs";
import type { DependencyInput } from "@/domain/schemas/outputs";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** Adds an output that comes before this one, by its number. */
export function DependencyForm({ outputId }: { outputId: string }) {
  const t = useTranslations("outputs.dependencies");
  const refresh = useRefresh();
  const [added, setAdded] = useState(0);
  return (
    <MutationForm
      key={added}
      draft={null}
      submit={t("add")}
      submitKind="plain"
      mutate={(values) => trpc.outputs.addDependency.mutate({ ...values, outputId } as DependencyInput)}
      onDone={() => {
        setAdded(added + 1);
        refresh();
      }}
    >
      <Field name="number" label={t("number")} hint={t("hint")} required className="max-w-xs">
        <Input type="number" min={1} max={999} />
      </Field>
    </MutationForm>
  );
}

/** Removes an output that comes before this one. */
export function RemoveDependency({ outputId, number }: DependencyInput) {
  const t = useTranslations("outputs.dependencies");
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation(() => trpc.outputs.removeDependency.mutate({ outputId, number }));
  const remove = async () => {
    if ((await run(undefined)).done) refresh();
  };
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        aria-disabled={pending}
        aria-label={t("removeFrom", { code: outputCode(number) })}
        onClick={() => void remove()}
      >
        {t("remove")}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
    </>
  );
}
