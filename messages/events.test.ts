import { isLiteralElement, isPluralElement, isSelectElement, isTagElement, type MessageFormatElement, parse } from "@formatjs/icu-messageformat-parser";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventTypes, messageKey } from "@/domain/events/events";
import { mailLocales } from "@/domain/people";
import { eventTranslatorFor } from "./translators";

type Tree = { [key: string]: Tree | string };

const read = (locale: string) =>
  JSON.parse(readFileSync(new URL(`./${locale}/events.json`, import.meta.url), "utf8")) as Tree & { sentences: Tree };

function flat(tree: Tree | string, path = ""): [string, string][] {
  if (typeof tree === "string") return [[path, tree]];
  return Object.entries(tree).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key));
}

/** The arguments of a message with their form, its tags, and the cases of a select; the cases of plurals differ by language. */
function partsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isTagElement(element)) return [`<${element.value}>`, ...partsOf(element.children)];
    if (!isPluralElement(element) && !isSelectElement(element)) return "value" in element && !isLiteralElement(element) ? [element.value] : [];
    const cases = isSelectElement(element) ? Object.keys(element.options) : [];
    const inner = Object.values(element.options).flatMap(({ value }) => partsOf(value));
    return [[element.value, ...cases].join(" "), ...inner];
  });
}
const shapeOf = (message: string) => [...new Set(partsOf(parse(message)))].sort();

describe.each(mailLocales)("events in %s", (locale) => {
  it("has a sentence for every event", () => {
    expect(Object.keys(read(locale).sentences).sort()).toEqual(eventTypes.map(messageKey).sort());
  });

  it("has every message of the English file, with the same arguments, tags and cases", () => {
    const english = new Map(flat(read("en")));
    const own = flat(read(locale));
    expect(own.map(([key]) => key)).toEqual([...english.keys()]);
    for (const [key, message] of own) expect([key, shapeOf(message)]).toEqual([key, shapeOf(english.get(key) ?? "")]);
  });
});

it.each(mailLocales.filter((locale) => locale !== "en"))("events are translated into %s", (locale) => {
  const english = new Map(flat(read("en")));
  expect(flat(read(locale)).filter(([key, message]) => english.get(key) === message && message.length > 12)).toEqual([]);
});

it.each([
  ["pl", 5, "przesłał(a) 5 plików do O4 Guide"],
  ["pl", 2, "przesłał(a) 2 pliki do O4 Guide"],
  ["el", 2, "ανέβασε 2 αρχεία στο O4 Guide"],
  ["en", 2, "uploaded 2 files to O4 Guide"],
  ["fi", 2, "uploaded 2 files to O4 Guide"],
])("a reader of %s reads of %i uploads in their language, else in English", async (locale, count, sentence) => {
  const t = await eventTranslatorFor({ locale, timeZone: "Europe/Brussels" });
  expect(t.markup("bursts.file_uploaded", { count, number: 4, title: "Guide", o: (text: string) => text })).toBe(sentence);
});
