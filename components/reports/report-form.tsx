"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { type ReportedKind, reportReasons } from "@/domain/reports";
import type { SentReport } from "@/domain/schemas/reports";
import { useTranslations } from "@/messages/use-translations";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";

/** Reports a public page; works without an account and without scripts. */
export function ReportForm({ kind, slug, signedIn }: { kind: ReportedKind; slug: string; signedIn: boolean }) {
  const t = useTranslations("reports.form");
  const router = useRouter();
  const [id] = useState(() => uuid());
  const sent = "/report/sent";
  return (
    <MutationForm
      draft={`report ${kind} ${slug}`}
      post={{ procedure: "reports.add", fixed: { id, kind, slug }, next: sent }}
      submit={t("submit")}
      mutate={(values) => trpc.reports.add.mutate({ ...values, id, kind, slug } as SentReport)}
      onDone={() => {
        router.push(sent);
      }}
      className="max-w-prose"
    >
      <RadioGroup
        name="reason"
        legend={t("reason")}
        required
        options={reportReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
      />
      <Field name="text" label={t("text")} hint={t("textHint")} required>
        <Textarea maxLength={4_000} minLength={10} />
      </Field>
      {signedIn ? (
        <p className="text-ink-soft text-sm">{t("signedIn")}</p>
      ) : (
        <Field name="email" label={t("email")} hint={t("emailHint")}>
          <Input type="email" autoComplete="email" maxLength={254} />
        </Field>
      )}
    </MutationForm>
  );
}
