import { getLocale } from "next-intl/server";
import { regionName } from "@/domain/display-names";
import { countryCodes } from "@/domain/programme/countries";

/** Countries as options, named and sorted in the reader's language; all of them when none are given. */
export async function countryOptions(
  codes: readonly string[] = countryCodes,
): Promise<{ value: string; label: string }[]> {
  const locale = await getLocale();
  return codes
    .map((value) => ({ value, label: regionName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
