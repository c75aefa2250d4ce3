import { type SQL, sql } from "drizzle-orm";

/** Two accounts of one person become one: `from` is closed, `to` stays. */
export interface Merge {
  from: string;
  to: string;
  now: Date;
}

/** An account is closed; `addresses` are those that it had confirmed. */
export interface Erasure {
  personId: string;
  addresses: readonly string[];
  now: Date;
}

/** In one project the organisation `to` takes the participation of `from`, which nobody had claimed. */
export interface OrganisationMove {
  projectId: string;
  from: string;
  to: string;
}

/** The reason why a table is left out. */
export interface None {
  none: string;
}

/** References are compared with the database column by column, also where nothing is done with them. */
type References<T> = { columns: readonly string[] } & (None | { statements: (change: T) => SQL[] });

/** A table of the archive: one file, or `name-1.csv`, `name-2.csv`, … read in pages by the id of the last row. */
export type ArchiveTable =
  | { name: string; rows: (projectId: string) => SQL }
  | { name: string; firstId: string; pageSize: number; page: (projectId: string, afterId: string) => SQL };

/** What happens to the rows of a table that refers to a person, an organisation or a project. */
export interface Belonging {
  /** Columns that refer to people, and how a merge of two accounts changes them. */
  merge: References<Merge>;
  /** The sections of the person's own copy that come from this table, each with its query by person. */
  personExport: Record<string, (personId: string) => SQL> | None;
  /** The file of the project's archive that shows this table. It is readable by all members of the consortium. */
  archive: ArchiveTable | None;
  /** What is removed when an account is closed. */
  erase: ((erasure: Erasure) => SQL[]) | None;
  /** Columns that refer to organisations, and how they follow when another organisation takes a participation. */
  moveOrganisation: References<OrganisationMove>;
}

export const none = (reason: string): None => ({ none: reason });

/** Whether nothing happens, for a reason. */
export const isNone = (value: object): value is None => "none" in value && typeof value.none === "string";

/** References with nothing to do for the reason given. */
export const unchanged = (reason: string, ...columns: string[]) => ({ none: reason, columns });

/** No column refers to a person or to an organisation. */
export const noReference = unchanged("No column refers to one.");

/** The columns say who did something: they follow to the account that stays. */
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

/** The columns name the organisation in the plan or history of the project: they follow to the one that takes its place. */
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

/** An organisation that nobody has claimed has no people, so that no row of their acts can name it. */
export const noActsYet = (...columns: string[]) =>
  unchanged("An organisation that nobody has claimed has no people who could have acted for it.", ...columns);

/** Their work stays with the project, under "a former member". */
export const staysAsWork = none("Work stays with the project; without a name on the account it shows no person.");

export const timestamp = (date: Date) => sql`${date.toISOString()}::timestamptz`;

/** A person's name as members see it: none once the account is closed. */
export const memberName = (alias: "pe" | "by") =>
  sql`case when ${sql.raw(alias)}.closed_at is null then ${sql.raw(alias)}.name end`;
