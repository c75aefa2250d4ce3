"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { UpdatePractice } from "@/domain/schemas/practices";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { FileFields, type Uploader } from "../attachments/file-fields";
import { trpc } from "../providers/trpc-client";
import { EditForm } from "../shared/edit-form";
import type { SelectOption } from "../ui/select";
import { PracticeFields } from "./practice-fields";
import { practiceNames, type PracticeValues, readPractice } from "./practice-values";

type Props = {
  /** The page of the practice. */
  path: string;
  practice: { id: string; revision: number; content: PracticeValues };
  languages: readonly SelectOption[];
  countries: readonly SelectOption[];
  uploader: Uploader;
};

/** A value as text, for comparing what two people wrote. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join("\n");
  if (typeof value === "object") return Object.values(value).map(textOf).filter(Boolean).join(" · ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Edits a practice, and saves while it is typed; after a concurrent edit both texts are shown to choose from. */
export function PracticeEditForm({ path, practice, languages, countries, uploader }: Props) {
  const t = useTranslations("practices.form");
  const router = useRouter();
  const refresh = useRefresh();
  return (
    <EditForm
      draft={`practice ${practice.id}`}
      opened={practice}
      names={practiceNames}
      read={readPractice}
      changed="practice.changed"
      savesAsTyped
      save={(values, revision) =>
        trpc.practices.update.mutate({ ...values, practiceId: practice.id, revision } as UpdatePractice)
      }
      renewed={(saved) => saved}
      onDone={() => {
        router.replace(path as Route);
        refresh();
      }}
      label={(name) => t(`names.${name}`)}
      textOf={(name, values) => textOf(values[name])}
      submit={t("save")}
    >
      {(values) => (
        <PracticeFields
          values={values}
          languages={languages}
          countries={countries}
          files={<FileFields {...uploader} of={{ kind: "practiceId", id: practice.id }} files={values.files} />}
        />
      )}
    </EditForm>
  );
}
