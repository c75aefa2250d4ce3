import type { Finding } from "@/domain/programme/certainty";
import { presentFinding, type Translate } from "@/domain/programme/present";
import { defaultReader, interfaceLocaleFor, translatorFor } from "@/messages/translators";

/** A locale and its translator of the programme's messages. */
export interface Speaker {
  locale: string;
  translate: Translate;
}

/** The translator of the programme's messages for a locale; English for locales without an interface. */
export async function speakerFor(requested: string): Promise<Speaker> {
  const locale = interfaceLocaleFor(requested);
  const translate: unknown = await translatorFor({ ...defaultReader, locale }, "programme");
  return { locale, translate: translate as Translate };
}

export type SpokenFinding = Finding & { message: string };

/** Findings with their sentence in the reader's language. */
export function spokenFindings(findings: readonly Finding[], { locale, translate }: Speaker): SpokenFinding[] {
  return findings.map((finding) => ({ ...finding, message: presentFinding(finding, translate, locale) }));
}
