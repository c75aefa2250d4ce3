import { foldText } from "./folding";

/** Something that is called by these names, folded once for all texts that are compared with it. */
export type Named<T> = { value: T; names: readonly string[]; words: ReadonlySet<string> };

/** Something with its names. */
export function withNames<T>(value: T, names: readonly string[]): Named<T> {
  const folded = names.map(foldText);
  return { value, names: folded, words: new Set(folded.join(" ").split(" ")) };
}

/** Those that have this name, or else those that have all its words; accents and case do not count. */
export function findByName<T>(text: string, candidates: readonly Named<T>[]): T[] {
  const folded = foldText(text);
  if (folded === "") return [];
  const words = folded.split(" ");
  const exact = candidates.filter(({ names }) => names.includes(folded));
  const found = exact.length > 0 ? exact : candidates.filter((one) => words.every((word) => one.words.has(word)));
  return found.map(({ value }) => value);
}
