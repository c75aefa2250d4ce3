"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { CommentSubject } from "@/domain/comments";
import type { AddComment } from "@/domain/schemas/comments";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

/** Posts a comment on a subject. */
export function CommentForm({ subject }: { subject: CommentSubject }) {
  const t = useTranslations("comments.form");
  const refresh = useRefresh();
  const [id, setId] = useState(() => uuid());
  return (
    <MutationForm
      draft={`comment ${subject.type} ${subject.id}`}
      // A new id after each comment, because a repeated id adds nothing.
      key={id}
      post={{ procedure: "comments.add", fixed: { id, subject, visibility: "everyone" } }}
      submit={t("post")}
      submitKind="plain"
      mutate={(values) => trpc.comments.add.mutate({ ...values, id, subject, visibility: "everyone" } as AddComment)}
      onDone={() => {
        setId(uuid());
        refresh();
      }}
    >
      <Field name="text" label={t("text")} required>
        <Textarea maxLength={10_000} rows={3} />
      </Field>
    </MutationForm>
  );
}
