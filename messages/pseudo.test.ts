import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { pseudoMessage, pseudoMessages } from "./pseudo";

const read = (folder: string, file: string) => readFileSync(new URL(`./${folder}/${file}`, import.meta.url), "utf8");
const files = (folder: string) => readdirSync(new URL(`./${folder}`, import.meta.url)).sort();

it("is generated from the current English messages: run npm run pseudo-locale after changing one", () => {
  expect(files("en-XA")).toEqual(files("en"));
  for (const file of files("en")) expect(read("en-XA", file)).toBe(pseudoMessages(read("en", file)));
});

it("keeps arguments, plurals and tags working", () => {
  const message = "{count, plural, one {# file} other {# files}} of <b>{name}</b>";
  const t = createTranslator({ locale: "en-XA", messages: { m: pseudoMessage(message) } });
  expect(t.markup("m", { count: 2, name: "Ana", b: (text) => `*${text}*` })).toMatch(/^⟦2 ƒīĺēš ōƒ \*Ana\*~+⟧$/u);
});

it("makes a message at least 40 % longer", () => {
  expect(pseudoMessage("Upload a file").length).toBeGreaterThanOrEqual("Upload a file".length * 1.4);
});
