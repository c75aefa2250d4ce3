import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { mailLocales } from "@/domain/people";

type Sentences = { [key: string]: Sentences | string };

function read(locale: string, noun: string): Sentences {
  return JSON.parse(readFileSync(new URL(`./${locale}/${noun}.json`, import.meta.url), "utf8")) as Sentences;
}

function flat(sentences: Sentences | string, path = ""): [string, string][] {
  if (typeof sentences === "string") return [[path, sentences]];
  return Object.entries(sentences).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key));
}

/** The values of a sentence, such as "name". */
const valuesIn = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (isTagElement(element)) return valuesIn(element.children);
    if (isPluralElement(element) || isSelectElement(element)) {
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => valuesIn(value))];
    }
    return isLiteralElement(element) || isPoundElement(element) ? [] : [element.value];
  });
const valuesOf = (sentence: string) => [...new Set(valuesIn(parse(sentence)))].sort();

/** Every key by its parts, because a key that contains a dot is never found. */
const keysOf = (sentences: Sentences | string): string[] =>
  typeof sentences === "string" ? [] : Object.entries(sentences).flatMap(([key, inner]) => [key, ...keysOf(inner)]);

it("nests keys instead of writing dots into them", () => {
  const nouns = readdirSync(new URL("./en", import.meta.url)).map((file) => file.replace(/\.json$/u, ""));
  expect(nouns.flatMap((noun) => keysOf(read("en", noun))).filter((key) => key.includes("."))).toEqual([]);
});

it.each(mailLocales)("formats dates and numbers in %s by skeletons, because the build drops named formats", (locale) => {
  const nouns = readdirSync(new URL(`./${locale}`, import.meta.url)).map((file) => file.replace(/\.json$/u, ""));
  const named = nouns.flatMap((noun) => flat(read(locale, noun), noun)).filter(([, text]) => /\{\w+, *(date|time|number) *(?!\}|, *::)/u.test(text));
  expect(named).toEqual([]);
});

/** Words that are the same in another language. */
const sameWords = new Set(["Consorta", "{project}: {title}", "partner", "OID", "PIC", "Website", "Password"]);

/** The branches of every plural and select of a sentence, such as "count one,other". */
const branchesOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (isTagElement(element)) return branchesOf(element.children);
    if (!isPluralElement(element) && !isSelectElement(element)) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => branchesOf(value));
    const kinds = Object.keys(element.options).filter((kind) => isSelectElement(element) || !kind.startsWith("="));
    return [`${element.value} ${kinds.sort().join()}`, ...inner];
  });

/** The branches that a language needs where English has these. */
function neededBranches(locale: string, branches: readonly string[]): string[] {
  const plural = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort().join();
  return branches.map((branch) => branch.replace(/ one,other$/u, ` ${plural}`));
}

describe.each(mailLocales.filter((locale) => locale !== "en"))("texts for people outside the interface in %s", (locale) => {
  it.each(["mail", "invitation", "act"])("have every sentence of %s.json, with the same values", (noun) => {
    const english = flat(read("en", noun));
    const own = flat(read(locale, noun));
    expect(own.map(([key]) => key)).toEqual(english.map(([key]) => key));
    expect(own.map(([key, text]) => [key, valuesOf(text)])).toEqual(english.map(([key, text]) => [key, valuesOf(text)]));
    expect(own.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("have the plurals and cases of the language in e-mails", () => {
    const english = new Map(flat(read("en", "mail")));
    for (const [key, text] of flat(read(locale, "mail"))) {
      const needed = neededBranches(locale, branchesOf(parse(english.get(key) ?? "")));
      expect([key, [...new Set(branchesOf(parse(text)))].sort()]).toEqual([key, [...new Set(needed)].sort()]);
    }
  });

  it.each(["mail", "invitation", "act"])("are translated in %s.json", (noun) => {
    const english = new Map(flat(read("en", noun)));
    const same = flat(read(locale, noun)).filter(([key, text]) => english.get(key) === text && !sameWords.has(text));
    expect(same).toEqual([]);
  });
});
