"use client";

import { useTranslations } from "@/messages/use-translations";
import { useEffect, useState } from "react";

const shownBytes = 200_000;

type Shown = { text: string; cut: boolean } | "loading" | "failed";

async function beginningOf(address: string, signal: AbortSignal): Promise<Shown> {
  const answer = await fetch(address, { signal, headers: { Range: `bytes=0-${String(shownBytes - 1)}` } });
  if (!answer.ok) return "failed";
  const total = Number(/\/(\d+)$/.exec(answer.headers.get("Content-Range") ?? "")?.[1] ?? 0);
  return { text: await answer.text(), cut: total > shownBytes };
}

/** The beginning of a text file as plain text. */
export function TextPreview({ address, name }: { address: string; name: string }) {
  const t = useTranslations("outputs.preview");
  const [shown, setShown] = useState<Shown>("loading");
  useEffect(() => {
    const gone = new AbortController();
    beginningOf(address, gone.signal).then(setShown, () => {
      if (!gone.signal.aborted) setShown("failed");
    });
    return () => gone.abort();
  }, [address]);
  if (shown === "loading") return <p className="text-ink-soft">{t("loading")}</p>;
  if (shown === "failed") return <p role="alert">{t("failed")}</p>;
  return (
    <>
      <pre
        tabIndex={0}
        role="region"
        aria-label={t("image", { name })}
        className="border-line bg-paper-raised max-h-[70vh] overflow-auto rounded-md border px-4 py-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
      >
        {shown.text}
      </pre>
      {shown.cut ? <p className="text-ink-soft text-sm">{t("cut")}</p> : null}
    </>
  );
}
