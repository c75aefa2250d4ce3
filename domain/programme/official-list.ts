/** An organisation in the Commission's project list. */
export interface ListedOrganisation {
  name: string;
  type: string;
  address: string;
  country: string;
  /** Lists of some years also contain the codes of organisations. */
  oid: string;
  pic: string;
}

/** A project of the Commission's list. The first organisation coordinates. */
export interface ListedProject {
  reference: string;
  title: string;
  summary: string;
  callYear: string;
  actionType: string;
  startsOn: string;
  endsOn: string;
  organisations: readonly ListedOrganisation[];
}

type Columns<T> = Readonly<Record<keyof T, number>>;

/** Column indexes of a list; -1 for missing columns. */
export interface ListLayout {
  project: Columns<Omit<ListedProject, "organisations">>;
  organisations: readonly Columns<ListedOrganisation>[];
}

/** More columns than any list of the Commission has. */
export const mostColumns = 1_000;
const mostPartners = 120;

const longest = {
  name: 200,
  type: 200,
  address: 300,
  country: 60,
  title: 300,
  code: 20,
  summary: 10_000,
  short: 200,
} as const;

const plainHeading = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[^a-z0-9']+/g, " ")
    .trim();

/** Finds the columns by their headings, in any order; null when it is another kind of list. */
export function readLayout(headings: readonly string[]): ListLayout | null {
  if (headings.length > mostColumns) return null;
  const columnOf = new Map<string, number>();
  headings.forEach((heading, index) => {
    const plain = plainHeading(heading);
    if (!columnOf.has(plain)) columnOf.set(plain, index);
  });
  const column = (...names: readonly string[]): number =>
    names.map((name) => columnOf.get(name)).find((index) => index !== undefined) ?? -1;
  const organisation = (names: Readonly<Record<keyof ListedOrganisation, readonly string[]>>) => ({
    name: column(...names.name),
    type: column(...names.type),
    address: column(...names.address),
    country: column(...names.country),
    oid: column(...names.oid),
    pic: column(...names.pic),
  });
  const coordinator = organisation({
    name: ["coordinating organisation name", "coordinator's name", "coordinator name"],
    type: ["coordinating organisation type", "coordinator organisation type"],
    address: ["coordinator's address"],
    country: ["coordinator's country"],
    oid: ["coordinator's oid", "coordinator oid", "coordinating organisation oid"],
    pic: ["coordinator's pic", "coordinator pic", "coordinating organisation pic"],
  });
  const partners = Array.from({ length: mostPartners }, (_, index) => {
    const partner = `partner ${String(index + 1)}`;
    return organisation({
      name: [`${partner} name`],
      type: [`${partner} organisation type`],
      address: [`${partner} address`],
      country: [`${partner} country`],
      oid: [`${partner} oid`, `${partner} organisation oid`],
      pic: [`${partner} pic`, `${partner} organisation pic`],
    });
  }).filter(({ name }) => name >= 0);
  const project = {
    reference: column("project identifier", "project number"),
    title: column("project title"),
    summary: column("project summary"),
    callYear: column("call year"),
    actionType: column("action type"),
    startsOn: column("start date", "project start date"),
    endsOn: column("end date", "project end date"),
  };
  const isList = project.reference >= 0 && project.title >= 0 && coordinator.name >= 0;
  return isList ? { project, organisations: [coordinator, ...partners] } : null;
}

const clean = (text: string, most: number): string => text.replace(/\s+/g, " ").trim().slice(0, most);

/** The project of one row, given its cells. */
export function readListed(layout: ListLayout, cell: (column: number) => string): ListedProject {
  const at = (column: number) => (column < 0 ? "" : cell(column));
  const { project } = layout;
  const short = (column: number) => clean(at(column), longest.short);
  return {
    reference: short(project.reference),
    title: clean(at(project.title), longest.title),
    summary: at(project.summary).replace(/\r\n?/g, "\n").trim().slice(0, longest.summary),
    callYear: short(project.callYear),
    actionType: short(project.actionType),
    startsOn: short(project.startsOn),
    endsOn: short(project.endsOn),
    organisations: layout.organisations.flatMap(({ name, type, address, country, oid, pic }) => {
      const organisation = {
        name: clean(at(name), longest.name),
        type: clean(at(type), longest.type),
        address: clean(at(address), longest.address),
        country: clean(at(country), longest.country),
        oid: clean(at(oid), longest.code),
        pic: clean(at(pic), longest.code),
      };
      return organisation.name === "" ? [] : [organisation];
    }),
  };
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Matches rows by their reference, or by words of their reference, title or coordinator. */
export function listMatcher(wanted: string): {
  isExactly: (reference: string) => boolean;
  fits: (text: string) => boolean;
} {
  const whole = fold(wanted).trim();
  const words = whole.split(/\s+/).filter(Boolean);
  return {
    isExactly: (reference) => whole !== "" && fold(reference).trim() === whole,
    fits: (text) => {
      const folded = fold(text);
      return words.every((word) => folded.includes(word));
    },
  };
}
