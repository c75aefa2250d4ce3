"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import type { CommentSubject, CommentVisibility } from "@/domain/comments";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { CheckboxGroup } from "../ui/choice";

type Props = { subject: CommentSubject; visibility: CommentVisibility; replyTo: string | null };
type Reader = { id: string; name: string; organisation: string };

/** The people whom a comment can mention, loaded on request because most comments mention nobody. */
export function MentionField({ subject, visibility, replyTo }: Props) {
  const t = useTranslations("comments.form");
  const [readers, setReaders] = useState<readonly Reader[] | null>(null);
  const { run, pending, problem } = useMutation(() => trpc.comments.readers.query({ subject, visibility, replyTo }));
  const load = async () => {
    const outcome = await run(undefined);
    if (outcome.done) setReaders(outcome.output);
  };
  if (readers === null) {
    return (
      <div className="grid justify-items-start gap-2">
        <Button kind="quiet" size="small" icon="people" aria-disabled={pending} onClick={() => void load()}>
          {t(pending ? "loading" : "mention")}
        </Button>
        {problem ? <p role="alert">{problem.sentence}</p> : null}
      </div>
    );
  }
  if (readers.length === 0) return <p className="text-ink-soft">{t("nobody")}</p>;
  return (
    <CheckboxGroup
      name="mentions"
      legend={t("mentions")}
      hint={t("mentionsHint")}
      columns
      className="max-h-80 overflow-y-auto"
      options={readers.map(({ id, name, organisation }) => ({
        value: id,
        label: <bdi>{name}</bdi>,
        hint: <bdi>{organisation}</bdi>,
      }))}
    />
  );
}
