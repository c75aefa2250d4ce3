import fc from "fast-check";
import { expect, it } from "vitest";
import { languageName, regionName } from "./display-names";

it("names languages and countries for the reader", () => {
  expect(languageName("el", "en-GB")).toBe("Greek");
  expect(regionName("ES", "de")).toBe("Spanien");
});

it("returns unknown codes unchanged", () => {
  expect([languageName("x!", "en-GB"), languageName("", "en-GB"), regionName("Narnia", "en-GB")]).toEqual([
    "x!",
    "",
    "Narnia",
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (code, locale) => {
      expect(typeof languageName(code, locale)).toBe("string");
      expect(typeof regionName(code, locale)).toBe("string");
    }),
  );
});
