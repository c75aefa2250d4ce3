import { UnreadableList, type ListProblem } from "./problem";

/** Passes chunks of a file through; throws `problem` above `mostBytes`. */
export async function* bounded(
  source: AsyncIterable<Uint8Array>,
  mostBytes: number,
  problem: ListProblem = "too_large",
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new UnreadableList(problem);
    yield chunk;
  }
}

/** The first bytes of a file, and an iterator of all of it. */
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

/** Detects the format by the first bytes, because file names and media types can be wrong. */
export function formOf(head: Buffer): ListForm {
  if (head.length === 0) throw new UnreadableList("empty");
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return "workbook";
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableList("old_excel");
  if (encodingOf(head) === "utf-8" && head.includes(0)) throw new UnreadableList("not_a_list");
  const text = head.toString("latin1").replace(/^(\u00ef\u00bb\u00bf)?\s*/, "");
  if (/^(<|%PDF|\{|\[|PK)/.test(text)) throw new UnreadableList("not_a_list");
  return "text";
}

/** Decodes the text of a file. Other encodings than UTF are refused, because names would be decoded wrongly. */
export async function* textOf(source: AsyncIterable<Uint8Array>, head: Buffer): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(head), { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (problem) {
      if (problem instanceof TypeError) throw new UnreadableList("encoding");
      throw problem;
    }
  };
  for await (const chunk of source) {
    const text = decode(chunk);
    if (text.includes("\0")) throw new UnreadableList("not_a_list");
    if (text !== "") yield text;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}

/** One row of a list; cells are read on access. */
export type ListRow = (column: number) => string;
