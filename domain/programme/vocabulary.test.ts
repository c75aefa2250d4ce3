import { describe, expect, it } from "vitest";
import { mailLocales } from "../people";
import { certaintyFor, verified, weakest } from "./certainty";
import { countryFromText, countryName, countryNames } from "./country-names";
import { prioritiesOf } from "./priorities";
import { sourceKeys, sourceOf } from "./sources";
import { languages, outputWord, resultCategories, resultCategoryOf } from "./vocabulary";

describe("terms of the programme", () => {
  it("name outputs as the call does", () => {
    expect(outputWord(2019, "KA201")).toBe("intellectual_output");
    expect(outputWord(2021, "KA220-SCH")).toBe("project_result");
    expect(outputWord(2022, "KA220-SCH")).toBe("result");
    expect(outputWord(2021, "KA210-SCH")).toBe("result");
    expect(outputWord(2018, "CBHE")).toBe("result");
  });

  it("put every output type into a category of the results platform", () => {
    for (const category of Object.values(resultCategoryOf)) expect(resultCategories).toContain(category);
  });

  it("offer each language once", () => {
    expect(new Set(languages).size).toBe(languages.length);
    expect(languages.slice(0, 24)).toHaveLength(24);
  });

  it("have priorities by period, field and action", () => {
    expect(prioritiesOf(2020, "KA226").map((list) => list.priorities)).toEqual([["digital_readiness"]]);
    expect(prioritiesOf(2025, "KA220-SCH", "school")).toHaveLength(2);
    expect(prioritiesOf(2025, "KA220-SCH")).toHaveLength(1);
    expect(prioritiesOf(2013, "KA201")).toEqual([]);
  });
});

describe("sources", () => {
  it("have a public title and a web address; National Agency guidance may have only a title", () => {
    for (const key of sourceKeys) {
      const { title, year, url } = sourceOf(key);
      expect(title.length).toBeGreaterThan(8);
      expect(year).toBeGreaterThanOrEqual(2014);
      if (key === "SRC-NA") expect(url).toBeUndefined();
      else expect(url).toMatch(/^https?:\/\/\S+$/);
    }
    expect(sourceOf("SRC-NA").title).toBe("National Agency guidance");
  });

  it("cover only the years they are about", () => {
    const known = verified("PG25", [2025, 2025]);
    expect([2024, 2025, 2026].map((year) => certaintyFor(known, year))).toEqual(["recalled", "verified", "recalled"]);
    expect(weakest("verified", "secondary")).toBe("secondary");
    expect(weakest("recalled", "secondary", "verified")).toBe("recalled");
  });
});

describe("names of countries", () => {
  it("are shown in the reader's language", () => {
    expect(countryName("UK", "en-GB")).toBe("United Kingdom");
    expect(countryName("Narnia", "en-GB")).toBe("Narnia");
    expect(countryNames("en-GB").length).toBeGreaterThan(200);
  });

  it.each([
    ["EL", "GR"],
    ["spain", "ES"],
    ["Spanien", "ES"],
    ["Turkey", "TR"],
    ["Türkiye", "TR"],
    ["TÜRKİYE", "TR"],
    ["türkıye", "TR"],
    ["Turquie", "TR"],
    ["Czech Republic", "CZ"],
    ["Czechia", "CZ"],
    ["Česko", "CZ"],
    ["Bosnia and Herzegovina", "BA"],
    ["Bosnia & Herzegovina", "BA"],
    ["Bosnia-Herzegovina", "BA"],
    ["Polska", "PL"],
    ["Grèce", "GR"],
    ["ΕΛΛΑΔΑ", "GR"],
    ["Ελλάς", null],
    ["The Netherlands", "NL"],
    ["Slovak Republic", "SK"],
    ["Kosovo *", "XK"],
    ["St. Lucia", "LC"],
    ["Saint Lucia", "LC"],
    [" Deutsch\u00adland\u200b", "DE"],
    ["Kongo", "CG"],
    ["Narnia", null],
    ["", null],
  ])("%j is read as %s", (text, code) => {
    expect(countryFromText(text)).toBe(code);
  });

  it("are read in every language in which invitations are written", () => {
    for (const locale of mailLocales) {
      for (const { code, name } of countryNames(locale)) expect([name, countryFromText(name)]).toEqual([name, code]);
    }
  });
});
