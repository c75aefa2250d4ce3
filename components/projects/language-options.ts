import { languageName } from "@/domain/display-names";
import { languages } from "@/domain/programme/vocabulary";

/** Languages of outputs as options, named in the reader's language; those of the Union come first. */
export function languageOptions(locale: string): { value: string; label: string }[] {
  return languages.map((value) => ({ value, label: languageName(value, locale) }));
}
