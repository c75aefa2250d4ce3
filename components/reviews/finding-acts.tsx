"use client";

import { useTranslations } from "@/messages/use-translations";
import { type ReactNode, useState } from "react";
import { v7 as uuid } from "uuid";
import type { FindingAct } from "@/domain/findings";
import type { AnswerFinding, ReopenFinding } from "@/domain/schemas/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { ConfirmButton } from "../shared/confirm-button";
import { MutationForm } from "../shared/mutation-form";
import { RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

type Version = { id: string; name: string; number: number };

function Opened({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details>
      <summary className="link w-fit text-sm">{label}</summary>
      <div className="max-w-xl pt-3 pb-1">{children}</div>
    </details>
  );
}

function AnswerForm({ findingId, versions }: { findingId: string; versions: readonly Version[] }) {
  const t = useTranslations("reviews.finding");
  const [id] = useState(() => uuid());
  const fixed = { id, findingId };
  return (
    <MutationForm
      draft={`answer ${findingId}`}
      post={{ procedure: "reviews.answerFinding", fixed }}
      submit={t("sendAnswer")}
      submitKind="plain"
      mutate={(values) => trpc.reviews.answerFinding.mutate({ ...values, ...fixed } as AnswerFinding)}
      onDone={useRefresh()}
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

function CloseForm({ findingId }: { findingId: string }) {
  const t = useTranslations("reviews.finding");
  return (
    <MutationForm
      draft={`close ${findingId}`}
      post={{ procedure: "reviews.closeFinding", fixed: { findingId } }}
      submit={t("close")}
      submitKind="plain"
      mutate={(values) => trpc.reviews.closeFinding.mutate({ ...values, findingId })}
      onDone={useRefresh()}
    >
      <Field name="text" label={t("closeText")}>
        <Textarea maxLength={2_000} rows={2} />
      </Field>
    </MutationForm>
  );
}

function ReopenForm({ findingId }: { findingId: string }) {
  const t = useTranslations("reviews.finding");
  return (
    <MutationForm
      draft={`reopen ${findingId}`}
      post={{ procedure: "reviews.reopenFinding", fixed: { findingId } }}
      submit={t("reopen")}
      submitKind="plain"
      mutate={(values) => trpc.reviews.reopenFinding.mutate({ ...values, findingId } as ReopenFinding)}
      onDone={useRefresh()}
    >
      <Field name="text" label={t("reopenText")} required>
        <Textarea maxLength={2_000} rows={2} />
      </Field>
    </MutationForm>
  );
}

/** What the person may do with a finding that others see; `versions` are those in which it can be fixed. */
export function FindingActs({
  findingId,
  can,
  versions,
}: {
  findingId: string;
  can: readonly FindingAct[];
  versions: readonly Version[];
}) {
  const t = useTranslations("reviews.finding");
  const refresh = useRefresh();
  return (
    <>
      {can.includes("fixed") ? (
        <Opened label={t("answer")}>
          <AnswerForm findingId={findingId} versions={versions} />
        </Opened>
      ) : null}
      {can.includes("close") ? (
        <Opened label={t("close")}>
          <CloseForm findingId={findingId} />
        </Opened>
      ) : null}
      {can.includes("reopen") ? (
        <Opened label={t("reopen")}>
          <ReopenForm findingId={findingId} />
        </Opened>
      ) : null}
      {can.includes("remove") ? (
        <ConfirmButton
          label={t("remove")}
          icon="trash"
          kind="quiet"
          title={t("removeSure")}
          description={t("removeText")}
          mutate={() => trpc.reviews.removeFinding.mutate({ findingId })}
          onDone={refresh}
        />
      ) : null}
    </>
  );
}
