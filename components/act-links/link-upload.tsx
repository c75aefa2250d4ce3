"use client";

import type { Upload } from "tus-js-client";
import { useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { actLinkHeader } from "@/domain/act-links";
import { useTranslations } from "@/messages/use-translations";
import { isRefusedInFront, smallerPiece } from "../outputs/upload/smaller-pieces";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Progress } from "../ui/progress";

type Sent = { id: string; file: File; state: "sending" | "done" | "failed"; bytes: number };
type Props = { token: string; outputId: string };

const retryDelays = [0, 1_000, 3_000, 10_000, 30_000];

/** Sends files to one output by a link of an e-mail, without a sign-in. */
export function LinkUpload({ token, outputId }: Props) {
  const t = useTranslations("act.page.upload");
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const uploads = useRef(new Map<string, Upload>());
  const change = (id: string, patch: Partial<Sent>) => {
    setFiles((before) => before.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  };
  const prepare = async ({ id, file }: Sent): Promise<Upload> => {
    const { Upload } = await import("tus-js-client");
    const upload = new Upload(file, {
      endpoint: `${window.location.origin}/upload`,
      headers: { [actLinkHeader]: token },
      metadata: { outputId, name: file.name },
      retryDelays,
      storeFingerprintForResuming: false,
      onProgress: (bytes) => change(id, { bytes }),
      onSuccess: () => change(id, { state: "done" }),
      onError: (error) => {
        const piece = isRefusedInFront(error) ? smallerPiece(Number(upload.options.chunkSize), file.size) : null;
        if (piece === null) {
          change(id, { state: "failed" });
          return;
        }
        upload.options.chunkSize = piece;
        upload.start();
      },
    });
    uploads.current.set(id, upload);
    return upload;
  };
  /** Continues a file that was begun, from what the server has of it. */
  const send = (one: Sent) => {
    const upload = uploads.current.get(one.id);
    if (upload) upload.start();
    else
      prepare(one)
        .then((prepared) => prepared.start())
        // Without a connection the code of the tus client cannot be loaded.
        .catch(() => change(one.id, { state: "failed" }));
  };
  const choose = (chosen: FileList) => {
    const added = [...chosen].map((file): Sent => ({ id: uuid(), file, state: "sending", bytes: 0 }));
    setFiles((before) => [...before, ...added]);
    for (const one of added) send(one);
  };
  const again = (one: Sent) => {
    change(one.id, { state: "sending" });
    send(one);
  };
  return (
    <div className="grid gap-4">
      <label className="grid gap-1.5">
        <span className="font-semibold">{t("label")}</span>
        <Input
          type="file"
          multiple
          onChange={({ currentTarget }) => {
            if (currentTarget.files) choose(currentTarget.files);
            currentTarget.value = "";
          }}
        />
      </label>
      <noscript>{t("scripts")}</noscript>
      <ul className="grid gap-3" aria-live="polite">
        {files.map((one) => (
          <li key={one.id} className="grid gap-1.5 wrap-anywhere">
            <span>{t(one.state, { name: one.file.name })}</span>
            {one.state === "sending" ? <Progress value={one.bytes} max={one.file.size} label={one.file.name} /> : null}
            {one.state === "failed" ? (
              <span>
                <Button size="small" onClick={() => again(one)}>
                  {t("again")}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
