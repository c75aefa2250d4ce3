"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";

/** Marks a thread as resolved, or opens it again. */
export function ResolveButton({ commentId, resolved }: { commentId: string; resolved: boolean }) {
  const t = useTranslations("comments.actions");
  const refresh = useRefresh();
  const act = resolved ? trpc.comments.reopen : trpc.comments.resolve;
  const { run, pending, problem } = useMutation(() => act.mutate({ commentId }));
  const change = async () => {
    if ((await run(undefined)).done) refresh();
  };
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon={resolved ? "undo" : "check"}
        aria-disabled={pending}
        onClick={() => void change()}
      >
        {t(resolved ? "reopen" : "resolve")}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
    </>
  );
}

/** Asks before it removes the person's own comment; opened by a link, because a page may hold twenty comments. */
export function RemoveComment({ commentId, next }: { commentId: string; next: string }) {
  const t = useTranslations("comments.actions");
  const router = useRouter();
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation(() => trpc.comments.remove.mutate({ commentId }));
  const remove = async () => {
    if (!(await run(undefined)).done) return;
    router.replace(next as Route);
    refresh();
  };
  return (
    <div role="group" aria-label={t("removeTitle")} className="border-line grid gap-2 border-t pt-2">
      <p className="font-semibold">{t("removeTitle")}</p>
      <p className="max-w-prose">{t("removeText")}</p>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button kind="danger" size="small" icon="trash" aria-disabled={pending} onClick={() => void remove()}>
          {t("remove")}
        </Button>
        <LinkButton href={next as Route} kind="quiet" size="small">
          {t("keep")}
        </LinkButton>
      </div>
    </div>
  );
}
