"use client";

import { useTranslations } from "@/messages/use-translations";
import { Button } from "../../ui/button";
import { Ago } from "../../ui/date-time";
import { FileSize } from "../../ui/file-size";
import { Notice } from "../../ui/notice";
import type { Unfinished } from "./upload-queue";

type Props = { unfinished: readonly Unfinished[]; onChoose: () => void; onForget: (key: string) => void };

/** Unfinished uploads of a closed window; choosing the same file again resumes them. */
export function UnfinishedUploads({ unfinished, onChoose, onForget }: Props) {
  const t = useTranslations("outputs.upload");
  return unfinished.map((upload) => (
    <Notice
      key={upload.key}
      tone="due"
      title={t("unfinished", { name: upload.fileName })}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="small" onClick={onChoose}>
            {t("chooseAgain")}
          </Button>
          <Button size="small" kind="quiet" onClick={() => onForget(upload.key)}>
            {t("forget")}
          </Button>
        </span>
      }
    >
      {t.rich("unfinishedText", {
        size: () => <FileSize bytes={upload.size} />,
        when: () => <Ago value={new Date(upload.begunAt)} />,
      })}
    </Notice>
  ));
}
