/** The new lines of a list, with those of before that are kept although they are no longer listed, in their places. */
export function withKept<Line extends { id: string }>(
  lines: readonly Line[],
  before: readonly Line[],
  kept: ReadonlySet<string>,
): Line[] {
  const all = [...lines];
  const placeOf = (id: string) => all.findIndex((line) => line.id === id);
  for (const [index, line] of before.entries()) {
    if (!kept.has(line.id) || placeOf(line.id) >= 0) continue;
    const above = before.slice(0, index).findLast(({ id }) => placeOf(id) >= 0);
    all.splice(above ? placeOf(above.id) + 1 : 0, 0, line);
  }
  return all;
}
