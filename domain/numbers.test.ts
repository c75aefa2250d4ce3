import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberFromText } from "./numbers";

describe("a number that a person typed", () => {
  it.each([
    ["1250", 1250],
    ["1.250", 1250],
    ["1,250", 1250],
    ["1 250", 1250],
    ["1\u00a0250", 1250],
    ["1\u202f250 km", 1250],
    ["1'250", 1250],
    ["1’250", 1250],
    ["12 km", 12],
    ["12km.", 12],
    ["1.250.000", 1_250_000],
    ["1,250,000.50", 1_250_000.5],
    ["1.250.000,50 €", 1_250_000.5],
    ["€ 60 000,-", 60_000],
    ["EUR 60.000", 60_000],
    ["60 000,00 euros", 60_000],
    ["12,5", 12.5],
    ["12.50", 12.5],
    ["0.125", 0.125],
    ["1250.500", 1250.5],
    ["１２５０", 1250],
    ["\u200b99\u2069", 99],
    ["-5", -5],
    ["−5", -5],
  ])("%j is %d", (text, value) => {
    expect(numberFromText(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "km",
    "about 12",
    "12 or 13",
    "1.25.0",
    "1.250.5",
    "12,50,00",
    "1 25",
    "1e3",
    "0x10",
    "Infinity",
    "NaN",
    "12 miles",
    "1..2",
    "--5",
  ])("%j is no number", (text) => {
    expect(numberFromText(text)).toBeNull();
  });

  it("reads back what Intl writes, with and without decimals", () => {
    const locales = ["en-GB", "de-DE", "de-CH", "fr-FR", "es-ES", "it-IT", "pl-PL", "el-GR", "pt-PT", "sv-SE"];
    const amount = fc.integer({ min: 0, max: 2_000_000_000 });
    fc.assert(
      fc.property(amount, fc.constantFrom(...locales), fc.constantFrom(0, 2), (hundredths, locale, digits) => {
        const value = digits === 0 ? hundredths : hundredths / 100;
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
        expect(numberFromText(format.format(value))).toBe(value);
      }),
    );
  });

  it("is null or finite for any text", () => {
    const digits = fc
      .array(fc.constantFrom(..."0123456789., 'km€-"), { maxLength: 400 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), digits, fc.constant("9".repeat(400))), (text) => {
        const value = numberFromText(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
