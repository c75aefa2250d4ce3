import { CsvError, parse, type Parser } from "csv-parse";
import { UnreadableList, type ListLimits } from "./problem";
import type { ListRow } from "./pieces";

const delimiters = [",", ";", "\t"] as const;

/** The delimiter: a first line `sep=` as written by Excel, else the most frequent one in the headings. */
function delimiterOf(beginning: string): { delimiter: string; from: number } {
  const named = /^sep=(.)\r?\n/.exec(beginning);
  if (named) return { delimiter: named[1] ?? ",", from: named[0].length };
  const headings = beginning.replace(/"[^"]*"/g, "").split("\n", 1)[0] ?? "";
  const counted = delimiters.map((delimiter) => ({ delimiter, times: headings.split(delimiter).length }));
  counted.sort((a, b) => b.times - a.times);
  return { delimiter: counted[0]?.delimiter ?? ",", from: 0 };
}

/** Writes one chunk to the parser, or ends it, and waits until its rows are parsed. */
async function feed(parser: Parser, chunk: string | null): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.once("error", reject);
    const done = () => {
      parser.off("error", reject);
      resolve();
    };
    if (chunk === null) parser.once("end", done).end();
    else parser.write(chunk, (problem) => (problem ? reject(problem) : done()));
  });
}

/** The rows of a CSV text. A quotation mark that is never closed is a broken list. */
export async function* csvRows(text: AsyncIterable<string>, limits: ListLimits): AsyncGenerator<ListRow> {
  const ready: string[][] = [];
  let parser: Parser | undefined;
  const rows = function* (): Generator<ListRow> {
    for (const cells of ready.splice(0)) yield (column) => cells[column] ?? "";
  };
  try {
    for await (const chunk of text) {
      const beginning = parser ? null : delimiterOf(chunk);
      parser ??= parse({
        delimiter: beginning?.delimiter ?? ",",
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        max_record_size: limits.rowCharacters,
        // Collected here rather than read from the stream, which drops its rows when an error follows.
        on_record: (cells: string[]) => {
          ready.push(cells);
          return null;
        },
      }).resume();
      await feed(parser, chunk.slice(beginning?.from ?? 0));
      yield* rows();
    }
    if (!parser) throw new UnreadableList("empty");
    await feed(parser, null);
    yield* rows();
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    yield* rows();
    throw new UnreadableList("broken");
  } finally {
    parser?.destroy();
  }
}
