import { describe, expect, it } from "vitest";
import { findPlace, townAt } from "./gazetteer";
import { plainName, PlaceIndex } from "./place-index";

async function nameOf(city: string, country: string) {
  const { place } = await findPlace(city, country);
  return place?.name ?? null;
}

describe("the gazetteer", () => {
  it.each([
    ["Athens", "EL", "Athens"],
    ["Αθήνα", "GR", "Athens"],
    ["ΑΘΗΝΑ", "GR", "Athens"],
    ["Θεσσαλονίκη", "EL", "Thessaloníki"],
    ["София", "BG", "Sofia"],
    ["Београд", "RS", "Belgrade"],
    ["Wien", "AT", "Vienna"],
    ["Koeln", "DE", "Köln"],
    ["lodz", "PL", "Łódź"],
    ["Kobenhavn", "DK", "Copenhagen"],
    ["s Hertogenbosch", "NL", "'s-Hertogenbosch"],
    ["London", "UK", "London"],
    ["თბილისი", "GE", "Tbilisi"],
    ["Prishtina", "XK", "Pristina"],
    ["Nairobi", "KE", "Nairobi"],
    ["Yala", "KE", "Yala"],
    // The first and the last line of the file, and lines at the border of two countries.
    ["El Tarter", "AD", "El Tarter"],
    ["Andorra la Vella", "AD", "Andorra la Vella"],
    ["Umm Al Quwain City", "AE", "Umm Al Quwain City"],
    ["Chitungwiza", "ZW", "Chitungwiza"],
  ])("finds %s in %s", async (city, country, name) => {
    expect(await nameOf(city, country)).toBe(name);
  });

  it("returns the largest of several places with the same name, and says that there are more", async () => {
    expect((await findPlace("Frankfurt", "DE")).place).toMatchObject({
      name: "Frankfurt am Main",
      isOneOfSeveral: true,
    });
    expect((await findPlace("Madrid", "ES")).place).toMatchObject({ isOneOfSeveral: false });
    expect((await findPlace("Rome", "IT")).place?.lat).toBeCloseTo(41.89, 1);
  });

  it("suggests names similar to an unknown one", async () => {
    expect(await findPlace("Madird", "ES")).toEqual({ place: null, isCountry: true, near: ["Madrid"] });
    expect(await findPlace("Thessalonikh", "GR")).toMatchObject({ near: ["Thessaloníki"] });
    expect(await findPlace("Q", "ES")).toMatchObject({ near: [] });
    expect(await findPlace("x".repeat(200), "FR")).toMatchObject({ place: null, near: [] });
    expect(await findPlace("Madrid", "ZZ")).toEqual({ place: null, isCountry: false, near: [] });
  });
});

describe("the location of a town for pictures", () => {
  it("is unknown at first while the country is loaded in the background, and known afterwards", async () => {
    expect(townAt("Reykjavík", "IS")).toBeUndefined();
    await findPlace("Reykjavík", "IS");
    const town = townAt("Reykjavik", "IS");
    expect(town?.lat).toBeCloseTo(64.1, 0);
    expect(town?.lon).toBeCloseTo(-21.9, 0);
    expect(townAt("Thessaloniki", "EL")).toEqual(townAt("Θεσσαλονίκη", "GR"));
    expect([townAt(null, "IS"), townAt("Nowhere at all", "IS"), townAt("Reykjavik", "ZZ")]).toEqual([null, null, null]);
  });
});

describe("an index of places", () => {
  it("finds every name after it has grown", () => {
    const index = new PlaceIndex();
    const count = 60_000;
    for (let n = 0; n < count; n += 1) {
      index.add({
        name: `Town ${String(n)}`,
        names: [`Town ${String(n)}`, `T${String(n)}`],
        rank: n,
        lat: n / 1_000,
        lon: 0,
      });
    }
    for (let n = 0; n < count; n += 97) {
      expect(index.find(`t${String(n)}`)).toMatchObject({ name: `Town ${String(n)}`, lat: n / 1_000 });
      expect(index.find(`Village ${String(n)}`)).toBeNull();
    }
  });

  it("compares names without accents, case and punctuation", () => {
    expect(
      ["Łódź", "Málaga", "İzmir", "Ørsta", "Straße", "Saint-Étienne", "ΠΆΤΡΑΣ", "  L'Aquila "].map(plainName),
    ).toEqual(["lodz", "malaga", "izmir", "orsta", "strasse", "saint etienne", plainName("Πάτρας"), "l aquila"]);
  });
});
