import { searchForm } from "./search-form";

/** How many hits are ranked and counted at most. */
export const mostHits = 10_000;

/** The exact search finds little below this number of hits: then misspelt words are replaced by similar ones. */
export const fewHits = 3;

/** A single letter of an alphabet, such as what is left of "Newton's", says nothing beside other words. */
const singleLetter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;

/** The different words of a search, as they are looked up; none when the text has no letter or digit. */
export function searchWords(text: string): string[] {
  const words = [...new Set(searchForm(text).split(" "))].filter((word) => word !== "");
  const longer = words.filter((word) => !singleLetter.test(word));
  return longer.length > 0 ? longer : words;
}

/** A part of a text, and whether it is what was searched for. */
export type Part = { text: string; hit: boolean };

const shortest = 3;
const before = 60;
const words = /[\p{L}\p{N}\p{M}\u00ad]+/gu;
const passages = /\S+(?:\s+\S+){0,39}/gu;

/** What a word of a text is compared with. */
type Wanted = { whole: readonly string[]; beginnings: readonly string[] };

/** `terms` are words, and stems after the code of their language, as the database answers them: `schools`, `en=school`. */
function wantedIn(terms: readonly string[], language: string): Wanted {
  const whole = terms.filter((term) => !term.includes("="));
  const own = `${language}=`;
  const stems = terms.filter((term) => term.startsWith(own)).map((term) => term.slice(own.length));
  return { whole, beginnings: [...whole, ...stems].filter((beginning) => beginning.length >= shortest) };
}

/** Whether a text has a word that was searched for. */
const hasHit = (text: string, { whole, beginnings }: Wanted) =>
  searchForm(text)
    .split(" ")
    .some(
      (form) => form !== "" && (whole.includes(form) || beginnings.some((beginning) => form.startsWith(beginning))),
    );

type Span = { start: number; end: number };

/**
 * The hits of a text one after the other. Passages are looked through first, because folding each word of a long text
 * takes most of the time of a search.
 */
function* hitsIn(text: string, wanted: Wanted): Generator<Span, void> {
  for (const { 0: passage, index } of text.matchAll(passages)) {
    if (!hasHit(passage, wanted)) continue;
    for (const { 0: word, index: at } of passage.matchAll(words)) {
      const start = index + at;
      if (hasHit(word, wanted)) yield { start, end: start + word.length };
    }
  }
}

function partsOf(text: string, spans: readonly Span[], from: number, to: number): Part[] {
  const parts: Part[] = [];
  let at = from;
  for (const { start, end } of spans.filter((span) => span.start >= from && span.end <= to)) {
    if (start > at) parts.push({ text: text.slice(at, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) parts.push({ text: text.slice(at, to), hit: false });
  return parts;
}

/** The last place up to `at` where a word ends, or `at` inside a very long word. */
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const end = text.slice(0, at + 1).search(/\s\S*$/u);
  return end > at - before ? end : at;
}

const sentenceEnd = /[.!?…;·؟。]["'”’»)\]]*\s*$/u;

/**
 * The part of a text around its first hit, with every hit in it marked; the beginning of the first text when none has a
 * hit. At most `length` characters and two ellipses; there is none after the end of a sentence.
 */
export function excerptOf(texts: readonly string[], terms: readonly string[], language: string, length = 240): Part[] {
  const plain = texts.map((text) => text.replace(/\s+/gu, " ").trim());
  const wanted = wantedIn(terms, language);
  let [text = ""] = plain;
  const spans: Span[] = [];
  let from = 0;
  let to = wordEnd(text, length);
  for (const candidate of plain) {
    const hits = hitsIn(candidate, wanted);
    const { value: first } = hits.next();
    if (!first) continue;
    text = candidate;
    from = first.start > before ? wordEnd(text, first.start - before) : 0;
    to = wordEnd(text, from + length);
    spans.push(first);
    for (const span of hits) {
      if (span.start >= to) break;
      spans.push(span);
    }
    break;
  }
  const parts = partsOf(text, spans, from, to);
  if (from > 0) parts.unshift({ text: "…", hit: false });
  if (to < text.length && !sentenceEnd.test(text.slice(from, to))) parts.push({ text: "…", hit: false });
  return parts;
}
