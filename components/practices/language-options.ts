import { getLocale } from "next-intl/server";
import { languages } from "@/domain/programme/vocabulary";

/** Every language of a text, by its name in the reader's language. */
export async function languageOptions(): Promise<{ value: string; label: string }[]> {
  const locale = await getLocale();
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return languages
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
