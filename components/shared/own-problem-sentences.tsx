"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import { type ProblemTexts, problemSentences, type TranslateProblem, problemTranslator } from "./problem-sentences";

const OwnSentences = createContext<TranslateProblem | null>(null);

type Props = { locale: string; problems: ProblemTexts; children: ReactNode };

/**
 * Provides error messages in another language than the interface's to the mutations inside it; they are part of the
 * page.
 */
export function OwnProblemSentences({ locale, problems, children }: Props) {
  const translate = useMemo(() => problemTranslator(locale, problems), [locale, problems]);
  return <OwnSentences value={translate}>{children}</OwnSentences>;
}

/** The page's own error messages, where it has them. */
export const useOwnProblemSentences = (): TranslateProblem | null => useContext(OwnSentences);

/** The page's own error messages, or else those that are loaded on use. */
export function useProblemSentences(): () => Promise<TranslateProblem> {
  const own = useContext(OwnSentences);
  return useCallback(() => (own ? Promise.resolve(own) : problemSentences()), [own]);
}
