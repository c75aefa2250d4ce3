import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchForm } from "./search-form";

describe("the form in which texts are searched", () => {
  it.each([
    ["École d’été", "ecole d ete"],
    ["ΔΆΣΟΣ", "δασοσ"],
    ["δάσος", "δασοσ"],
    ["Newton's", "newton s"],
    ["Newton’s", "newton s"],
    ["co\u00adoperation", "cooperation"],
    ["ŁÓDŹ, Straße, Ærø", "lodz strasse aero"],
    ["İSTANBUL ılık", "istanbul ilik"],
    ["col·legi", "collegi"],
    ["e\u0301cole", "ecole"],
    ["№ 5: ﬁve %_\\", "no 5 five"],
    ["שָׁלוֹם", "שלום"],
    ["東京 大学", "東 京 大 学"],
    ["  \t\n", ""],
    ["%".repeat(200), ""],
  ])("of %j is %j", (text, form) => {
    expect(searchForm(text)).toBe(form);
  });

  it("is the same for the form itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(searchForm(searchForm(text))).toBe(searchForm(text));
      }),
    );
  });
});
