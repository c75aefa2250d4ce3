"use client";

import { useTranslations } from "@/messages/use-translations";
import type { ReactNode } from "react";
import type { DraftData } from "@/domain/schemas/projects";

/** The guesses that remain after a change: values that the person edited are no longer guesses. */
export function guessesAfter(data: DraftData, patch: Partial<DraftData>): string[] {
  const partners = new Map((patch.partners ?? data.partners ?? []).map((partner) => [partner.key, partner]));
  const before = new Map((data.partners ?? []).map((partner) => [partner.key, partner]));
  return (data.guessed ?? []).filter((name) => {
    const [list, key = "", field] = name.split(".");
    if (list !== "partners")
      return !Object.entries(patch).some(([one, value]) => one === name && value !== data[name as keyof DraftData]);
    const [old, now] = [before.get(key), partners.get(key)];
    return (
      now !== undefined &&
      Object.entries(now).every(([one, value]) => one !== field || value === old?.[field as keyof typeof old])
    );
  });
}

export type Guess = (name: string) => ReactNode;

/** The note of a field whose value was guessed; null for the others. */
export function useGuess(guessed: readonly string[] | undefined): Guess {
  const t = useTranslations("projects.wizard.list");
  return (name) =>
    guessed?.includes(name) ? <strong className="text-due font-semibold">{t("guessed")}</strong> : null;
}
