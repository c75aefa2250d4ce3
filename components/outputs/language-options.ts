import { getLocale } from "next-intl/server";
import { languageName } from "@/domain/display-names";
import { languages } from "@/domain/programme/vocabulary";

/** The languages of programme countries stand before those spoken elsewhere. */
const programmeLanguages = 33;

/** Languages by their names for the reader: those the output promises first, then those of programme countries. */
export async function languageOptions(promised: readonly string[] = []): Promise<{ value: string; label: string }[]> {
  const locale = await getLocale();
  const option = (value: string) => ({ value, label: languageName(value, locale) });
  const named = (codes: readonly string[]) =>
    codes
      .filter((code) => !promised.includes(code))
      .map(option)
      .sort((a, b) => a.label.localeCompare(b.label, locale));
  return [
    ...promised.map(option),
    ...named(languages.slice(0, programmeLanguages)),
    ...named(languages.slice(programmeLanguages)),
  ];
}
