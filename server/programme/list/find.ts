import { listMatcher, mostColumns, readLayout, readListed, type ListedProject } from "@/domain/programme/official-list";
import { csvRows } from "./csv";
import { bounded, formOf, peek, textOf, type ListRow } from "./pieces";
import { listLimits, UnreadableList, type ListLimits } from "./problem";
import { workbookRows } from "./workbook";

export interface Found {
  /** The matching projects, up to the limit of results. */
  projects: ListedProject[];
  /** Number of matches in the part of the list that was read. */
  fitting: number;
  rows: number;
  /** True when the list broke off; matches before that are included. */
  isBroken: boolean;
}

const headBytes = 4_096;

/**
 * Workbooks write characters that XML cannot hold as _xHHHH_, such as _x000D_ for a carriage return; some programs copy
 * that into text files.
 */
const unescapeCell = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

async function* rowsOf(source: AsyncIterable<Uint8Array>, limits: ListLimits): AsyncGenerator<ListRow> {
  const { head, whole } = await peek(bounded(source, limits.fileBytes), headBytes);
  const rows = formOf(head) === "workbook" ? workbookRows(whole, limits) : csvRows(textOf(whole, head), limits);
  for await (const row of rows) yield (column) => unescapeCell(row(column));
}

function headingsOf(row: ListRow): string[] {
  // One more than allowed, so that a list with more columns is detected as another one.
  return Array.from({ length: mostColumns + 1 }, (_, column) => row(column)).reduceRight<string[]>(
    (kept, heading) => (kept.length === 0 && heading === "" ? kept : [heading, ...kept]),
    [],
  );
}

/** Searches the Commission's list for projects; holds one row in memory at a time. */
export async function findInList(
  source: AsyncIterable<Uint8Array>,
  wanted: string,
  limits: ListLimits = listLimits,
): Promise<Found> {
  const rows = rowsOf(source, limits);
  const found: Found = { projects: [], fitting: 0, rows: 0, isBroken: false };
  const { isExactly, fits } = listMatcher(wanted);
  try {
    const first = await rows.next();
    if (first.done) throw new UnreadableList("empty");
    const layout = readLayout(headingsOf(first.value));
    if (layout === null) throw new UnreadableList("layout");
    const { reference, title } = layout.project;
    const coordinator = layout.organisations[0]?.name ?? -1;
    for await (const row of rows) {
      if (row(reference) === "" && row(title) === "") continue;
      found.rows += 1;
      if (found.rows > limits.rows) throw new UnreadableList("too_much_inside");
      if (isExactly(row(reference))) {
        return { ...found, projects: [readListed(layout, row)], fitting: 1 };
      }
      if (!fits(`${row(reference)} ${row(title)} ${coordinator < 0 ? "" : row(coordinator)}`)) continue;
      found.fitting += 1;
      if (found.projects.length < limits.matches) found.projects.push(readListed(layout, row));
    }
  } catch (problem) {
    const cutOff = problem instanceof UnreadableList && problem.problem === "broken" && found.fitting > 0;
    if (!cutOff) throw problem;
    found.isBroken = true;
  } finally {
    await rows.return(undefined);
  }
  return found;
}
