"use client";

import { useTranslations } from "@/messages/use-translations";
import { draftFromReference, type ReferencedDraft } from "@/domain/programme/referenced-draft";
import type { ParsedReference } from "@/domain/programme/references";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { useDraft } from "./draft-provider";

/** A parsed reference, with the message about what is wrong with it. */
export type ReadReference = ParsedReference & { message: string | null };

type Props = {
  read: ReadReference;
  onSuggestion: (text: string) => void;
  onTake: (filled: ReferencedDraft) => void;
};

/** Shows what a pasted reference says without a list, or what is wrong with it and the probable reference. */
export function PastedReference({ read, onSuggestion, onTake }: Props) {
  const t = useTranslations("projects.wizard.list");
  const { data, organisations } = useDraft();
  const { suggestion } = read;
  if (!read.valid) {
    return (
      <Notice tone="late" title={t("notRead")}>
        <p>{read.message}</p>
        {suggestion ? (
          <>
            <p>
              {t("meant")} <span className="tabular font-semibold wrap-anywhere">{suggestion}</span>
            </p>
            <Button size="small" className="mt-2" onClick={() => onSuggestion(suggestion)}>
              {t("takeMeant")}
            </Button>
          </>
        ) : null}
      </Notice>
    );
  }
  const filled = draftFromReference(read, data, organisations);
  return filled ? (
    <Reading read={read} filled={filled} onTake={() => onTake(filled)} />
  ) : (
    <Notice tone="due">{t("notOfProject")}</Notice>
  );
}

type ReadingProps = { read: ReadReference; filled: ReferencedDraft; onTake: () => void };

function Reading({ read, filled, onTake }: ReadingProps) {
  const t = useTranslations("projects.wizard.list");
  const labels = useTranslations("projects.fields");
  const tProgramme = useTranslations("programme");
  const { countries } = useDraft();
  const { parts } = read;
  const { data, otherAction } = filled;
  const guessed = new Set(data.guessed);
  const country = countries.find(({ value }) => value === parts?.country)?.label;
  const agency = [parts?.agencyName, parts?.agency].find(Boolean);
  const rows = [
    { term: labels("callYear"), value: guessed.has("callYear") ? String(data.callYear) : null },
    {
      term: labels("actionCode"),
      value: guessed.has("actionCode") ? tProgramme(`actions.${data.actionCode ?? ""}`) : null,
    },
    {
      term: labels("strand"),
      value: guessed.has("strand") && data.strand ? tProgramme(`strands.${data.strand}`) : null,
    },
    { term: labels("field"), value: guessed.has("field") && data.field ? tProgramme(`fields.${data.field}`) : null },
    { term: t("agency"), value: agency && country ? t("agencyOf", { agency, country }) : null },
    { term: t("coordinatorFrom"), value: agency ? null : country },
  ];
  return (
    <div className="grid gap-3">
      <p className="tabular font-semibold wrap-anywhere">{read.normalised}</p>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {rows.map(({ term, value }) =>
          value ? (
            <div key={term} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
              <dt className="text-ink-soft">{term}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {otherAction ? <Notice tone="due">{t("otherAction", { action: otherAction })}</Notice> : null}
      <div>
        <Button onClick={onTake}>{t("takeReference")}</Button>
      </div>
    </div>
  );
}
