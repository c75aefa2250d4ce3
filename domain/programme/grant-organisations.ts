import type { EligibilityOrganisation } from "./consortium";
import { normaliseCountry } from "./countries";

/** The organisation an item names: by its place in the list, its name, or the country it alone comes from. */
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
