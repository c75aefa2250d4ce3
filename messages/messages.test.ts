import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mailLocales } from "@/domain/people";

type Sentences = { [key: string]: Sentences | string };

function read(locale: string, noun: string): Sentences {
  return JSON.parse(readFileSync(new URL(`./${locale}/${noun}.json`, import.meta.url), "utf8")) as Sentences;
}

function flat(sentences: Sentences | string, path = ""): [string, string][] {
  if (typeof sentences === "string") return [[path, sentences]];
  return Object.entries(sentences).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key));
}

/** The values of a sentence, such as "{name}", without the branches of plurals. */
const valuesOf = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();

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

const invitationMail = (locale: string): Sentences => ({ invitation: read(locale, "mail").invitation ?? {} });
const invitationPage = (locale: string) => read(locale, "invitation");

describe.each(mailLocales.filter((locale) => locale !== "en"))("invitations in %s", (locale) => {
  it.each([
    ["mail", invitationMail],
    ["page", invitationPage],
  ] as const)("have every sentence of the %s, with the same values", (_name, of) => {
    const english = flat(of("en"));
    const own = flat(of(locale));
    expect(own.map(([key]) => key)).toEqual(english.map(([key]) => key));
    expect(own.map(([key, text]) => [key, valuesOf(text)])).toEqual(english.map(([key, text]) => [key, valuesOf(text)]));
    expect(own.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("are translated", () => {
    const english = new Map(flat(invitationPage("en")));
    const same = flat(invitationPage(locale)).filter(([key, text]) => english.get(key) === text && text.length > 12);
    expect(same).toEqual([]);
  });
});
