import { stringify } from "csv-stringify/sync";
import type { Db } from "@/db/client";
import { languageName, regionName } from "@/domain/display-names";
import { defaultReader, messagesFor } from "@/messages/translators";
import { type CodeNames, isNone } from "@/server/registry/belonging";
import { belongings } from "@/server/registry/registry";
import type { Entry } from "./archive";

type Row = Record<string, unknown>;
type Names = (kind: CodeNames, code: string) => string;

/** CSV for spreadsheets: UTF-8 with byte order mark, and cells that cannot be evaluated as a formula. */
export const csv = (rows: Iterable<Row>) =>
  stringify([...rows], {
    header: true,
    bom: true,
    escape_formulas: true,
    cast: { date: (date) => date.toISOString() },
  });

/** The words for codes, in English; a code without words is returned unchanged. */
async function codeNames(): Promise<Names> {
  const messages: unknown = await messagesFor(defaultReader.locale);
  const within = (branch: unknown, key: string): unknown =>
    typeof branch === "object" && branch !== null ? (branch as Row)[key] : undefined;
  return (kind, code) => {
    if (kind === "countries") return regionName(code, defaultReader.locale);
    if (kind === "languages") return languageName(code, defaultReader.locale);
    // Keys of messages cannot contain a full stop, which names of licences do.
    const words = within(kind.split(".").reduce(within, messages), code.replaceAll(".", "_"));
    return typeof words === "string" ? words : code;
  };
}

function withNames(row: Row, codes: Readonly<Record<string, CodeNames>>, nameOf: Names): Row {
  const named = Object.entries(codes).flatMap(([column, kind]) => {
    const value = row[column];
    if (typeof value !== "string" || value === "") return [];
    const words = value.split("; ").map((code) => nameOf(kind, code));
    return [[column, words.join("; ")] as const];
  });
  return { ...row, ...Object.fromEntries(named) };
}

/** The tables of the registry as CSV, with words instead of codes. */
export async function* archiveTables(db: Db, projectId: string): AsyncGenerator<Entry> {
  const nameOf = await codeNames();
  for (const { archive } of belongings) {
    if (isNone(archive)) continue;
    const { name, rows, codes = {} } = archive;
    const content = async () => csv((await db.execute(rows(projectId))).map((row) => withNames(row, codes, nameOf)));
    yield { name, content };
  }
}
