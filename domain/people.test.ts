import { expect, it } from "vitest";
import { pathAfterSignIn } from "./people";

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
