"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { Anchor } from "../../ui/anchor";
import type { DraftData } from "@/domain/schemas/projects";
import { BothTexts } from "../../shared/both-texts";
import { useProblemSentence } from "../../shared/problem-sentences";
import { cn } from "../../ui/cn";
import { Icon } from "../../ui/icon";
import { LinkButton } from "../../ui/link-button";
import { Notice } from "../../ui/notice";
import { useDraft } from "./draft-provider";
import { isNamed } from "../partner";
import { stepPath, type WizardStep, wizardSteps } from "./steps";

/** The four steps, with the current one marked. */
export function WizardSteps() {
  const t = useTranslations("projects.wizard.steps");
  const { draftId, flush } = useDraft();
  const path = usePathname();
  return (
    <nav aria-label={t("label")} className="mb-6">
      <ol className="flex flex-wrap gap-x-2 gap-y-1 max-sm:justify-between max-sm:text-sm sm:gap-x-6">
        {wizardSteps.map((step, index) => {
          const href = stepPath(draftId, step);
          return (
            <li key={step}>
              <Anchor
                href={href}
                onClick={() => void flush()}
                aria-current={path === href ? "step" : undefined}
                className={cn(
                  "flex min-h-10 items-center gap-1 border-b-2 sm:gap-2",
                  path === href ? "border-accent font-semibold" : "text-ink-soft hover:text-ink border-transparent",
                )}
              >
                <span className="tabular text-ink-faint">{index + 1}</span>
                {t(step)}
              </Anchor>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Shows whether the draft is saved; nothing before the first change. */
export function SavedWord() {
  const t = useTranslations("projects.wizard.saving");
  const { saving, problem } = useDraft();
  const refusal = useProblemSentence(problem);
  if (saving === "failed" && refusal) {
    return (
      <Notice tone="late" live className="w-full">
        {refusal}
      </Notice>
    );
  }
  return (
    <p role="status" className="text-ink-soft inline-flex items-center gap-1.5 text-sm">
      {saving === "saved" ? <Icon name="check" size={14} className="text-approved" /> : null}
      {saving === "untouched" ? null : t(saving)}
    </p>
  );
}

function textOf(value: DraftData[keyof DraftData]): string {
  if (value === undefined) return "";
  if (!Array.isArray(value)) return String(value);
  return value
    .map((one) => {
      if (typeof one === "string") return one;
      if ("title" in one) return [one.title, one.dueOn, one.languages.join(" ")].filter(Boolean).join(", ");
      return [one.legalName, one.city, one.country, one.emails.replaceAll(/\s+/g, " ")].filter(Boolean).join(", ");
    })
    .join("\n");
}

/** Shown when another window saved another version of this draft. */
export function DraftConflict() {
  const t = useTranslations("projects.fields");
  const { data, conflict, resolve } = useDraft();
  if (!conflict) return null;
  const all = [...new Set([...Object.keys(data), ...Object.keys(conflict.data)])] as (keyof DraftData)[];
  const keys = all.filter((key) => key !== "guessed" && key !== "listReference");
  const texts = keys.map((key) => ({
    key,
    label: t(key),
    mine: textOf(data[key]),
    theirs: textOf(conflict.data[key]),
  }));
  return (
    <div className="mb-6">
      <BothTexts
        texts={texts}
        onDecide={(choice) => {
          const theirs = Object.fromEntries(
            keys.filter((key) => choice[key] === "theirs").map((key) => [key, conflict.data[key]]),
          );
          resolve({ ...data, ...theirs });
        }}
      />
    </div>
  );
}

/** The footer of a step: back, next, and whether the draft is saved. */
export function StepEnd({ step }: { step: Exclude<WizardStep, "outputs"> }) {
  const t = useTranslations("projects.wizard");
  const { draftId } = useDraft();
  const index = wizardSteps.indexOf(step);
  const before = wizardSteps[index - 1];
  const after = wizardSteps[index + 1] ?? "outputs";
  return (
    <div className="border-line mt-8 flex flex-wrap items-center gap-3 border-t pt-5">
      <LinkButton href={stepPath(draftId, after)} kind="primary">
        {t(`goTo.${after}`)}
      </LinkButton>
      {before ? (
        <LinkButton href={stepPath(draftId, before)} kind="quiet" icon="chevron-left">
          {t("back")}
        </LinkButton>
      ) : null}
      <SavedWord />
    </div>
  );
}

/** A summary of the partnership in one line. */
export function DraftSummary() {
  const t = useTranslations("projects.wizard");
  const { data } = useDraft();
  const partners = (data.partners ?? []).filter(isNamed).length;
  const outputs = (data.outputs ?? []).filter(({ title }) => title.trim() !== "").length;
  return <p className="text-ink-soft">{t("summary", { partners, outputs })}</p>;
}
