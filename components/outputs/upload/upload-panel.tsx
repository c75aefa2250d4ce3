"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { v7 as uuid } from "uuid";
import { guessLanguage, likelyFile, sharedTargets } from "@/domain/outputs";
import { useRefresh } from "../../providers/page-actions";
import { trpc } from "../../providers/trpc-client";
import { Button } from "../../ui/button";
import { LinkButton } from "../../ui/link-button";
import { Notice } from "../../ui/notice";
import type { SelectOption } from "../../ui/select";
import { type Draft, type ExistingFile, UploadDraft } from "./upload-draft";
import { UploadList } from "./upload-list";
import { nothing, queueFor } from "./upload-queue";
import { UnfinishedUploads } from "./unfinished-uploads";
import { useDrop } from "./use-drop";

type Props = {
  outputId: string;
  personId: string;
  maxBytes: number;
  /** Languages of the output come first. */
  languages: readonly SelectOption[];
  promised: readonly string[];
  /** Address of the form to submit for review; null for those who may not submit. */
  submitHref: string | null;
};

/** Accepts files dropped anywhere on the page, shows a card for each before the upload, and the progress of uploads. */
export function UploadPanel({ outputId, personId, maxBytes, languages, promised, submitHref }: Props) {
  const t = useTranslations("outputs.upload");
  const router = useRouter();
  const refresh = useRefresh();
  const chooser = useRef<HTMLInputElement>(null);
  const queue = () => queueFor({ personId, kind: "outputId", id: outputId });
  const state = useSyncExternalStore(
    (listener) => queue().subscribe(listener),
    () => queue().snapshot(),
    () => nothing,
  );
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [existingFiles, setExistingFiles] = useState<readonly ExistingFile[]>([]);
  const [folders, setFolders] = useState(false);
  const [thenReview, setThenReview] = useState(false);

  const take = async (files: readonly File[], withFolders: boolean) => {
    setFolders(withFolders);
    const fresh = files.filter((file) => !queue().continue(file));
    if (fresh.length === 0) return;
    // If this fails, the cards do not show which file an upload continues; the server decides in any case.
    const present = await trpc.outputs.fileNames.query({ outputId }).catch(() => existingFiles);
    setExistingFiles(present);
    setDrafts((before) => [...before, ...fresh.map((file) => draftOf(file, present, promised, maxBytes))]);
  };

  const over = useDrop((files, withFolders) => void take(files, withFolders));

  const done = state.items.filter((item) => item.state === "done").length;
  const unchanged = state.items.filter((item) => item.state === "unchanged").length;
  const moving = done + unchanged < state.items.length;
  const settled = useEffectEvent(() => {
    if (thenReview && !moving && submitHref) {
      queue().clearDone();
      router.push(submitHref as Route);
    } else refresh();
  });
  useEffect(() => {
    if (done > 0) settled();
  }, [done, unchanged]);

  const named = drafts.filter((draft) => draft.refusal === null && draft.name.trim() !== "");
  const clashes = sharedTargets(named);
  const ready = named.filter((draft) => !clashes.has(draft.id));
  const send = (review: boolean) => {
    setThenReview(review);
    for (const { file, name, language, note } of ready) queue().add(file, { name, language, note });
    setDrafts(drafts.filter((draft) => !ready.includes(draft)));
  };
  const change = (id: string, patch: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.id === id ? { ...draft, ...patch } : draft)));

  return (
    <div className="grid gap-3">
      {over ? (
        <div className="border-accent bg-accent-soft pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-md border-2 border-dashed opacity-95">
          <p className="font-serif text-2xl font-semibold">{t("dropHere")}</p>
        </div>
      ) : null}
      <div className="border-line-strong flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-dashed px-4 py-4">
        <p className="text-ink-soft min-w-0 flex-1 basis-60">{t("dropAnywhere")}</p>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={t("choose")}
          onChange={(event) => {
            void take(Array.from(event.target.files ?? []), false);
            event.target.value = "";
          }}
        />
        <Button kind="primary" icon="upload" onClick={() => chooser.current?.click()}>
          {t("choose")}
        </Button>
      </div>
      {folders ? (
        <Notice tone="due" live>
          {t("folders")}
        </Notice>
      ) : null}
      <UnfinishedUploads
        unfinished={state.unfinished}
        onChoose={() => chooser.current?.click()}
        onForget={(key) => void queue().forget(key)}
      />
      {drafts.length > 0 ? (
        <section aria-label={t("cards")} className="grid gap-3">
          <ul className="grid gap-3">
            {drafts.map((draft) => (
              <UploadDraft
                key={draft.id}
                draft={draft}
                others={drafts.filter(({ id }) => id !== draft.id)}
                clash={clashes.get(draft.id)}
                existingFiles={existingFiles}
                languages={languages}
                maxBytes={maxBytes}
                onChange={(patch) => change(draft.id, patch)}
                onRemove={() => setDrafts(drafts.filter(({ id }) => id !== draft.id))}
              />
            ))}
          </ul>
          {ready.length > 0 ? (
            <div className="flex flex-wrap gap-2">
              {submitHref ? (
                <Button kind="primary" onClick={() => send(true)}>
                  {t("sendThenReview", { count: ready.length })}
                </Button>
              ) : null}
              <Button kind={submitHref ? "plain" : "primary"} onClick={() => send(false)}>
                {t("send", { count: ready.length })}
              </Button>
            </div>
          ) : null}
        </section>
      ) : null}
      <UploadList
        label={t("underWay")}
        items={state.items}
        queue={queue}
        maxBytes={maxBytes}
        onChange={({ file, name, language, note }) =>
          setDrafts([...drafts, { ...draftOf(file, [], [], maxBytes), name, language, note }])
        }
      />
      {done > 0 && !moving ? (
        <Notice
          tone="approved"
          live
          title={t("doneTitle", { count: done })}
          action={
            <Button size="small" kind="quiet" onClick={() => queue().clearDone()}>
              {t("doneClose")}
            </Button>
          }
        >
          {submitHref ? (
            <LinkButton href={submitHref as Route} kind="primary" className="mt-1">
              {t("askReview")}
            </LinkButton>
          ) : null}
        </Notice>
      ) : null}
    </div>
  );
}

function draftOf(
  file: File,
  existingFiles: readonly ExistingFile[],
  promised: readonly string[],
  maxBytes: number,
): Draft {
  const continues = likelyFile(file.name, existingFiles);
  return {
    id: uuid(),
    file,
    name: continues?.name ?? file.name,
    language: continues?.language ?? guessLanguage(file.name, promised),
    note: "",
    refusal: file.size > maxBytes ? "too_big" : file.size === 0 ? "empty" : null,
  };
}
