"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { maxCommentLength } from "@/domain/comments";
import type { AddComment } from "@/domain/schemas/comments";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { LinkButton } from "../ui/link-button";
import { Textarea } from "../ui/textarea";

type Props = {
  taskId: string;
  /** Who asked for the task, and gets the question by e-mail; null when they left the project. */
  askedBy: string | null;
  /** The page without the form. */
  next: Route;
};

/** Asks the person who asked for a task something: a comment on the task that mentions them. */
export function AskBackForm({ taskId, askedBy, next }: Props) {
  const t = useTranslations("people.due");
  const router = useRouter();
  const refresh = useRefresh();
  const [id] = useState(() => uuid());
  const fixed = {
    id,
    subject: { type: "task", id: taskId },
    visibility: "everyone",
    mentions: askedBy === null ? [] : [askedBy],
  };
  return (
    <MutationForm
      draft={`ask back ${taskId}`}
      submit={t("askBack")}
      submitKind="plain"
      mutate={(values) => trpc.comments.add.mutate({ ...values, ...fixed } as AddComment)}
      onDone={() => {
        router.replace(next);
        refresh();
      }}
      beside={
        <LinkButton href={next} kind="quiet">
          {t("cancel")}
        </LinkButton>
      }
    >
      <Field name="text" label={t("question")} required>
        <Textarea rows={2} maxLength={maxCommentLength} />
      </Field>
    </MutationForm>
  );
}
