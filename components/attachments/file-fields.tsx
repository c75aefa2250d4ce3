"use client";

import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { isPicture } from "@/domain/attachments";
import { useTranslations } from "@/messages/use-translations";
import { UploadList } from "../outputs/upload/upload-list";
import { nothing, queueFor } from "../outputs/upload/upload-queue";
import { Button, IconButton } from "../ui/button";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { Input } from "../ui/input";
import { type FormFile, privateAddress, withUploaded } from "./attached-files";

/** Who uploads, and the largest file, in bytes. */
export type Uploader = { personId: string; maxBytes: number };

type Props = Uploader & {
  /** What the files belong to. */
  of: { kind: "practiceId" | "replicationId"; id: string };
  files: readonly FormFile[];
};

const withoutLanguage = { language: "", note: "" };

/** Files of a description: they are uploaded at once, and each is described for those who cannot see or open it. */
export function FileFields({ personId, of, maxBytes, files }: Props) {
  const t = useTranslations("attachments");
  const chooser = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [rows, setRows] = useState(files);
  const changed = useRef(false);
  const queue = () => queueFor({ personId, ...of });
  const { items } = useSyncExternalStore(
    (listener) => queue().subscribe(listener),
    () => queue().snapshot(),
    () => nothing,
  );

  /** Changes the rows, with the descriptions as they are typed now. */
  const change = (next: (now: readonly FormFile[]) => readonly FormFile[]) => {
    const typed = new Map(
      rows.map(({ id }, index) => {
        const field = list.current?.querySelector<HTMLInputElement>(`[name="files.${index}.text"]`);
        return [id, field?.value];
      }),
    );
    changed.current = true;
    setRows((now) => next(now.map((row) => ({ ...row, text: typed.get(row.id) ?? row.text }))));
  };
  useEffect(() => {
    if (!changed.current) return;
    changed.current = false;
    // The form saves after an input; a file that was added or removed is one.
    list.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [rows]);

  const addFinished = useEffectEvent(() => {
    const finished = queue()
      .snapshot()
      .items.filter(({ state }) => state === "done");
    if (finished.length === 0) return;
    const uploaded = finished.flatMap(({ versionId, name, file }) =>
      versionId === null ? [] : [{ id: versionId, name, mediaType: file.type }],
    );
    change((now) => uploaded.reduce(withUploaded, now));
    queue().clearDone();
  });
  useEffect(() => {
    const end = queueFor({ personId, kind: of.kind, id: of.id }).subscribe(() => addFinished());
    // Uploads may have finished while another page was open.
    queueMicrotask(() => addFinished());
    return end;
  }, [personId, of.kind, of.id]);

  const add = (chosen: readonly File[]) => {
    for (const file of chosen) queue().add(file, { name: file.name, ...withoutLanguage });
  };
  return (
    <div className="grid gap-4">
      <ul ref={list} className="grid gap-4" aria-label={t("list")}>
        {rows.map((row, index) => (
          <li key={row.id} className="border-line grid gap-3 rounded-md border p-4">
            <div className="flex items-start gap-3">
              {isPicture(row.mediaType) ? (
                <img src={privateAddress(row, true)} alt="" className="h-20 w-28 rounded-md object-cover" />
              ) : (
                <Icon name="file" className="mt-1" />
              )}
              <p className="min-w-0 flex-1 font-semibold wrap-anywhere">{row.name}</p>
              <IconButton
                icon="trash"
                label={t("remove", { name: row.name })}
                onClick={() => change((now) => now.filter(({ id }) => id !== row.id))}
              />
            </div>
            {(["id", "name", "mediaType"] as const).map((name) => (
              <input key={name} type="hidden" name={`files.${index}.${name}`} value={row[name]} />
            ))}
            <Field name={`files.${index}.text`} label={t(isPicture(row.mediaType) ? "picture" : "file")}>
              <Input maxLength={500} defaultValue={row.text} />
            </Field>
          </li>
        ))}
      </ul>
      <UploadList
        label={t("underWay")}
        items={items.filter(({ state }) => state !== "done")}
        queue={queue}
        maxBytes={maxBytes}
        onChange={() => chooser.current?.click()}
      />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t("choose")}
        onChange={(event) => {
          event.stopPropagation();
          add(Array.from(event.target.files ?? []));
          event.target.value = "";
        }}
      />
      <div>
        <Button type="button" icon="upload" onClick={() => chooser.current?.click()}>
          {t("choose")}
        </Button>
      </div>
    </div>
  );
}
