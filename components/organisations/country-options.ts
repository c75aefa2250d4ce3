import { getLocale } from "next-intl/server";
import { regionName } from "@/domain/display-names";
import { countryCodes } from "@/domain/programme/countries";

/** Every country one may come from, by its name in the reader's language, in that language's order. */
export async function countryOptions(): Promise<{ value: string; label: string }[]> {
  const locale = await getLocale();
  return countryCodes
    .map((value) => ({ value, label: regionName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
