import { expect, it } from "vitest";
import { normaliseAddress, pathAfterSignIn } from "./people";
import { addressInput } from "./schemas/people";

it("normalises an e-mail address", () => {
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

const appUrl = "https://consorta.example.org";

it.each([
  "//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\t\\evil.example",
  "/\\evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "home",
  "",
  undefined,
  ["/home", "/account"],
])("sign-in does not redirect to another site: %j", (next) => {
  expect(pathAfterSignIn(next, appUrl)).toBe("/home");
});

it.each([
  "/account",
  "/projects/bridges/outputs?status=late#o1",
  "/invite/abc?language=%CE%B5%CE%BB",
  "/practices?next=//x",
])("sign-in redirects back to the page: %s", (next) => {
  expect(pathAfterSignIn(next, appUrl)).toBe(next);
});
