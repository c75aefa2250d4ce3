"use client";

import { useTranslations } from "@/messages/use-translations";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../ui/button";

const widest = 900;

type Opened = { document: PDFDocumentProxy; close: () => void };

async function open(address: string): Promise<Opened> {
  const pdf = await import("pdfjs-dist");
  pdf.GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).toString();
  const loading = pdf.getDocument({
    url: address,
    isEvalSupported: false,
    cMapUrl: "/api/preview/cmaps/",
    standardFontDataUrl: "/api/preview/standard_fonts/",
    wasmUrl: "/api/preview/wasm/",
  });
  return { document: await loading.promise, close: () => void loading.destroy() };
}

async function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<void> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const width = Math.min(widest, canvas.parentElement?.clientWidth ?? widest);
  const viewport = page.getViewport({ scale: (width / natural.width) * Math.min(window.devicePixelRatio, 2) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${String(Math.floor(width))}px`;
  await page.render({ canvas, viewport }).promise;
}

/** Renders a PDF page by page to a canvas, so that scripts in it cannot run and no browser viewer is needed. */
export function PdfPreview({ address, name }: { address: string; name: string }) {
  const t = useTranslations("outputs.preview");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [page, setPage] = useState(1);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let gone = false;
    let close: (() => void) | undefined;
    open(address).then(
      (opened) => {
        close = opened.close;
        if (gone) opened.close();
        else setDocument(opened.document);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      close?.();
    };
  }, [address]);

  useEffect(() => {
    if (!document || !canvas.current) return;
    let gone = false;
    // PDF.js cannot render twice to one canvas, so each page gets a new one.
    draw(document, page, canvas.current).catch(() => {
      if (!gone) setFailed(true);
    });
    return () => {
      gone = true;
    };
  }, [document, page]);

  if (failed) return <p role="alert">{t("failed")}</p>;
  const count = document?.numPages ?? 1;
  return (
    <div className="grid gap-3">
      {document ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            size="small"
            icon="chevron-left"
            aria-disabled={page <= 1}
            onClick={() => setPage(Math.max(page - 1, 1))}
          >
            {t("back")}
          </Button>
          <span className="tabular" role="status">
            {t("page", { page, count })}
          </span>
          <Button size="small" aria-disabled={page >= count} onClick={() => setPage(Math.min(page + 1, count))}>
            {t("on")}
          </Button>
        </div>
      ) : (
        <p className="text-ink-soft">{t("loading")}</p>
      )}
      <div className="min-w-0">
        <canvas
          key={page}
          ref={canvas}
          role="img"
          aria-label={`${t("image", { name })}. ${t("page", { page, count })}`}
          className="border-line max-w-full border"
        />
      </div>
    </div>
  );
}
