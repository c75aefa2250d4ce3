"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { ScriptButton } from "../ui/button";
import { Icon } from "../ui/icon";

/** Shows a shortened hash and copies the whole. */
export function CopyHash({ sha256 }: { sha256: string }) {
  const t = useTranslations("outputs.hash");
  const [copied, setCopied] = useState(false);
  const [whole, setWhole] = useState(false);
  const copy = async () => {
    // Without TLS browsers have no clipboard API: then the whole hash is shown for selecting.
    if (!window.isSecureContext) setWhole(true);
    else {
      await navigator.clipboard.writeText(sha256).then(
        () => setCopied(true),
        () => setWhole(true),
      );
    }
  };
  return (
    <span className="text-ink-soft inline-flex max-w-full flex-wrap items-center gap-x-2 text-sm">
      <abbr title={t("name")} className="no-underline">
        SHA-256
      </abbr>
      <code className="font-mono wrap-anywhere" title={sha256}>
        {whole ? sha256 : `${sha256.slice(0, 12)}…`}
      </code>
      <ScriptButton className="link inline-flex min-h-6 items-center gap-1" onClick={() => void copy()}>
        <Icon name={copied ? "check" : "copy"} size={14} />
        {copied ? t("copied") : t("copy")}
      </ScriptButton>
      <span role="status" className="sr-only">
        {copied ? t("copied") : ""}
      </span>
    </span>
  );
}
