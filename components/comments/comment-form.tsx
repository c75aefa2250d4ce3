"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { type CommentSubject, type CommentVisibility, maxCommentLength } from "@/domain/comments";
import type { AddComment } from "@/domain/schemas/comments";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useNewId } from "../shared/use-new-id";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { MentionField } from "./mention-field";

type Props = {
  subject: CommentSubject;
  /** The comment that a reply answers. */
  replyTo?: string;
  /** The visibilities to choose from; the first one is the default. */
  visibilities: readonly CommentVisibility[];
  /** The page shown after the comment was posted. */
  next: string;
};

/** Posts a comment on a subject, or a reply to a comment. */
export function CommentForm({ subject, replyTo, visibilities, next }: Props) {
  const t = useTranslations("comments.form");
  const refresh = useRefresh();
  const router = useRouter();
  const { id, key, renew } = useNewId();
  const [visibility, setVisibility] = useState(visibilities[0] ?? "everyone");
  const fixed = { id, subject, ...(replyTo ? { replyTo } : {}) };
  const nameOf = (one: CommentVisibility) =>
    one === "everyone" && subject.type === "submission" ? t("everyoneSubmission") : t(one);
  return (
    <MutationForm
      draft={`comment ${replyTo ?? `${subject.type} ${subject.id}`}`}
      key={key}
      post={{ procedure: "comments.add", fixed, lists: ["mentions"], next }}
      submit={t(replyTo ? "postReply" : "post")}
      submitKind="plain"
      stays
      mutate={(values) => trpc.comments.add.mutate({ ...values, ...fixed } as AddComment)}
      onDone={() => {
        if (replyTo) router.replace(next as Route);
        renew();
        setVisibility(visibilities[0] ?? "everyone");
        refresh();
      }}
    >
      <Field name="text" label={t(replyTo ? "reply" : "text")} required>
        <Textarea maxLength={maxCommentLength} rows={3} />
      </Field>
      <Field name="visibility" label={t("visibility")} required className="max-w-sm">
        <Select
          options={visibilities.map((value) => ({ value, label: nameOf(value) }))}
          defaultValue={visibilities[0]}
          onChange={(event) => setVisibility(event.currentTarget.value as CommentVisibility)}
        />
      </Field>
      <MentionField key={visibility} subject={subject} visibility={visibility} replyTo={replyTo ?? null} />
    </MutationForm>
  );
}
