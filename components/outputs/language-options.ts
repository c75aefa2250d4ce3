import { getLocale } from "next-intl/server";
import { languageName } from "@/domain/display-names";
import { languages } from "@/domain/programme/vocabulary";

type Option = { value: string; label: string };

/** Languages of programme countries are listed before others. */
const programmeLanguages = 33;

/** Options by locale. Cached, because naming and sorting all languages takes longer than the queries of a page. */
const optionsOf = new Map<string, Option[]>();

function namedLanguages(locale: string): Option[] {
  const cached = optionsOf.get(locale);
  if (cached) return cached;
  const { compare } = new Intl.Collator(locale);
  const named = (codes: readonly string[]) =>
    codes.map((value) => ({ value, label: languageName(value, locale) })).sort((a, b) => compare(a.label, b.label));
  const options = [...named(languages.slice(0, programmeLanguages)), ...named(languages.slice(programmeLanguages))];
  optionsOf.set(locale, options);
  return options;
}

/**
 * Languages as options, named in the reader's language: those of the output first, then those of programme countries.
 */
export async function languageOptions(promised: readonly string[] = []): Promise<Option[]> {
  const locale = await getLocale();
  return [
    ...promised.map((value) => ({ value, label: languageName(value, locale) })),
    ...namedLanguages(locale).filter(({ value }) => !promised.includes(value)),
  ];
}
