import { UnreadableList, type ListProblem } from "./problem";

/** Passes a file on piece by piece, and no more of it than is allowed. */
export async function* bounded(
  source: AsyncIterable<Uint8Array>,
  mostBytes: number,
  problem: ListProblem = "too_large",
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new UnreadableList(problem);
    yield piece;
  }
}

/** The beginning of a file, and the whole of it still to be read. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  enough: number,
): Promise<{ head: Buffer; whole: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < enough) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    bytes += next.value.length;
  }
  async function* whole() {
    try {
      yield* first;
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(first), whole: whole() };
}

export type ListForm = "text" | "workbook";

const starts = (head: Buffer, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

const encodingOf = (head: Buffer): string =>
  starts(head, 0xff, 0xfe) ? "utf-16le" : starts(head, 0xfe, 0xff) ? "utf-16be" : "utf-8";

/** What kind of file this is, by its first bytes: names and media types are written by anyone. */
export function formOf(head: Buffer): ListForm {
  if (head.length === 0) throw new UnreadableList("empty");
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return "workbook";
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableList("old_excel");
  if (encodingOf(head) === "utf-8" && head.includes(0)) throw new UnreadableList("not_a_list");
  const text = head.toString("latin1").replace(/^(\u00ef\u00bb\u00bf)?\s*/, "");
  if (/^(<|%PDF|\{|\[|PK)/.test(text)) throw new UnreadableList("not_a_list");
  return "text";
}

/** The text of a file. Text in another encoding is refused: half of its names would come out wrong. */
export async function* textOf(source: AsyncIterable<Uint8Array>, head: Buffer): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(head), { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (problem) {
      if (problem instanceof TypeError) throw new UnreadableList("encoding");
      throw problem;
    }
  };
  for await (const piece of source) {
    const text = decode(piece);
    if (text.includes("\0")) throw new UnreadableList("not_a_list");
    if (text !== "") yield text;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}

/** One row of a list: its cells are read when they are asked for. */
export type ListRow = (column: number) => string;
