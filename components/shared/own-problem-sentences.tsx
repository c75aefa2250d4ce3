"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import { type ProblemTexts, problemSentences, type SayProblem, saying } from "./problem-sentences";

const OwnSentences = createContext<SayProblem | null>(null);

type Props = { locale: string; problems: ProblemTexts; children: ReactNode };

/** Lets the acts inside it be refused in another language than the interface's; its sentences travel with the page. */
export function OwnProblemSentences({ locale, problems, children }: Props) {
  const say = useMemo(() => saying(locale, problems), [locale, problems]);
  return <OwnSentences value={say}>{children}</OwnSentences>;
}

/** The page's own sentences for refusals, or else those that come after it. */
export function useProblemSentences(): () => Promise<SayProblem> {
  const own = useContext(OwnSentences);
  return useCallback(() => (own ? Promise.resolve(own) : problemSentences()), [own]);
}
