"use client";

import { useTranslations } from "@/messages/use-translations";
import { useEffect, useRef, useState } from "react";
import { findingWeights, type FindingWeight } from "@/domain/findings";
import type { AddFinding, EditFinding } from "@/domain/schemas/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { formValues } from "../shared/form-values";
import { MutationForm } from "../shared/mutation-form";
import { useNewId } from "../shared/use-new-id";
import { writeUnsaved } from "../shared/unsaved-text";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

type Draft = {
  id: string;
  revision: number;
  weight: FindingWeight;
  text: string;
  page: number | null;
  seconds: number | null;
  quote: string;
  version: { id: string };
};

type Props = {
  reviewId: string;
  versions: readonly { id: string; name: string; number: number; mediaType: string }[];
  /** The version that is read beside the form. */
  shown: string | null;
  /** Absent for a new finding. */
  finding?: Draft;
};

/** Milliseconds without typing after which a draft is saved. */
const pause = 1_500;

/** A finding of a review. It is saved as a draft while it is typed, which only its author sees until the review is given. */
export function FindingForm({ reviewId, versions, shown, finding }: Props) {
  const t = useTranslations("reviews.finding");
  const refresh = useRefresh();
  const { id, key, renew } = useNewId(finding?.id);
  const [saved, setSaved] = useState(false);
  const draftName = `finding ${reviewId}`;
  const revision = useRef(finding?.revision ?? null);
  const waiting = useRef<Promise<unknown>>(Promise.resolve());
  const box = useRef<HTMLDivElement>(null);

  const save = (values: Record<string, unknown>) => {
    const once = async () => {
      const input = { ...values, id, reviewId, findingId: id, revision: revision.current };
      const made =
        revision.current === null
          ? await trpc.reviews.addFinding.mutate(input as unknown as AddFinding)
          : await trpc.reviews.editFinding.mutate(input as unknown as EditFinding);
      revision.current = made.revision;
    };
    // One after the other, so that each edit carries the revision that the one before made.
    const next = waiting.current.then(once, once);
    waiting.current = next;
    return next;
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });

  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      setSaved(false);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const values = formValues(form);
        if (typeof values.text !== "string" || !form.checkValidity()) return;
        latest.current(values).then(
          () => {
            // It is a draft in the list now: kept in the browser too, it would come back as a second finding.
            writeUnsaved(draftName, {});
            setSaved(true);
          },
          // The words stay in the form, and the button says what is wrong.
          () => setSaved(false),
        );
      }, pause);
    };
    form.addEventListener("input", later);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", later);
    };
  }, [id, draftName]);

  const first = finding?.version.id ?? shown ?? versions[0]?.id ?? "";
  const timed = versions.some(({ mediaType }) => /^(?:audio|video)\//u.test(mediaType));
  return (
    <MutationForm
      key={key}
      draft={finding ? null : draftName}
      {...(finding ? {} : { post: { procedure: "reviews.addFinding" as const, fixed: { id, reviewId } } })}
      submit={t("save")}
      submitKind="plain"
      mutate={save}
      onDone={() => {
        if (!finding) {
          revision.current = null;
          renew();
        }
        setSaved(false);
        refresh();
      }}
    >
      <div ref={box} className="grid gap-5 sm:grid-cols-2">
        <Field name="versionId" label={t("file")} required className="sm:col-span-2">
          <Select
            options={versions.map((one) => ({ value: one.id, label: `${one.name}, ${t("number", one)}` }))}
            defaultValue={first}
          />
        </Field>
        <Field name="weight" label={t("weight")} required className="sm:col-span-2">
          <Select
            options={findingWeights.map((value) => ({ value, label: t(value) }))}
            defaultValue={finding?.weight ?? "should"}
          />
        </Field>
        <Field name="page" label={t("page")}>
          <Input type="number" min={1} max={100_000} defaultValue={finding?.page ?? undefined} />
        </Field>
        {timed ? (
          <Field name="seconds" label={t("seconds")}>
            <Input type="number" min={0} max={360_000} defaultValue={finding?.seconds ?? undefined} />
          </Field>
        ) : null}
      </div>
      <Field name="quote" label={t("quote")} hint={t("quoteHint")}>
        <Input maxLength={2_000} defaultValue={finding?.quote} />
      </Field>
      <Field name="text" label={t("text")} required>
        <Textarea maxLength={10_000} rows={3} defaultValue={finding?.text} />
      </Field>
      <p role="status" className="text-ink-soft text-sm">
        {saved ? t("saved") : null}
      </p>
    </MutationForm>
  );
}
