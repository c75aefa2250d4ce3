import { languages } from "@/domain/programme/vocabulary";

/** Languages outputs may be in, by their names in the reader's language; those of the Union come first. */
export function languageOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return languages.map((value) => ({ value, label: names.of(value) ?? value }));
}
