"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "@/messages/use-translations";
import { previewKind } from "../preview-kind";

const PdfPreview = dynamic(() => import("./pdf-preview").then((file) => file.PdfPreview), { ssr: false });
const TextPreview = dynamic(() => import("./text-preview").then((file) => file.TextPreview), { ssr: false });

/** Preview of a version, for types that are safe to show; renderers are loaded on use. */
export function Preview({ version }: { version: { id: string; name: string; mediaType: string } }) {
  const t = useTranslations("outputs.preview");
  const address = `/api/files/${version.id}?show=1`;
  switch (previewKind(version.mediaType)) {
    case "pdf":
      return <PdfPreview address={address} name={version.name} />;
    case "image":
      return (
        <img
          src={address}
          alt={t("image", { name: version.name })}
          className="border-line max-h-[80vh] max-w-full rounded-md border"
        />
      );
    case "video":
      return (
        <video
          src={address}
          controls
          preload="metadata"
          className="max-h-[80vh] w-full rounded-md"
          aria-label={t("image", { name: version.name })}
        />
      );
    case "audio":
      return (
        <audio
          src={address}
          controls
          preload="metadata"
          className="w-full"
          aria-label={t("image", { name: version.name })}
        />
      );
    case "text":
      return <TextPreview address={address} name={version.name} />;
    case null:
      return <p className="text-ink-soft">{t("none")}</p>;
  }
}
