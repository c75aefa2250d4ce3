export type Side = "mine" | "theirs";

/** Result of the merge of a field: changed by one person, changed differently by both, or unchanged. */
export type Fate = Side | "both" | "same";

export type Choice = Readonly<Record<string, Side>>;

/** Normalises a value as people see it: empty fields are absent, sets of texts have no order, line ends are equal. */
function plain(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) {
    const parts = value.map(plain).filter((part) => part !== "");
    if (parts.length === 0) return "";
    // Rows of a form are objects, and their order matters.
    return JSON.stringify(value.every((one) => typeof one === "string") ? parts.sort() : parts);
  }
  if (typeof value === "object") {
    const entries = Object.entries(value)
      .map(([name, one]) => [name, plain(one)])
      .filter(([, one]) => one !== "");
    return entries.length === 0 ? "" : JSON.stringify(entries.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.replaceAll("\r\n", "\n").trim();
}

/** Compares the base value (at the opening), the typed value and the current value. */
export function fateOf(base: unknown, mine: unknown, theirs: unknown): Fate {
  const [before, written, standing] = [plain(base), plain(mine), plain(theirs)];
  if (written === standing) return "same";
  if (written === before) return "theirs";
  return standing === before ? "mine" : "both";
}

export type Versions<Values> = { base: Values; mine: Values; theirs: Values };

/** The fields by result, in the order of `names`. */
export function threeWay<Values extends object>(
  names: readonly (keyof Values & string)[],
  { base, mine, theirs }: Versions<Values>,
): Record<Fate, (keyof Values & string)[]> {
  const fates: Record<Fate, (keyof Values & string)[]> = { mine: [], theirs: [], both: [], same: [] };
  for (const name of names) fates[fateOf(base[name], mine[name], theirs[name])].push(name);
  return fates;
}

/**
 * The values to save: typed ones for fields that only this person changed, chosen ones for conflicts, current ones
 * otherwise.
 */
export function mergeValues<Values extends object>(
  names: readonly (keyof Values & string)[],
  versions: Versions<Values>,
  choice: Choice,
): Values {
  const { mine, both } = threeWay(names, versions);
  const own = new Set([...mine, ...both.filter((name) => choice[name] !== "theirs")]);
  return Object.fromEntries(
    names.map((name) => [name, versions[own.has(name) ? "mine" : "theirs"][name]]),
  ) as unknown as Values;
}
