"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { maxCommentLength } from "@/domain/comments";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { EditForm } from "../shared/edit-form";
import { Field } from "../ui/field";
import { LinkButton } from "../ui/link-button";
import { Textarea } from "../ui/textarea";

type Props = {
  comment: { id: string; text: string; revision: number };
  /** The page shown after saving. */
  next: string;
};

/** Edits the text of the person's own comment; after an edit in another window both texts are shown to choose from. */
export function EditComment({ comment, next }: Props) {
  const t = useTranslations("comments.form");
  const router = useRouter();
  const refresh = useRefresh();
  // The same for every attempt, so that a repeated request edits once.
  const [id] = useState(() => uuid());
  return (
    <EditForm
      opened={comment}
      names={["text"]}
      read={(row) => ({ text: typeof row["text"] === "string" ? row["text"] : "" })}
      changed="comment.changed"
      save={({ text }, revision) => trpc.comments.edit.mutate({ id, commentId: comment.id, text, revision })}
      onDone={() => {
        router.replace(next as Route);
        refresh();
      }}
      draft={`edit comment ${comment.id}`}
      label={() => t("text")}
      textOf={(_name, { text }) => text}
      submit={t("save")}
      beside={
        <LinkButton href={next as Route} kind="quiet">
          {t("cancel")}
        </LinkButton>
      }
    >
      {({ text }) => (
        <Field name="text" label={t("text")} required>
          <Textarea maxLength={maxCommentLength} rows={5} defaultValue={text} />
        </Field>
      )}
    </EditForm>
  );
}
