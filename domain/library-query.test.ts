import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, searchWords } from "./library-query";

describe("the words of a search", () => {
  it.each([
    ["  École   ÉCOLE ecole ", ["ecole"]],
    ["ΔΑΣΟΣ σχολείο", ["δασοσ", "σχολειο"]],
    ["Newton's", ["newton"]],
    ["Newton’s laws", ["newton", "laws"]],
    ["l'école d’été", ["ecole", "ete"]],
    ["x", ["x"]],
    ["学", ["学"]],
    ["co\u00adoperation", ["cooperation"]],
    ["%_".repeat(100), []],
    ["' & | ! ( ) : * \\ <->", []],
    ["مدرسة الغابة", ["مدرسة", "الغابة"]],
    ["", []],
  ])("%j are %j", (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it("hold no character that the database's search language reserves, and never an empty word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const word of searchWords(text)) expect(word).not.toMatch(/^$|[\s'"&|!():*\\<>=%_]/u);
      }),
    );
  });
});

const shown = (texts: string[], terms: string[], language = "en", length?: number) =>
  excerptOf(texts, terms, language, length)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join("");

describe("an excerpt", () => {
  it("marks words that begin with a word of the search, without regard to accents, case and apostrophes", () => {
    expect(shown(["L’École des écoliers et l'eco"], ["ecol"], "fr")).toBe("L’[École] des [écoliers] et l'eco");
    expect(shown(["Το δάσος, το ΔΑΣΟΣ"], ["δασοσ"], "el")).toBe("Το [δάσος], το [ΔΑΣΟΣ]");
  });

  it("marks a stem in texts of its language alone", () => {
    const terms = ["schools", "en=school"];
    expect(shown(["One school and schooling"], terms)).toBe("One [school] and [schooling]");
    expect(shown(["Eine schoole"], terms, "de")).toBe("Eine schoole");
  });

  it("marks a short word only as a whole", () => {
    expect(shown(["An art of arts"], ["ar", "an"])).toBe("[An] art of arts");
  });

  it("is around the first hit, in the first text that has one, and ends with whole words", () => {
    const long = "word ".repeat(80);
    expect(shown(["No hit here.", `${long}garden ${long}`], ["garden"], "en", 120)).toMatch(
      /^…( word){12} \[garden\]( word){9,12}…$/,
    );
  });

  it("marks every hit of it, also in a text of many words", () => {
    const text = `${"wörd ".repeat(39)}gärden gar garden${" wörd".repeat(50)}`;
    expect(shown([text], ["gard"])).toContain("wörd [gärden] gar [garden] wörd");
  });

  it("has no ellipsis after the end of a sentence", () => {
    expect(shown(["One two. Three four"], [], "en", 8)).toBe("One two.");
    expect(shown(["(Is it?) Three four"], [], "en", 8)).toBe("(Is it?)");
    expect(shown(["One two, three four"], [], "en", 8)).toBe("One two,…");
  });

  it("is the beginning of the first text when nothing is marked", () => {
    expect(shown(["One two three four", "Five"], [], "en", 9)).toBe("One two…");
    expect(shown([], [])).toBe("");
  });

  it("never has more characters than asked for, and loses no character of a short text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ minLength: 1 }), (text, term) => {
        const all = shown([text.replaceAll("[", "").replaceAll("]", "")], searchWords(term), "en", 1_000);
        expect(all.replace(/[[\]]/g, "")).toBe(
          text.replaceAll("[", "").replaceAll("]", "").replace(/\s+/gu, " ").trim(),
        );
        const short = excerptOf([text.repeat(20)], searchWords(term), "en", 50);
        expect(short.map((part) => part.text).join("").length).toBeLessThanOrEqual(52);
      }),
    );
  });
});
