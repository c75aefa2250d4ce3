"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { LinkInput } from "@/domain/schemas/outputs";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";

/** Adds a link as a version of an output. */
export function AddLink({ outputId, languages }: { outputId: string; languages: readonly SelectOption[] }) {
  const t = useTranslations("outputs.link");
  const refresh = useRefresh();
  const [id, setId] = useState<string | null>(null);
  return (
    <>
      <Button size="small" icon="link" onClick={() => setId(uuid())}>
        {t("title")}
      </Button>
      <Dialog open={id !== null} onClose={() => setId(null)} title={t("title")} description={t("lead")}>
        <MutationForm
          draft={`link ${outputId}`}
          submit={t("act")}
          mutate={(values) => trpc.outputs.addLink.mutate({ ...values, id, outputId } as LinkInput)}
          onDone={() => {
            setId(null);
            refresh();
          }}
        >
          <Field name="url" label={t("url")} hint={t("urlHint")} required>
            <Input inputMode="url" maxLength={2_000} placeholder="https://" />
          </Field>
          <Field name="name" label={t("name")} required>
            <Input maxLength={200} />
          </Field>
          <Field name="language" label={t("language")}>
            <Select options={languages} placeholder={t("noLanguage")} defaultValue="" />
          </Field>
          <Field name="note" label={t("note")}>
            <Input maxLength={1_000} />
          </Field>
        </MutationForm>
      </Dialog>
    </>
  );
}
