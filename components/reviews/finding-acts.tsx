"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { AnswerFinding, ReopenFinding } from "@/domain/schemas/reviews";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { ConfirmButton } from "../shared/confirm-button";
import { MutationForm } from "../shared/mutation-form";
import { RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

type Version = { id: string; name: string; number: number };

type ActProps = { findingId: string; next: Route };

/** After a form that the address opened: the page without it. */
function useClose(next: Route): () => void {
  const router = useRouter();
  const refresh = useRefresh();
  return () => {
    router.replace(next);
    refresh();
  };
}

function AnswerForm({ findingId, versions, next }: ActProps & { versions: readonly Version[] }) {
  const t = useTranslations("reviews.finding");
  const [id] = useState(() => uuid());
  const fixed = { id, findingId };
  return (
    <MutationForm
      draft={`answer ${findingId}`}
      post={{ procedure: "reviews.answerFinding", fixed, next }}
      submit={t("sendAnswer")}
      submitKind="plain"
      mutate={(values) => trpc.reviews.answerFinding.mutate({ ...values, ...fixed } as AnswerFinding)}
      onDone={useClose(next)}
    >
      <RadioGroup
        name="resolution"
        legend={t("resolution")}
        required
        options={(["fixed", "declined"] as const).map((value) => ({ value, label: t(value) }))}
      />
      {versions.length > 0 ? (
        <Field name="versionId" label={t("version")}>
          <Select
            placeholder={t("noVersion")}
            options={versions.map((one) => ({ value: one.id, label: `${one.name}, ${t("number", one)}` }))}
          />
        </Field>
      ) : null}
      <Field name="text" label={t("how")} required>
        <Textarea maxLength={2_000} rows={3} />
      </Field>
    </MutationForm>
  );
}

function CloseForm({ findingId, next }: ActProps) {
  const t = useTranslations("reviews.finding");
  return (
    <MutationForm
      draft={`close ${findingId}`}
      post={{ procedure: "reviews.closeFinding", fixed: { findingId }, next }}
      submit={t("close")}
      submitKind="plain"
      mutate={(values) => trpc.reviews.closeFinding.mutate({ ...values, findingId })}
      onDone={useClose(next)}
    >
      <Field name="text" label={t("closeText")}>
        <Textarea maxLength={2_000} rows={2} />
      </Field>
    </MutationForm>
  );
}

function ReopenForm({ findingId, next }: ActProps) {
  const t = useTranslations("reviews.finding");
  return (
    <MutationForm
      draft={`reopen ${findingId}`}
      post={{ procedure: "reviews.reopenFinding", fixed: { findingId }, next }}
      submit={t("reopen")}
      submitKind="plain"
      mutate={(values) => trpc.reviews.reopenFinding.mutate({ ...values, findingId } as ReopenFinding)}
      onDone={useClose(next)}
    >
      <Field name="text" label={t("reopenText")} required>
        <Textarea maxLength={2_000} rows={2} />
      </Field>
    </MutationForm>
  );
}

/** The form with which the lead answers a finding, or its reviewer closes or reopens it. */
export function FindingActForm({
  act,
  versions,
  ...finding
}: ActProps & { act: "answer" | "close" | "reopen"; versions: readonly Version[] }) {
  if (act === "answer") return <AnswerForm {...finding} versions={versions} />;
  return act === "close" ? <CloseForm {...finding} /> : <ReopenForm {...finding} />;
}

/** Removes a draft, after asking. */
export function RemoveDraft({ findingId }: { findingId: string }) {
  const t = useTranslations("reviews.finding");
  return (
    <ConfirmButton
      label={t("remove")}
      icon="trash"
      kind="quiet"
      title={t("removeSure")}
      description={t("removeText")}
      mutate={() => trpc.reviews.removeFinding.mutate({ findingId })}
      onDone={useRefresh()}
    />
  );
}
