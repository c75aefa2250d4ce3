import { expect, it } from "vitest";
import { practiceAlternates } from "./alternates";

const translations = ["el", "en", "pl"];
const alternatesAt = (chosen?: string, language = chosen ?? "el") =>
  practiceAlternates(
    { slug: "forest-a1b2c3", translations, shown: { language, origin: language === "el" ? "original" : "human" } },
    chosen,
  );

it("each language has an address that is the canonical one of its page", () => {
  const { languages } = alternatesAt();
  expect(languages).toEqual({
    el: "/practices/forest-a1b2c3",
    en: "/practices/forest-a1b2c3?language=en",
    pl: "/practices/forest-a1b2c3?language=pl",
    "x-default": "/practices/forest-a1b2c3",
  });
  for (const language of translations) {
    expect(alternatesAt(language)).toEqual({ canonical: languages?.[language], languages });
  }
});

it("without a language, or with one that the practice does not have, the address of the practice is canonical", () => {
  expect(alternatesAt(undefined, "pl").canonical).toBe("/practices/forest-a1b2c3");
  expect(alternatesAt("fr", "el").canonical).toBe("/practices/forest-a1b2c3");
});

it("a practice in one language has no others", () => {
  const shown = { language: "el", origin: "original" } as const;
  expect(practiceAlternates({ slug: "forest-a1b2c3", translations: ["el"], shown }, "el")).toEqual({
    canonical: "/practices/forest-a1b2c3",
  });
});
