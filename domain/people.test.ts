import { expect, it } from "vitest";
import { normaliseAddress } from "./people";
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
