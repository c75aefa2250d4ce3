"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AddTaskLine } from "@/domain/schemas/tasks";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useNewId } from "../shared/use-new-id";
import { CalendarDate } from "../ui/date-time";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { LinkButton } from "../ui/link-button";
import { TextLink } from "../ui/text-link";

type Props = {
  projectId: string;
  slug: string;
  outputId?: string | undefined;
  /** The text that it is made of, as the title. */
  title?: string | undefined;
  /** The page without the form, where the address of the page opened it. */
  next?: Route | undefined;
};

type Added = Awaited<ReturnType<typeof trpc.tasks.addLine.mutate>>;

/** What the line was understood as. */
function AddedTask({ added, slug }: { added: Added; slug: string }) {
  const t = useTranslations("tasks.line");
  const { taskId, name, title, dueOn } = added;
  return (
    <>
      {dueOn === null
        ? t("added", { name, title })
        : t.rich("addedUntil", { name, title, day: () => <CalendarDate value={dueOn} /> })}{" "}
      <TextLink href={`/projects/${slug}/tasks/${taskId}` as Route}>{t("open")}</TextLink>
    </>
  );
}

/** Asks for something in one line, "title – who – day". Messages: `tasks.line`. */
export function TaskLineForm({ projectId, slug, outputId, title, next }: Props) {
  const t = useTranslations("tasks.line");
  const router = useRouter();
  const refresh = useRefresh();
  const { id, key, renew } = useNewId();
  const [added, setAdded] = useState<Added | null>(null);
  const fixed = { id, projectId, ...(outputId === undefined ? {} : { outputId }) };
  return (
    <>
      <MutationForm
        key={key}
        draft={title === undefined ? `task line ${outputId ?? projectId}` : null}
        post={{ procedure: "tasks.addLine", fixed, next: `/projects/${slug}/tasks/:taskId` }}
        submit={t("add")}
        submitKind="plain"
        mutate={(values) => trpc.tasks.addLine.mutate({ ...values, ...fixed } as AddTaskLine)}
        onDone={(task) => {
          renew();
          setAdded(task);
          if (next) router.replace(next);
          refresh();
        }}
        beside={
          next ? (
            <LinkButton href={next} kind="quiet">
              {t("cancel")}
            </LinkButton>
          ) : null
        }
      >
        <Field name="line" label={t("label")} hint={t("hint")} required>
          <Input maxLength={500} defaultValue={title === undefined ? undefined : `${title} – `} />
        </Field>
      </MutationForm>
      <p role="status" className="mt-2 wrap-anywhere empty:hidden">
        {added ? <AddedTask added={added} slug={slug} /> : null}
      </p>
    </>
  );
}
