"use client";

import { useTranslations } from "@/messages/use-translations";
import { fileTarget } from "@/domain/outputs";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { FileSize } from "../../ui/file-size";
import { Icon } from "../../ui/icon";
import { Input } from "../../ui/input";
import { Select, type SelectOption } from "../../ui/select";

export type ExistingFile = { name: string; language: string; newest: number };
export type Draft = {
  id: string;
  file: File;
  name: string;
  language: string;
  note: string;
  refusal: "too_big" | "empty" | null;
};

type Props = {
  draft: Draft;
  /** The other files of the same drop. */
  others: readonly Draft[];
  /** One of them that would become the same version of the same file. */
  clash: Draft | undefined;
  existingFiles: readonly ExistingFile[];
  languages: readonly SelectOption[];
  maxBytes: number;
  onChange: (patch: Partial<Draft>) => void;
  onRemove: () => void;
};

/** A file before its upload, with values guessed from its name, which can be edited. */
export function UploadDraft({ draft, others, clash, existingFiles, languages, maxBytes, onChange, onRemove }: Props) {
  const t = useTranslations("outputs.upload");
  const match = existingFiles.find((file) => fileTarget(file) === fileTarget(draft));
  const languageName = (code: string) => languages.find(({ value }) => value === code)?.label ?? code;
  const titled = (file: ExistingFile) =>
    t("becomesVersion", {
      version: file.newest + 1,
      name: file.language ? `${file.name} (${languageName(file.language)})` : file.name,
    });
  return (
    <li className="border-line bg-paper-raised grid gap-3 rounded-md border px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Icon name="file" />
        <span className="min-w-0 flex-1 basis-40 font-semibold wrap-anywhere">{draft.file.name}</span>
        <span className="text-ink-soft text-sm">
          <FileSize bytes={draft.file.size} />
        </span>
        <Button kind="quiet" size="small" onClick={onRemove}>
          {t("leaveOut")}
        </Button>
      </div>
      {draft.refusal ? (
        <p className="text-late flex items-start gap-1.5 font-semibold">
          <Icon name="alert" className="mt-1" />
          <span>{t.rich(`refused.${draft.refusal}`, { max: () => <FileSize bytes={maxBytes} /> })}</span>
        </p>
      ) : (
        <>
          {existingFiles.length > 0 ? (
            <Field name={`as-${draft.id}`} label={t("becomes")} required>
              <Select
                value={match ? fileTarget(match) : ""}
                onChange={(event) => {
                  const chosen = existingFiles.find((file) => fileTarget(file) === event.target.value);
                  onChange(
                    chosen
                      ? { name: chosen.name, language: chosen.language }
                      : { name: unusedName(draft, [...existingFiles, ...others]) },
                  );
                }}
                options={[
                  { value: "", label: t("newFile") },
                  ...existingFiles.map((file) => ({ value: fileTarget(file), label: titled(file) })),
                ]}
              />
            </Field>
          ) : null}
          <div className="grid gap-3 sm:grid-cols-2">
            <Field name={`name-${draft.id}`} label={t("name")} required>
              <Input value={draft.name} maxLength={200} onChange={(event) => onChange({ name: event.target.value })} />
            </Field>
            <Field name={`language-${draft.id}`} label={t("language")}>
              <Select
                value={draft.language}
                placeholder={t("noLanguage")}
                options={languages}
                onChange={(event) => onChange({ language: event.target.value })}
              />
            </Field>
          </div>
          <Field name={`note-${draft.id}`} label={t("note")} hint={t("noteHint")}>
            <Input value={draft.note} maxLength={1_000} onChange={(event) => onChange({ note: event.target.value })} />
          </Field>
          {clash ? (
            <p role="alert" className="text-late flex items-start gap-1.5 font-semibold">
              <Icon name="alert" className="mt-1" />
              <span>{t("sameTarget", { name: clash.file.name })}</span>
            </p>
          ) : null}
          {existingFiles.length === 0 && !clash ? (
            <p className="text-ink-soft">{t("becomesNew", { name: draft.name })}</p>
          ) : null}
        </>
      )}
    </li>
  );
}

/** The dropped file's name, with a number when another file of the output or of the drop has it. */
function unusedName({ file, language }: Draft, others: readonly { name: string; language: string }[]): string {
  const dot = file.name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot)] : [file.name, ""];
  const taken = new Set(others.map(fileTarget));
  let name = file.name;
  for (let copy = 2; taken.has(fileTarget({ name, language })); copy++) name = `${stem} (${String(copy)})${ending}`;
  return name;
}
