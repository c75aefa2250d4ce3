import { describe, expect, test } from "vitest";
import { fundingStatement } from "./funding-statement";
import { languages } from "./programme/vocabulary";

/** The official languages of the Union. */
const official = languages.slice(0, 24);
const confirmed = ["bg", "de", "en", "es", "fr", "it", "pl", "ro"];

describe("the statement of funding", () => {
  test.for(official)("has a statement and a disclaimer of three sentences in %s, or in English", (language) => {
    const { language: shown, text } = fundingStatement(language);
    expect(shown).toBe(confirmed.includes(language) ? language : "en");
    const sentences = [...new Intl.Segmenter(shown, { granularity: "sentence" }).segment(text.replaceAll("ds.", "ds"))];
    expect(sentences.length).toBe(3);
    expect(text.match(/EACEA/g)?.length).toBe(2);
  });

  test("differs in each confirmed language", () => {
    expect(new Set(confirmed.map((language) => fundingStatement(language).text)).size).toBe(confirmed.length);
  });

  test("is English in other languages", () => {
    for (const language of ["uk", ""]) expect(fundingStatement(language).language).toBe("en");
  });
});
