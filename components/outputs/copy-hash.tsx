"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Icon } from "../ui/icon";

/** The fingerprint of a content, short to look at, whole to copy. */
export function CopyHash({ sha256 }: { sha256: string }) {
  const t = useTranslations("outputs.hash");
  const [copied, setCopied] = useState(false);
  const [whole, setWhole] = useState(false);
  const copy = async () => {
    // Without TLS browsers offer no clipboard: then the whole of it stands there to be marked.
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
      <button type="button" className="link inline-flex min-h-6 items-center gap-1" onClick={() => void copy()}>
        <Icon name={copied ? "check" : "copy"} size={14} />
        {copied ? t("copied") : t("copy")}
      </button>
      <span role="status" className="sr-only">
        {copied ? t("copied") : ""}
      </span>
    </span>
  );
}
