import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { SaxesParser } from "saxes";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { mostColumns } from "@/domain/programme/official-list";
import { bounded, type ListRow } from "./pieces";
import { UnreadableList, type ListLimits } from "./problem";
import { SharedStrings } from "./strings";

const mostEntries = 2_000;
const mostStrings = 4_000_000;
const stringsEntry = "xl/sharedStrings.xml";
const isSheet = /^xl\/worksheets\/[^/]+\.xml$/;

interface Workbook {
  strings: Entry | undefined;
  sheet: Entry;
}

/** Sheets in numeric order: 2 before 10. */
const bySheetNumber = (a: Entry, b: Entry): number => a.fileName.localeCompare(b.fileName, "en", { numeric: true });

async function entriesOf(zip: ZipFile): Promise<Workbook> {
  let strings: Entry | undefined;
  const sheets: Entry[] = [];
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > mostEntries) throw new UnreadableList("too_much_inside");
    if (entry.fileName === stringsEntry) strings = entry;
    if (isSheet.test(entry.fileName)) sheets.push(entry);
  }
  const [sheet] = sheets.sort(bySheetNumber);
  if (!sheet) throw new UnreadableList("not_a_list");
  return { strings, sheet };
}

/** The text of a zip entry in chunks, limited while it is decompressed, because the declared size can be wrong. */
async function* xmlOf(zip: ZipFile, entry: Entry, limits: ListLimits): AsyncGenerator<string> {
  if (entry.uncompressedSize > limits.unpackedBytes) throw new UnreadableList("too_much_inside");
  const stream = await zip.openReadStreamPromise(entry);
  const decoder = new TextDecoder("utf-8");
  try {
    for await (const chunk of bounded(stream, limits.unpackedBytes, "too_much_inside")) {
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } finally {
    stream.destroy();
  }
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

interface XmlHandlers {
  open: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  text: (text: string) => void;
  close: (tag: string) => void;
}

/** Parses XML in chunks; yields after each chunk, so that the caller can read the parsed rows. */
async function* readXml(chunks: AsyncIterable<string>, limits: ListLimits, to: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  // The parser buffers a text until its end, so an endless text has to be stopped here.
  let sinceTag = 0;
  parser.on("error", () => {
    throw new UnreadableList("broken");
  });
  // A list needs no document type, and its entities could expand without limit.
  parser.on("doctype", () => {
    throw new UnreadableList("not_a_list");
  });
  parser.on("opentag", ({ name, attributes }) => {
    sinceTag = 0;
    to.open(localName(name), attributes);
  });
  parser.on("text", to.text);
  parser.on("closetag", ({ name }) => {
    sinceTag = 0;
    to.close(localName(name));
  });
  for await (const chunk of chunks) {
    sinceTag += chunk.length;
    if (sinceTag > limits.rowCharacters) throw new UnreadableList("too_much_inside");
    parser.write(chunk);
    yield;
  }
  parser.close();
}

async function readStrings(zip: ZipFile, entry: Entry, strings: SharedStrings, limits: ListLimits): Promise<void> {
  let text = "";
  let isText = false;
  let isPhonetic = false;
  const reading = readXml(xmlOf(zip, entry, limits), limits, {
    open: (tag) => {
      if (tag === "si") text = "";
      if (tag === "rPh") isPhonetic = true;
      isText = tag === "t" && !isPhonetic;
    },
    text: (more) => {
      if (isText) text += more.slice(0, Math.max(0, limits.cellCharacters - text.length));
    },
    close: (tag) => {
      isText = false;
      if (tag === "rPh") isPhonetic = false;
      if (tag !== "si") return;
      if (strings.size >= mostStrings) throw new UnreadableList("too_much_inside");
      strings.add(text);
    },
  });
  for (;;) if ((await reading.next()).done) break;
  strings.write();
}

/** The zero-based column of a cell reference: A1 is 0, AA1 is 26. */
function columnOf(address: string): number {
  let column = 0;
  for (const letter of address) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

type Cell = { text: string; isShared: boolean };

async function* sheetRows(
  zip: ZipFile,
  entry: Entry,
  strings: SharedStrings,
  limits: ListLimits,
): AsyncGenerator<ListRow> {
  const ready: Cell[][] = [];
  let cells: Cell[] = [];
  let cell: Cell = { text: "", isShared: false };
  let column = -1;
  let isText = false;
  const reading = readXml(xmlOf(zip, entry, limits), limits, {
    open: (tag, attributes) => {
      if (tag === "row") {
        cells = [];
        column = -1;
      }
      if (tag === "c") {
        column = attributes["r"] === undefined ? column + 1 : columnOf(attributes["r"]);
        cell = { text: "", isShared: attributes["t"] === "s" };
      }
      isText = tag === "v" || tag === "t";
    },
    text: (more) => {
      if (isText) cell.text += more.slice(0, Math.max(0, limits.cellCharacters - cell.text.length));
    },
    close: (tag) => {
      isText = false;
      if (tag === "c" && column >= 0 && column <= mostColumns) cells[column] = cell;
      if (tag === "row") ready.push(cells);
    },
  });
  const rowOf =
    (row: readonly (Cell | undefined)[]): ListRow =>
    (at) => {
      const found = row[at];
      if (!found) return "";
      return found.isShared ? strings.at(Number(found.text)) : found.text;
    };
  for (;;) {
    const { done } = await reading.next();
    for (const row of ready.splice(0)) yield rowOf(row);
    if (done) return;
  }
}

/** Any error inside the zip file means a broken list. */
function asUnreadable(problem: unknown): Error {
  if (problem instanceof UnreadableList) return problem;
  const { code } = problem as NodeJS.ErrnoException;
  if (problem instanceof Error && code !== undefined && !code.startsWith("Z_") && !code.startsWith("ERR_"))
    return problem;
  return new UnreadableList("broken");
}

/**
 * The rows of the first sheet. The directory of a zip file is at its end, so the file is written to a temporary
 * directory, which is always removed.
 */
export async function* workbookRows(source: AsyncIterable<Uint8Array>, limits: ListLimits): AsyncGenerator<ListRow> {
  const folder = await mkdtemp(path.join(tmpdir(), "consorta-list-"));
  let zip: ZipFile | undefined;
  let strings: SharedStrings | undefined;
  try {
    const packed = path.join(folder, "list.xlsx");
    await pipeline(source, createWriteStream(packed, { mode: 0o600 }));
    zip = await openPromise(packed, { lazyEntries: true, autoClose: false });
    const entries = await entriesOf(zip);
    strings = new SharedStrings(path.join(folder, "strings"));
    if (entries.strings) await readStrings(zip, entries.strings, strings, limits);
    yield* sheetRows(zip, entries.sheet, strings, limits);
  } catch (problem) {
    throw asUnreadable(problem);
  } finally {
    strings?.close();
    zip?.close();
    await rm(folder, { recursive: true, force: true });
  }
}
