"use client";

import { useFormatter } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { Button } from "../../ui/button";
import { FileSize } from "../../ui/file-size";
import { Icon } from "../../ui/icon";
import { Progress } from "../../ui/progress";
import type { Refusal } from "./refusal";
import type { UploadItem } from "./upload-queue";

type Actions = { onPause: () => void; onResume: () => void; onCancel: () => void; onChange: () => void };

const messageKeys: Readonly<Record<string, string>> = {
  "file.too_big": "too_big",
  "file.empty": "empty",
  "file.storage_full": "storage_full",
  "file.disk_full": "disk_full",
  "file.name_invalid": "name_invalid",
  "file.too_many_unfinished": "too_many_unfinished",
  "file.not_found": "gone",
  "file.other_content": "other_content",
  "output.not_found": "not_found",
  "project.closed": "closed",
  "rate.limited": "limited",
  "person.other": "other_person",
  forbidden: "not_allowed",
  proxy_limit: "proxy_limit",
};

const numberOf = (value: unknown) => (typeof value === "number" ? Math.max(0, value) : 0);

function Why({ refusal, size, maxBytes }: { refusal: Refusal; size: number; maxBytes: number }) {
  const t = useTranslations("outputs.upload.refused");
  return (
    <p role="alert" className="text-late flex items-start gap-1.5 font-semibold">
      <Icon name="alert" className="mt-1" />
      <span>
        {t.rich(messageKeys[refusal.code] ?? "unknown", {
          name: typeof refusal.params.name === "string" ? refusal.params.name : "",
          most: numberOf(refusal.params.most),
          left: () => <FileSize bytes={numberOf(refusal.params.leftBytes)} />,
          needed: () => <FileSize bytes={size} />,
          max: () => <FileSize bytes={maxBytes} />,
        })}
      </span>
    </p>
  );
}

/** Progress and actions of one upload. */
export function UploadProgress({ item, maxBytes, ...actions }: Actions & { item: UploadItem; maxBytes: number }) {
  const t = useTranslations("outputs.upload");
  const format = useFormatter();
  const share = item.file.size > 0 ? item.sent / item.file.size : 0;
  const percent = format.number(Math.floor(share * 100) / 100, { style: "percent" });
  const moving = item.state === "sending" || item.state === "waiting";
  return (
    <li className="border-line bg-paper-raised grid gap-1.5 rounded-md border px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Icon name={item.state === "done" ? "check" : "upload"} />
        <span className="min-w-0 flex-1 basis-40 font-semibold wrap-anywhere">{item.name}</span>
        <span className="text-ink-soft text-sm">{t(`state.${item.state}`)}</span>
        {moving ? (
          <Button size="small" onClick={actions.onPause}>
            {t("pause")}
          </Button>
        ) : null}
        {item.state === "paused" || item.state === "interrupted" ? (
          <Button size="small" onClick={actions.onResume}>
            {t("goOn")}
          </Button>
        ) : null}
        {item.state === "refused" || item.state === "unchanged" ? (
          <Button size="small" onClick={actions.onChange}>
            {t("changeAndRetry")}
          </Button>
        ) : null}
        {item.state === "done" ? null : (
          <Button size="small" kind="quiet" onClick={actions.onCancel}>
            {t(item.state === "unchanged" ? "unchangedClose" : "cancel")}
          </Button>
        )}
      </div>
      {item.state === "done" || item.state === "refused" || item.state === "unchanged" ? null : (
        <>
          <Progress value={item.sent} max={item.file.size} label={item.name} text={percent} />
          <p className="text-ink-soft text-sm">
            {t.rich("bytes", {
              sent: () => <FileSize bytes={item.sent} />,
              total: () => <FileSize bytes={item.file.size} />,
            })}
          </p>
        </>
      )}
      {item.inPieces && item.state === "sending" ? <p role="status">{t("inPieces")}</p> : null}
      {item.state === "interrupted" ? <p role="status">{t("interruptedText")}</p> : null}
      {item.refusal && item.state === "unchanged" ? (
        <p role="status">{t("unchangedText", { version: numberOf(item.refusal.params.version), name: item.name })}</p>
      ) : null}
      {item.refusal && item.state === "refused" ? (
        <Why refusal={item.refusal} size={item.file.size} maxBytes={maxBytes} />
      ) : null}
    </li>
  );
}
