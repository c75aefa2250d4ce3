import type { EligibilityOrganisation } from "./consortium";
import { normaliseCountry } from "./countries";

/** The organisation of an item: by its index, its name, or a country that only one organisation has. */
export function organisationNamed(
  named: number | string,
  organisations: readonly EligibilityOrganisation[],
): EligibilityOrganisation | null {
  if (typeof named === "number") return organisations[named] ?? null;
  const text = named.trim();
  const byName = organisations.find(({ name }) => name?.trim() === text);
  if (byName) return byName;
  const country = normaliseCountry(text);
  return organisations.find((one) => country !== null && normaliseCountry(one.country) === country) ?? null;
}
