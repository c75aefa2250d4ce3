import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarDate,
  cursorInput,
  draftText,
  languageInput,
  lineText,
  longText,
  secretText,
  wholeNumber,
} from "./input";

const anyText = fc.string({ unit: "binary", maxLength: 60 });
/** Random code units, so that lone surrogates occur. */
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
const storable = (text: string) => !/[\0\p{Surrogate}]/u.test(text);

describe("text input", () => {
  it.each([lineText(1_000), longText(1_000), draftText(1_000)])("can always be stored by PostgreSQL", (schema) => {
    fc.assert(fc.property(fc.oneof(anyText, brokenText), (text) => storable(schema.parse(text))));
  });

  it("on one line has no line breaks, is trimmed and in NFC", () => {
    expect(lineText(50).parse(" Mari\u0000e\u0301\r\nCurie\ud800 ")).toBe("Marié Curie");
  });

  it("on several lines keeps line breaks, normalised to \\n", () => {
    expect(longText(50).parse(" one\r\n\ttwo\rthree\u0007 ")).toBe("one\n\ttwo\nthree");
  });

  it("of a draft keeps the space at its end", () => {
    expect(draftText(50).parse("Green ")).toBe("Green ");
  });

  it("is measured after cleaning, and is missing when nothing is left", () => {
    expect(lineText(3).parse("\0\0abc  ")).toBe("abc");
    expect(
      lineText(3, 1)
        .safeParse("\0 \ud800")
        .error?.issues.map(({ message }) => message),
    ).toEqual(["input.required"]);
    expect(
      longText(3)
        .safeParse("abcd")
        .error?.issues.map(({ message }) => message),
    ).toEqual(["input.too_long"]);
  });

  it("keeps every character of a password", () => {
    expect(secretText(50).parse(" e\u0301 ")).toBe(" e\u0301 ");
  });
});

describe("numbers, dates, languages and cursors", () => {
  it("are whole numbers in the range of an integer column", () => {
    expect(wholeNumber().parse("2147483647")).toBe(2_147_483_647);
    for (const wrong of [2_147_483_648, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "x", {}]) {
      expect(wholeNumber().safeParse(wrong).success).toBe(false);
    }
  });

  it("are existing days within a range of years", () => {
    expect(calendarDate().parse("2028-02-29")).toBe("2028-02-29");
    for (const wrong of ["0000-01-01", "0202-05-01", "9999-12-31", "2026-02-29", "2026-13-01", "soon"]) {
      expect(calendarDate().safeParse(wrong).success).toBe(false);
    }
  });

  it("are known languages", () => {
    expect(languageInput.parse("el")).toBe("el");
    for (const wrong of ["x!", "EL", "../../../", ""]) expect(languageInput.safeParse(wrong).success).toBe(false);
  });

  it("treat a broken cursor as missing", () => {
    expect(cursorInput.parse("abc")).toBe("abc");
    for (const wrong of ["x".repeat(401), 5, ["a", "b"], null]) expect(cursorInput.parse(wrong)).toBeUndefined();
  });
});
