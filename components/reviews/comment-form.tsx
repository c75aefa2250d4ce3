"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { AddComment } from "@/domain/schemas/reviews";
import { trpc } from "../providers/trpc-client";
import { ActForm } from "../shared/act-form";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

/** Says something on a submission. */
export function CommentForm({ submissionId }: { submissionId: string }) {
  const t = useTranslations("reviews.page");
  const router = useRouter();
  const [id, setId] = useState(() => uuid());
  return (
    <ActForm
      // A fresh form after each comment: the next one is another act.
      key={id}
      submit={t("commentAct")}
      submitKind="plain"
      act={(values) => trpc.reviews.comment.mutate({ ...values, id, submissionId } as AddComment)}
      onDone={() => {
        setId(uuid());
        router.refresh();
      }}
    >
      <Field name="body" label={t("comment")} required>
        <Textarea maxLength={10_000} rows={3} />
      </Field>
    </ActForm>
  );
}
