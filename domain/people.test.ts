import { expect, it } from "vitest";
import { normaliseAddress, preferredLocale } from "./people";
import { addressInput } from "./schemas/people";

it("one mailbox has one spelling", () => {
  expect(normaliseAddress("  Niki@Example.ORG ")).toBe("niki@example.org");
  expect(normaliseAddress("zoë@example.org".normalize("NFD"))).toBe("zoë@example.org");
});

it.each([
  ["niki@example.org", true],
  [" Niki@Example.org", true],
  ["νίκη@παράδειγμα.ελ", true],
  ["niki", false],
  ["niki@", false],
  [`${"n".repeat(250)}@example.org`, false],
])("%s is an address: %s", (text, good) => {
  expect(addressInput.safeParse(text).success).toBe(good);
});

it.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fi,sv;q=0.9,el;q=0.7,en;q=0.8", "en"],
  ["fi, pl ;q=0.4, it;q=0", "pl"],
  ["FR", "fr"],
  ["fi", "en"],
  ["", "en"],
  [null, "en"],
])("a browser that asks for %s is answered in %s", (wished, spoken) => {
  expect(preferredLocale(wished)).toBe(spoken);
});
