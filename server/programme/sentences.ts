import { createTranslator } from "use-intl/core";
import type { Finding } from "@/domain/programme/certainty";
import { presentFinding, type Translate } from "@/domain/programme/present";
import english from "@/messages/en/programme.json";

/** The languages the programme's sentences exist in, and the region whose numbers go with each. */
const spoken: Readonly<Record<string, { locale: string; messages: typeof english }>> = {
  en: { locale: "en-GB", messages: english },
};
const fallback = { locale: "en-GB", messages: english };

export interface Speaker {
  locale: string;
  translate: Translate;
}

// A translator keeps the sentences it has compiled.
const speakers = new Map<string, Speaker>();

/** Looks up the programme's words for a reader; languages without a translation read English. */
export function speakerFor(language: string): Speaker {
  const { locale, messages } = spoken[language.slice(0, 2).toLowerCase()] ?? fallback;
  const known = speakers.get(locale);
  if (known) return known;
  const lookUp: unknown = createTranslator({ locale, namespace: "programme", messages: { programme: messages } });
  const speaker = { locale, translate: lookUp as Translate };
  speakers.set(locale, speaker);
  return speaker;
}

export type SpokenFinding = Finding & { message: string };

/** Findings with their sentence in the reader's language. */
export function spokenFindings(findings: readonly Finding[], { locale, translate }: Speaker): SpokenFinding[] {
  return findings.map((finding) => ({ ...finding, message: presentFinding(finding, translate, locale) }));
}
