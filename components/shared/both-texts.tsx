"use client";

import { useTranslations } from "@/messages/use-translations";
import { type SubmitEvent, useEffect, useId, useRef } from "react";
import { Button } from "../ui/button";
import type { Choice, Side } from "./three-way";

export type BothText = { key: string; label: string; mine: string; theirs: string };
export type OneText = { key: string; label: string; text: string };

type Props = {
  /** Only fields that differ are shown. */
  texts: readonly BothText[];
  /** Fields that only this person changed: their values will be saved. */
  unchanged?: readonly OneText[];
  /** Fields that only the other person changed: their values stay. */
  taken?: readonly OneText[];
  /** For each conflicting field, which text is kept. */
  onDecide: (choice: Choice) => void;
  pending?: boolean;
};

const sides = ["mine", "theirs"] as const;

/** Texts without a conflict. */
function Aside({ title, texts }: { title: string; texts: readonly OneText[] }) {
  const t = useTranslations("ui.bothTexts");
  if (texts.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{title}</h3>
      <dl className="border-line-strong bg-paper-raised grid gap-2 rounded-md border px-3 py-2">
        {texts.map(({ key, label, text }) => (
          <div key={key} className="grid min-w-0 gap-0.5">
            <dt className="text-ink-soft text-sm font-semibold">{label}</dt>
            <dd className="max-h-60 overflow-y-auto wrap-anywhere whitespace-pre-wrap">
              {text || <em className="text-ink-faint">{t("empty")}</em>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Conflict dialog after a concurrent edit: both texts side by side, and the second person chooses. */
export function BothTexts({ texts, unchanged = [], taken = [], onDecide, pending = false }: Props) {
  const t = useTranslations("ui.bothTexts");
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const differing = texts.filter(({ mine, theirs }) => mine !== theirs);
  const tone = differing.length > 0 ? "asked" : unchanged.length > 0 ? "apart" : "same";
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const decide = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onDecide(
      Object.fromEntries(
        differing.map(({ key }): [string, Side] => [key, form.get(`${id}${key}`) === "theirs" ? "theirs" : "mine"]),
      ),
    );
  };
  return (
    <form
      method="post"
      onSubmit={decide}
      aria-labelledby={`${id}title`}
      className="border-due bg-due-soft grid gap-4 rounded-md border-s-4 px-4 py-4"
    >
      <div className="grid gap-1">
        <h2 id={`${id}title`} ref={heading} tabIndex={-1} className="font-serif text-xl font-semibold outline-none">
          {t(`${tone}.title`)}
        </h2>
        <p className="max-w-prose">{t(`${tone}.text`)}</p>
      </div>
      {differing.map((text) => (
        <fieldset key={text.key} className="grid gap-2">
          <legend className="mb-1 font-semibold">{text.label}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {sides.map((side) => (
              <label
                key={side}
                className="border-line-strong bg-paper-raised has-checked:border-accent has-checked:outline-accent has-focus-visible:outline-accent flex min-w-0 cursor-pointer items-start gap-2.5 rounded-md border px-3 py-2 has-checked:outline-1 has-focus-visible:outline-2"
              >
                <input
                  type="radio"
                  name={`${id}${text.key}`}
                  value={side}
                  defaultChecked={side === "mine"}
                  className="mt-1"
                />
                <span className="grid min-w-0 gap-1">
                  <span className="text-ink-soft text-sm font-semibold">{t(side)}</span>
                  <span className="max-h-60 overflow-y-auto wrap-anywhere whitespace-pre-wrap">
                    {text[side] || <em className="text-ink-faint">{t("empty")}</em>}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <Aside title={t("kept")} texts={unchanged} />
      <Aside title={t("taken")} texts={taken} />
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? t("working") : t(`${tone}.act`)}
        </Button>
      </div>
    </form>
  );
}
