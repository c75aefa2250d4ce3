import { describe, expect, it } from "vitest";
import { nameKey, normaliseOid, normalisePic, shortNameOf } from "./organisations";

describe("names of organisations", () => {
  it.each([
    ["Fundacja „Otwarta Szkoła”", "FUNDACJA OTWARTA SZKOŁA"],
    ["Müller GmbH", "MULLER"],
    ["ΚΕΚ Βόλου Α.Ε.", "κεκ βολου"],
    ["ΣΎΛΛΟΓΟΣ. ΒΌΛΟΣ", "Σύλλογος Βόλος"],
    ["Associação Sem-Nome, S.L.", "associacao sem nome"],
  ])("compares %s like %s", (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it("keep a name for comparison when they consist only of a legal form", () => {
    expect(nameKey("SA")).toBe("sa");
    expect(nameKey("Alpha")).not.toBe(nameKey("Beta"));
  });

  it.each([
    ["Liceo Classico", "Liceo Classico"],
    ["Centro de Educación Permanente del Norte", "CEPN"],
    ["a long name without any capitals", "a long name"],
  ])("%s has the short name %s", (legalName, short) => {
    expect(shortNameOf(legalName)).toBe(short);
  });
});

it.each([
  ["E12345678", "E12345678"],
  [" e 1234 5678 ", "E12345678"],
  ["E1234567", null],
  ["12345678", null],
])("parses the OID %s as %s", (text, oid) => {
  expect(normaliseOid(text)).toBe(oid);
});

it.each([
  ["987 654 321", "987654321"],
  ["98765432", null],
  ["98765432a", null],
])("parses the PIC %s as %s", (text, pic) => {
  expect(normalisePic(text)).toBe(pic);
});
