import { getLocale } from "next-intl/server";
import { regionName } from "@/domain/display-names";
import { countryCodes } from "@/domain/programme/countries";

/** All countries as options, named and sorted in the reader's language. */
export async function countryOptions(): Promise<{ value: string; label: string }[]> {
  const locale = await getLocale();
  return countryCodes
    .map((value) => ({ value, label: regionName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
