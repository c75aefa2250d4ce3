import { getLocale } from "next-intl/server";
import { countryCodes } from "@/domain/programme/countries";

/** Every country one may come from, by its name in the reader's language, in that language's order. */
export async function countryOptions(): Promise<{ value: string; label: string }[]> {
  const locale = await getLocale();
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
