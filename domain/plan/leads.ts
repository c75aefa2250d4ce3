import { findByName, type Named, withNames } from "../find-by-name";

type Organisation = { id: string; shortName: string; legalName: string; country: string };

/** Organisations with the names that plans use for them. */
export const namedOrganisations = <O extends Organisation>(organisations: readonly O[]): Named<O>[] =>
  organisations.map((organisation) => {
    const { shortName, legalName, country } = organisation;
    return withNames(organisation, [shortName, legalName, `${country} ${shortName}`, `${shortName} ${country}`]);
  });

/** The number of a partner before its name: "1 - ", "P3 ", "Partner 2: ". */
const partnerNumber = /^(?:p|pp|partner)?\s?\d{1,2}\s?[-–—.:)]?\s+/iu;

/** The organisation of this name, or the only one that has all its words; also after the number of a partner. */
export function findLead<O>(text: string, named: readonly Named<O>[]): O | "lead_unknown" | "lead_unclear" {
  const whole = findByName(text, named);
  const [found, ...others] = whole.length > 0 ? whole : findByName(text.replace(partnerNumber, ""), named);
  return others.length > 0 ? "lead_unclear" : (found ?? "lead_unknown");
}
