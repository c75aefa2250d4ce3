"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import type { PublicOutput } from "@/domain/schemas/public";
import type { PreviewPublication } from "@/domain/schemas/publications";
import { useTranslations } from "@/messages/use-translations";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { writeUnsaved } from "../shared/unsaved-text";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/choice";
import { FieldError } from "../ui/field-error";
import { OutputArticle } from "./output-article";
import { type PublicationChoices, PublicationFields, type PublicationValues } from "./publication-fields";
import { publicationValues } from "./publication-values";

type Props = {
  outputId: string;
  /** The page of the output. */
  path: string;
  publication: { id: string; status: "published" | "withdrawn"; slug: string; revision: number } | null;
  values: PublicationValues;
  choices: PublicationChoices;
  /** The address below which public outputs are. */
  site: string;
};

type Preview = { values: PreviewPublication; page: PublicOutput };

/** The last step: the page as visitors will see it, and the confirmation. */
function Confirmation({
  preview,
  onEdit,
  ...props
}: Omit<Props, "values" | "choices"> & { preview: Preview; onEdit: () => void }) {
  const { outputId, path, publication, site } = props;
  const t = useTranslations("publications.form");
  const router = useRouter();
  const [newId] = useState(() => uuid());
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const isPublic = publication?.status === "published";
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const save = async (agreed: boolean) => {
    const { values } = preview;
    if (isPublic) return trpc.publications.update.mutate({ ...values, revision: publication.revision, agreed });
    const again = publication ? { revision: publication.revision } : {};
    return trpc.publications.publish.mutate({ ...values, id: newId, ...again, agreed });
  };
  return (
    <div className="grid gap-8">
      <div className="grid gap-1">
        <h2 ref={heading} tabIndex={-1} className="font-serif text-xl font-semibold outline-none">
          {t("previewTitle")}
        </h2>
        <p className="text-ink-soft">{t("previewText")}</p>
      </div>
      <div className="border-line bg-paper-raised rounded-md border px-4 py-6 sm:px-8">
        <OutputArticle page={preview.page} address={`${site}/${preview.page.slug}`} />
      </div>
      <MutationForm
        draft={null}
        submit={isPublic ? t("save") : t("publish")}
        submitIcon="globe"
        beside={
          <Button type="button" onClick={onEdit}>
            {t("edit")}
          </Button>
        }
        mutate={async (values) => {
          const agreed = values["agreed"] === true;
          setMissing(!agreed);
          return agreed ? save(agreed) : null;
        }}
        onDone={(done) => {
          if (!done) return;
          writeUnsaved(`publication ${outputId}`, {});
          router.replace(path as Route);
        }}
      >
        <p>{t("confirm")}</p>
        <div data-field="agreed">
          <Checkbox
            name="agreed"
            label={t("agreed")}
            hint={
              <a href="/terms" target="_blank" rel="noopener" className="link">
                {t("rule")}
              </a>
            }
          />
          {missing ? <FieldError id="agreed-error">{t("agreedMissing")}</FieldError> : null}
        </div>
      </MutationForm>
    </div>
  );
}

/** Publishes an output, or changes its public page: a form, then a preview with the confirmation. */
export function PublicationForm(props: Props) {
  const { outputId, values, choices } = props;
  const t = useTranslations("publications.form");
  const [preview, setPreview] = useState<Preview | null>(null);
  return (
    <>
      {/* Stays in the page, so that it shows what was typed after the preview. */}
      <div hidden={preview !== null} className="max-w-form">
        <MutationForm
          draft={`publication ${outputId}`}
          savesNothing
          submit={t("preview")}
          mutate={async (raw) => {
            const input = publicationValues(raw, outputId);
            return { values: input, page: await trpc.publications.preview.query(input) };
          }}
          onDone={setPreview}
        >
          <PublicationFields values={values} choices={choices} />
        </MutationForm>
      </div>
      {preview ? <Confirmation {...props} preview={preview} onEdit={() => setPreview(null)} /> : null}
    </>
  );
}
