export type Side = "mine" | "theirs";

/** What becomes of a field two people may have changed: one of them did, both did differently, or nothing is to mergeValues. */
export type Fate = Side | "both" | "same";

export type Choice = Readonly<Record<string, Side>>;

/** What a person sees of a value: an empty field is no field, a set has no order, the browser may end lines as it likes. */
function plain(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.length === 0 ? "" : JSON.stringify(value.map(plain).sort());
  if (typeof value === "object") {
    const said = Object.entries(value)
      .map(([name, one]) => [name, plain(one)])
      .filter(([, one]) => one !== "");
    return said.length === 0 ? "" : JSON.stringify(said.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.replaceAll("\r\n", "\n").trim();
}

/** Decides from what a field was opened with (base), what I wrote, and what stands there now. */
export function fateOf(base: unknown, mine: unknown, theirs: unknown): Fate {
  const [before, written, standing] = [plain(base), plain(mine), plain(theirs)];
  if (written === standing) return "same";
  if (written === before) return "theirs";
  return standing === before ? "mine" : "both";
}

export type Versions<Values> = { base: Values; mine: Values; theirs: Values };

/** The fields by their fate, in the order of `names`. */
export function threeWay<Values extends object>(
  names: readonly (keyof Values & string)[],
  { base, mine, theirs }: Versions<Values>,
): Record<Fate, (keyof Values & string)[]> {
  const fates: Record<Fate, (keyof Values & string)[]> = { mine: [], theirs: [], both: [], same: [] };
  for (const name of names) fates[fateOf(base[name], mine[name], theirs[name])].push(name);
  return fates;
}

/** What is saved: what only I changed is mine, what was asked is as chosen, and the rest stays as it stands. */
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
