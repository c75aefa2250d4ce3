import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { stringify } from "csv-stringify/sync";
import type { Db } from "@/db/client";
import { regionName } from "@/domain/display-names";
import { pageOf } from "@/domain/events/events";
import { outputCode } from "@/domain/outputs";
import { plainSentence } from "@/messages/event-sentence";
import { eventLocaleFor, eventTranslatorFor, type Translator } from "@/messages/translators";
import { env } from "@/server/env";
import { storedEvent } from "@/server/events/stored-event";
import type { ExportOrder } from "./export-activity";
import { type FeedPosition, feedReader, type FeedRow, isByLink } from "./feed";

/** Rows read at once: enough that reading them costs little, few enough for the memory of the process. */
const pageSize = 500;
const readPage = feedReader(pageSize);

const columns = [
  "at",
  "organisation",
  "country",
  "person",
  "what",
  "output",
  "file",
  "version",
  "sha256",
  "link",
] as const;

type Cell = string | number;
export type Table = { name: string; header: string[]; pages: AsyncGenerator<Cell[][]> };

type Reader = { t: Translator; locale: string; at: Intl.DateTimeFormat };

/** The fields of an event that have a column of their own. */
function fieldsOf(data: unknown) {
  const { number, title, file, version } = (data ?? {}) as Record<string, unknown>;
  return {
    output: typeof number === "number" && typeof title === "string" ? `${outputCode(number)} ${title}` : "",
    file: typeof file === "string" ? file : "",
    version: typeof version === "number" ? version : "",
  };
}

function personOf(row: FeedRow, t: Translator): string {
  if (row.personId === null) return "";
  return row.person ?? t("people.former", { organisation: row.shortName });
}

function cellsOf(row: FeedRow, slug: string, { t, locale, at }: Reader): Cell[] {
  const event = storedEvent(row);
  const { output, file, version } = fieldsOf(event?.data);
  const { outputId, organisationId } = row;
  return [
    at.format(row.at),
    row.organisationId === null ? "" : row.shortName,
    row.organisationId === null ? "" : regionName(row.country, locale),
    personOf(row, t),
    plainSentence(event, row.about, t, locale) + (isByLink(row.data) ? ` (${t("people.byLink")})` : ""),
    outputId === null ? "" : output,
    file,
    version,
    row.sha256 ?? "",
    event === null ? "" : `${env().APP_URL}${pageOf(event, { slug, outputId, organisationId })}`,
  ];
}

/** Reads the list page by page with the statement of the feed, so that no connection waits for a slow client. */
async function* pagesOf(db: Db, { projects, filter, before }: ExportOrder, reader: Reader): AsyncGenerator<Cell[][]> {
  const slugs = new Map(projects.map(({ id, slug }) => [id, slug]));
  let after: FeedPosition = { at: before, id: "0" };
  for (;;) {
    const rows: readonly FeedRow[] = await readPage(db, [...slugs.keys()], filter, after);
    yield rows.map((row) => cellsOf(row, slugs.get(row.projectId ?? "") ?? "", reader));
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = { at: last.at, id: last.id };
  }
}

/** The activities of an export as a table in the language and time zone of its reader. */
export async function exportTable(db: Db, order: ExportOrder): Promise<Table> {
  const { timeZone } = order;
  const locale = eventLocaleFor(order.locale);
  const t = await eventTranslatorFor({ locale: order.locale, timeZone });
  // The Swedish form is year-month-day, which every spreadsheet sorts; the offset says which hour is meant.
  const at = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "shortOffset",
  });
  return {
    name: t("table.name"),
    header: columns.map((name) => t(`table.${name}`)),
    pages: pagesOf(db, order, { t, locale, at }),
  };
}

/** A table as CSV in UTF-8 with its mark; cells that a spreadsheet would take for a formula begin with an apostrophe. */
export async function* csvOf({ header, pages }: Table): AsyncGenerator<string> {
  yield stringify([header], { bom: true });
  for await (const rows of pages) yield stringify(rows, { escape_formulas: true });
}

/** A table as a workbook, written while its rows are read. Its cells are texts, which no spreadsheet runs as formulas. */
export async function xlsxOf({ name, header, pages }: Table): Promise<Readable> {
  // Loaded on use, because few requests need it.
  const { writeXlsxStream } = await import("hucre/xlsx");
  async function* rows() {
    for await (const page of pages) yield* page;
  }
  const widths = [26, 18, 14, 22, 60, 30, 30, 8, 20, 40];
  const workbook = writeXlsxStream(rows(), {
    name,
    columns: header.map((title, index) => ({ header: title, width: widths[index] ?? 20 })),
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(workbook as WebStream);
}
