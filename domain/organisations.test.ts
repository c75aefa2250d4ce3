import { describe, expect, it } from "vitest";
import { nameKey, shortNameOf } from "./organisations";

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
