import { foldText } from "../folding";

type Organisation = { id: string; shortName: string; legalName: string; country: string };
type Named<O> = { organisation: O; names: readonly string[]; words: ReadonlySet<string> };

/** Organisations with their names, folded once for all lines of a plan. */
export const namedOrganisations = <O extends Organisation>(organisations: readonly O[]): Named<O>[] =>
  organisations.map((organisation) => {
    const { shortName, legalName, country } = organisation;
    const names = [shortName, legalName, `${country} ${shortName}`, `${shortName} ${country}`].map(foldText);
    return { organisation, names, words: new Set(names.join(" ").split(" ")) };
  });

/** The organisation of this name, or the only one that has all its words. */
export function findLead<O>(text: string, named: readonly Named<O>[]): O | "lead_unknown" | "lead_unclear" {
  const folded = foldText(text);
  const words = folded.split(" ");
  const exact = named.filter(({ names }) => names.includes(folded));
  const near = folded === "" ? [] : named.filter((one) => words.every((word) => one.words.has(word)));
  const found = exact.length > 0 ? exact : near;
  return found.length > 1 ? "lead_unclear" : (found[0]?.organisation ?? "lead_unknown");
}
