import { getLocale } from "next-intl/server";
import { languageName } from "@/domain/display-names";
import { languages } from "@/domain/programme/vocabulary";

type Option = { value: string; label: string };

/** The languages of programme countries come before those spoken elsewhere. */
const programmeLanguages = 33;

/** The options of each locale. Naming and sorting all languages takes longer than the queries of a page. */
const optionsOf = new Map<string, Option[]>();

function namedLanguages(locale: string): Option[] {
  const known = optionsOf.get(locale);
  if (known) return known;
  const { compare } = new Intl.Collator(locale);
  const named = (codes: readonly string[]) =>
    codes.map((value) => ({ value, label: languageName(value, locale) })).sort((a, b) => compare(a.label, b.label));
  const options = [...named(languages.slice(0, programmeLanguages)), ...named(languages.slice(programmeLanguages))];
  optionsOf.set(locale, options);
  return options;
}

/** Languages by their names for the reader: those the output promises first, then those of programme countries. */
export async function languageOptions(promised: readonly string[] = []): Promise<Option[]> {
  const locale = await getLocale();
  return [
    ...promised.map((value) => ({ value, label: languageName(value, locale) })),
    ...namedLanguages(locale).filter(({ value }) => !promised.includes(value)),
  ];
}
