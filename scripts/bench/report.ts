type Bound = { atLeast: number } | { atMost: number };
type Figure = { what: string; ours: number; bare: number; unit: string };

const count = { held: 0, missed: 0 };
const print = (line: string) => process.stdout.write(`${line}\n`);

const round = (value: number) => value.toFixed(Math.abs(value) < 10 ? 2 : 1);

function judge(value: number, bound: Bound): string {
  const holds = "atLeast" in bound ? value >= bound.atLeast : value <= bound.atMost;
  count[holds ? "held" : "missed"] += 1;
  const wanted = "atLeast" in bound ? `at least ${String(bound.atLeast)}` : `at most ${String(bound.atMost)}`;
  return `${wanted} | ${holds ? "holds" : "MISSED"}`;
}

/** Prints the head of the table; every figure is a row. */
export function beginReport(): void {
  print("| what | Consorta | bare | ratio | wanted | |\n|---|---|---|---|---|---|");
}

/** Prints one figure as a ratio to its comparison, and whether it meets the target. */
export function ratio({ what, ours, bare, unit }: Figure, bound: Bound): void {
  const value = ours / bare;
  print(
    `| ${what} | ${round(ours)} ${unit} | ${round(bare)} ${unit} | ${value.toFixed(2)} × | ${judge(value, bound)} |`,
  );
}

/** Prints one figure without comparison. */
export function amount({ what, value, unit }: { what: string; value: number; unit: string }, bound: Bound): void {
  print(`| ${what} | ${round(value)} ${unit} | | | ${judge(value, bound)} |`);
}

/** Prints an explanation under the row of a figure. */
export function remark(text: string): void {
  print(`| (${text}) | | | | | |`);
}

/** Number of figures that meet their target, and of those that do not. */
export function endReport(): void {
  print(`${String(count.held)} hold, ${String(count.missed)} missed`);
}
