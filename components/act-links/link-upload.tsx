"use client";

import { useState } from "react";
import { actLinkHeader } from "@/domain/act-links";
import { useTranslations } from "@/messages/use-translations";
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
  const change = (id: string, patch: Partial<Sent>) => {
    setFiles((before) => before.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  };
  const send = async ({ id, file }: Sent) => {
    const { Upload } = await import("tus-js-client");
    new Upload(file, {
      endpoint: `${window.location.origin}/upload`,
      headers: { [actLinkHeader]: token },
      metadata: { outputId, name: file.name },
      retryDelays,
      storeFingerprintForResuming: false,
      onProgress: (bytes) => change(id, { bytes }),
      onSuccess: () => change(id, { state: "done" }),
      onError: () => change(id, { state: "failed" }),
    }).start();
  };
  const choose = (chosen: FileList) => {
    const added = [...chosen].map((file): Sent => ({ id: crypto.randomUUID(), file, state: "sending", bytes: 0 }));
    setFiles((before) => [...before, ...added]);
    for (const one of added) void send(one);
  };
  const again = (one: Sent) => {
    change(one.id, { state: "sending", bytes: 0 });
    void send(one);
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
