import { weakest, type Certainty } from "./certainty";
import { countryStatus, normaliseCountry, type CountryStatus } from "./countries";
import type { Where } from "./editions";
import type { OrganisationType, Role } from "./vocabulary";

export interface EligibilityOrganisation {
  name?: string | undefined;
  /** ISO 3166 alpha-2; EL and UK are accepted too. */
  country: string;
  /** Missing while the type of the organisation is unknown: rules that need it are left open. */
  type?: OrganisationType | undefined;
  role: Role;
  /** Organisations of one group count once where a guide asks for independent organisations. */
  independentGroup?: string | undefined;
  /** The day the organisation was founded, as YYYY-MM-DD. */
  foundedOn?: string | undefined;
}

export interface Member extends EligibilityOrganisation {
  index: number;
  status: CountryStatus;
}

/** The organisations that the rules count, without associated partners and unknown countries. */
export interface Consortium {
  members: readonly Member[];
  coordinators: readonly Member[];
  unknownCountries: readonly string[];
  statusCertainty: Certainty;
}

const inList = 20;

/** Resolves the countries of a consortium for one call year. */
export function readConsortium(organisations: readonly EligibilityOrganisation[], callYear: number): Consortium {
  const statuses = new Map<string, CountryStatus | null>();
  const members: Member[] = [];
  const unknown = new Set<string>();
  organisations.forEach((organisation, index) => {
    const code = normaliseCountry(organisation.country) ?? organisation.country.slice(0, inList);
    const cached = statuses.get(code);
    const status = cached === undefined ? countryStatus(code, callYear) : cached;
    statuses.set(code, status);
    if (status === null) {
      if (unknown.size < inList) unknown.add(code);
      return;
    }
    if (organisation.role !== "associated") members.push({ ...organisation, index, status });
  });
  return {
    members,
    coordinators: members.filter((member) => member.role === "coordinator"),
    unknownCountries: [...unknown],
    statusCertainty: weakest(...[...statuses.values()].map((status) => status?.certainty ?? "verified")),
  };
}

/** The members that a rule counts. */
export function within(members: readonly Member[], where: Where): readonly Member[] {
  if (where === "any") return members;
  if (where === "eu") return members.filter((member) => member.status.eu);
  return members.filter((member) => member.status.status === where);
}

export const ofTypes = (members: readonly Member[], types: readonly OrganisationType[]): readonly Member[] =>
  members.filter(({ type }) => type !== undefined && types.includes(type));

/** Members with one of the types, and those whose type is unknown and could be one of them. */
export const maybeOfTypes = (members: readonly Member[], types: readonly OrganisationType[]): readonly Member[] =>
  members.filter(({ type }) => type === undefined || types.includes(type));

export const withoutType = (members: readonly Member[]): readonly Member[] =>
  members.filter(({ type }) => type === undefined);

/** The countries that members count for. */
export const countriesOf = (members: readonly Member[]): readonly string[] => [
  ...new Set(members.map((member) => member.status.countsAs)),
];

/** Number of independent organisations: those of one group count once. */
export function independentCount(members: readonly Member[]): number {
  return new Set(members.map((member) => member.independentGroup?.trim() || `#${String(member.index)}`)).size;
}

/** Members by the country they count for. */
export function byCountry(members: readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const group = groups.get(member.status.countsAs);
    if (group) group.push(member);
    else groups.set(member.status.countsAs, [member]);
  }
  return groups;
}
