import { findByName, type Named, withNames } from "../find-by-name";

type Organisation = { id: string; shortName: string; legalName: string; country: string };

/** Organisations with the names that plans use for them. */
export const namedOrganisations = <O extends Organisation>(organisations: readonly O[]): Named<O>[] =>
  organisations.map((organisation) => {
    const { shortName, legalName, country } = organisation;
    return withNames(organisation, [shortName, legalName, `${country} ${shortName}`, `${shortName} ${country}`]);
  });

/** The organisation of this name, or the only one that has all its words. */
export function findLead<O>(text: string, named: readonly Named<O>[]): O | "lead_unknown" | "lead_unclear" {
  const [found, ...others] = findByName(text, named);
  return others.length > 0 ? "lead_unclear" : (found ?? "lead_unknown");
}
