import { getLocale } from "next-intl/server";
import { languages } from "@/domain/programme/vocabulary";

/** Languages by their names for the reader: those the output promises first, then all others in alphabetical order. */
export async function languageOptions(promised: readonly string[] = []): Promise<{ value: string; label: string }[]> {
  const locale = await getLocale();
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const option = (value: string) => ({ value, label: names.of(value) ?? value });
  const others = languages
    .filter((code) => !promised.includes(code))
    .map(option)
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return [...promised.map(option), ...others];
}
