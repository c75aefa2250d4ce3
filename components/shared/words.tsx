import type { ReactNode } from "react";
import { sentences, spoken } from "@/messages/words";
import { type IslandWords, WordsProvider } from "./words-provider";

type Sentences = { [key: string]: Sentences | string };

/** Copies one branch, such as "programme.fields", from all sentences into the picked ones. */
function pick(from: Sentences, into: Sentences, path: readonly string[]): void {
  const [head, ...rest] = path;
  const found = head === undefined ? undefined : from[head];
  if (head === undefined || found === undefined) return;
  if (rest.length === 0 || typeof found === "string") {
    into[head] = found;
    return;
  }
  const kept = into[head];
  const branch = typeof kept === "object" ? kept : {};
  into[head] = branch;
  pick(found, branch, rest);
}

/** What the parts of `ui` and the forms say wherever they stand. */
const everywhere = ["ui.close", "ui.optional", "ui.working", "ui.form", "ui.size", "ui.bothTexts"];

const picked = new Map<string, IslandWords>();

/** The sentences of these namespaces or branches, for an island that speaks only when it is asked to. */
export async function islandWords(of: readonly string[]): Promise<IslandWords> {
  const key = of.join(" ");
  const known = picked.get(key);
  if (known) return known;
  const all = (await sentences()) as Sentences;
  const messages: Sentences = {};
  for (const path of [...everywhere, ...of]) pick(all, messages, path.split("."));
  const { locale, timeZone } = spoken;
  const text = JSON.stringify({ locale, timeZone, messages }) as IslandWords;
  if (process.env.NODE_ENV !== "development") picked.set(key, text);
  return text;
}

/**
 * Gives the islands inside it the sentences of these namespaces or branches, and no more: every sentence given travels
 * in the HTML. Those for refusals come later, by themselves.
 */
export async function Words({ of, children }: { of: readonly string[]; children: ReactNode }) {
  return <WordsProvider words={await islandWords(of)}>{children}</WordsProvider>;
}
