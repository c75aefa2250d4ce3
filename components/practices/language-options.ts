import { getLocale } from "next-intl/server";
import { languageName } from "@/domain/display-names";
import { languages } from "@/domain/programme/vocabulary";

/** All languages as options, named in the reader's language. */
export async function languageOptions(): Promise<{ value: string; label: string }[]> {
  const locale = await getLocale();
  return languages
    .map((value) => ({ value, label: languageName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
