"use client";

import { useEffect, useState } from "react";
import { createTranslator } from "use-intl/core";
import type Problems from "@/messages/en/problems.json";
import type { InterfaceLocale } from "@/messages/translators";
import { errorTexts } from "./error-texts";

type Texts = typeof Problems;

/** Sentences by the parts of a code; a page that brings its own has those that can be said on it. */
export type ProblemTexts = { readonly [key: string]: ProblemTexts | string };

/** Says a refusal such as "organisation.oid_invalid"; where it has no sentence, that of the other code. */
export type SayProblem = (code: string, otherwise?: string) => string;

/** Says refusals in the language of these sentences, among which "unknown" has to be. */
export function saying(locale: string, problems: ProblemTexts): SayProblem {
  const t = createTranslator<{ problems: Texts }, "problems">({
    locale,
    messages: { problems: problems as Texts },
    namespace: "problems",
  });
  const known = (code: string): code is Parameters<typeof t>[0] => t.has(code as Parameters<typeof t>[0]);
  return (code, otherwise = "unknown") => {
    if (known(code)) return t(code);
    if (code === "offline") return errorTexts().offline;
    return known(otherwise) ? t(otherwise) : t("unknown");
  };
}

const loaders: Record<InterfaceLocale, () => Promise<{ default: Texts }>> = {
  "en-GB": () => import("@/messages/en/problems.json"),
  "en-XA": () => import("@/messages/en-XA/problems.json"),
};

/** The locale of the page that is open. */
function pageLocale(): InterfaceLocale {
  const { lang } = document.documentElement;
  return lang in loaders ? (lang as InterfaceLocale) : "en-GB";
}

let fetched: Promise<SayProblem> | undefined;

/**
 * The sentences for all that can be refused. Most pages never need one, so they come after the page; where they do not
 * come, there is no way to the server.
 */
export function problemSentences(): Promise<SayProblem> {
  const locale = pageLocale();
  fetched ??= loaders[locale]().then(
    ({ default: problems }) => saying(locale, problems),
    () => {
      fetched = undefined;
      return () => errorTexts().offline;
    },
  );
  return fetched;
}

/** The sentence for a refusal, null while there is none. */
export function useProblemSentence(code: string | null): string | null {
  const [say, setSay] = useState<{ as: SayProblem } | null>(null);
  useEffect(() => {
    void problemSentences().then((as) => setSay({ as }));
  }, [code]);
  return code === null || say === null ? null : say.as(code);
}
