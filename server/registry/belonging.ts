import { type SQL, sql } from "drizzle-orm";

/** Two accounts of one person are merged: `from` is closed, `to` remains. */
export interface Merge {
  from: string;
  to: string;
  now: Date;
}

/** An account is closed; `addresses` are its confirmed addresses. */
export interface Erasure {
  personId: string;
  addresses: readonly string[];
  now: Date;
}

/** In one project the organisation `to` takes over the participation of the unclaimed organisation `from`. */
export interface OrganisationMove {
  projectId: string;
  from: string;
  to: string;
}

/** The reason why a table is left out. */
export interface None {
  none: string;
}

/** Columns are compared with the foreign keys of the database, including those that need no change. */
type References<T> = { columns: readonly string[] } & (None | { statements: (change: T) => SQL[] });

/** How the codes of a column are written for people: by messages ("outputs.status"), as countries or as languages. */
export type CodeNames = "countries" | "languages" | `${string}.${string}`;

/** A table of the archive: its file, its rows, and the columns that hold codes (several codes are separated by "; "). */
export type ArchiveTable = {
  name: string;
  rows: (projectId: string) => SQL;
  codes?: Readonly<Record<string, CodeNames>>;
};

/** What happens to the rows of a table that refers to a person, an organisation or a project. */
export interface Belonging {
  /** Columns that refer to people, and how merging two accounts changes them. */
  merge: References<Merge>;
  /** Sections of the person's data export from this table, each with its query by person. */
  personExport: Record<string, (personId: string) => SQL> | None;
  /** The file of the project's archive for this table. All members of the consortium can read it. */
  archive: ArchiveTable | None;
  /** What is erased when an account is closed. */
  erase: ((erasure: Erasure) => SQL[]) | None;
  /** Columns that refer to organisations, and how they change when another organisation takes over a participation. */
  moveOrganisation: References<OrganisationMove>;
}

export const none = (reason: string): None => ({ none: reason });

/** True when nothing happens, for a reason. */
export const isNone = (value: object): value is None => "none" in value && typeof value.none === "string";

/** References that need no change, with the reason. */
export const unchanged = (reason: string, ...columns: string[]) => ({ none: reason, columns });

/** The table has no column that refers to a person or an organisation. */
export const noReference = unchanged("No column refers to one.");

/** The columns name the person who did something: they change to the account that remains. */
export function reassign(table: string, ...columns: string[]) {
  return {
    columns,
    statements: ({ from, to }: Merge) =>
      columns.map((column) => {
        const name = sql.identifier(column);
        return sql`update ${sql.identifier(table)} set ${name} = ${to} where ${name} = ${from}`;
      }),
  };
}

/**
 * The columns name the organisation in the plan or history of the project: they change to the organisation that takes
 * over.
 */
export function follow(table: string, ...columns: string[]) {
  return {
    columns,
    statements: ({ projectId, from, to }: OrganisationMove) =>
      columns.map((column) => {
        const name = sql.identifier(column);
        return sql`update ${sql.identifier(table)} set ${name} = ${to}
          where project_id = ${projectId} and ${name} = ${from}`;
      }),
  };
}

/** An unclaimed organisation has no people, so no row of their work can refer to it. */
export const noActsYet = (...columns: string[]) =>
  unchanged("An organisation that nobody has claimed has no people who could have acted for it.", ...columns);

/** Their work stays in the project, under "a former member". */
export const staysAsWork = none("Work stays with the project; without a name on the account it shows no person.");

export const timestamp = (date: Date) => sql`${date.toISOString()}::timestamptz`;

/** A person's name as members see it: null once the account is closed. */
export const memberName = (alias: "pe" | "by") =>
  sql`case when ${sql.raw(alias)}.closed_at is null then ${sql.raw(alias)}.name end`;
