/** The end of a quoted cell: the position of its last quotation mark; null when it is never closed. */
function closingQuote(text: string, from: number): number | null {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? null : at;
}

/** What separates the cells: a tab as from a spreadsheet, else the mark that the first line has at least twice. */
function delimiterOf(text: string): string {
  if (text.includes("\t")) return "\t";
  const [first = ""] = text.trimStart().split(/[\r\n]/u, 1);
  return [";", ","].find((mark) => first.split(mark).length > 2) ?? "\t";
}

/**
 * The cells of a pasted table, as spreadsheets put it on the clipboard: a quoted cell may hold tabs and line breaks. A
 * quotation mark that does not enclose a whole cell belongs to the text.
 */
export function readCells(text: string): string[][] {
  const delimiter = delimiterOf(text);
  const ends = (at: number) => at >= text.length || text[at] === delimiter || text[at] === "\r" || text[at] === "\n";
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const closing = text[at] === '"' ? closingQuote(text, at + 1) : null;
    const isQuoted = closing !== null && ends(closing + 1);
    let end = isQuoted ? closing + 1 : at;
    while (!ends(end)) end += 1;
    row.push(isQuoted ? text.slice(at + 1, closing).replaceAll('""', '"') : text.slice(at, end));
    if (text[end] === delimiter) {
      at = end + 1;
      if (at === text.length) row.push("");
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
  }
  return row.length > 0 ? [...rows, row] : rows;
}

const written = (cell: string) => (/["\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as text that `readCells` reads. */
export const writeCells = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(written).join("\t")).join("\n");
