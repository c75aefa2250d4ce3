import { expect, it } from "vitest";
import { preferredLocale } from "./asked-language";

it.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fi,sv;q=0.9,el;q=0.7,en;q=0.8", "en"],
  ["fi, pl ;q=0.4, it;q=0", "pl"],
  ["FR", "fr"],
  ["fi", "en"],
  ["", "en"],
  [null, "en"],
])("Accept-Language %s selects %s", (wished, language) => {
  expect(preferredLocale(wished)).toBe(language);
});
