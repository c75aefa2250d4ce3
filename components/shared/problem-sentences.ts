"use client";

import { useEffect, useState } from "react";
import { createTranslator } from "use-intl/core";
import type Problems from "@/messages/en/problems.json";
import type { InterfaceLocale } from "@/messages/translators";
import { errorTexts } from "./error-texts";

type Texts = typeof Problems;

/** Messages by the parts of a code; a page with its own language has those of its mutations. */
export type ProblemTexts = { readonly [key: string]: ProblemTexts | string };

/** The values in a message, such as a name. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** The message of an error code such as "organisation.oid_invalid", with a second code as the fallback. */
export type TranslateProblem = (code: string, params?: ProblemParams, otherwise?: string) => string;

/** Creates a translator of error codes from these messages, which must include "unknown". */
export function problemTranslator(locale: string, problems: ProblemTexts): TranslateProblem {
  const t = createTranslator<{ problems: Texts }, "problems">({
    locale,
    messages: { problems: problems as Texts },
    namespace: "problems",
  });
  const hasMessage = (code: string): code is Parameters<typeof t>[0] => t.has(code as Parameters<typeof t>[0]);
  return (code, params, otherwise = "unknown") => {
    if (hasMessage(code)) return t(code, params as never);
    if (code === "offline") return errorTexts().offline;
    return hasMessage(otherwise) ? t(otherwise) : t("unknown");
  };
}

const loaders: Record<InterfaceLocale, () => Promise<{ default: Texts }>> = {
  "en-GB": () => import("@/messages/en/problems.json"),
  "en-XA": () => import("@/messages/en-XA/problems.json"),
};

/** The locale of the current page. */
function pageLocale(): InterfaceLocale {
  const { lang } = document.documentElement;
  return lang in loaders ? (lang as InterfaceLocale) : "en-GB";
}

let fetched: Promise<TranslateProblem> | undefined;

/**
 * All error messages, loaded on use, because most pages never need one. When loading fails, the server cannot be
 * reached.
 */
export function problemSentences(): Promise<TranslateProblem> {
  const locale = pageLocale();
  fetched ??= loaders[locale]().then(
    ({ default: problems }) => problemTranslator(locale, problems),
    () => {
      fetched = undefined;
      return () => errorTexts().offline;
    },
  );
  return fetched;
}

/** The message of an error, null when there is none. */
export function useProblemSentence(code: string | null): string | null {
  const [translator, setTranslator] = useState<{ as: TranslateProblem } | null>(null);
  useEffect(() => {
    void problemSentences().then((as) => setTranslator({ as }));
  }, [code]);
  return code === null || translator === null ? null : translator.as(code);
}
