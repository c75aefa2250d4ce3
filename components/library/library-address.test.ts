import { describe, expect, it } from "vitest";
import { libraryAddress, readLibraryFilters } from "./library-address";

describe("the address of the library", () => {
  it("holds the whole state of the page", () => {
    const filters = {
      text: "σχολείο & δάσος",
      kind: "output",
      country: "GR",
      field: "vet",
      topic: "heritage",
      targetGroup: "teachers",
      language: "el",
      licence: "CC-BY-4.0",
      sort: "newest" as const,
      cursor: "abc",
    };
    const address = libraryAddress("/library", filters);
    expect(readLibraryFilters(Object.fromEntries(new URL(address, "https://x.example").searchParams))).toEqual(filters);
  });

  it("is short when nothing was chosen, and names no kind where there is one alone", () => {
    expect(libraryAddress("/library", {})).toBe("/library");
    expect(libraryAddress("/practices", { kind: "practice", country: "GR" })).toBe("/practices?country=GR");
  });

  it("leaves out what no filter has, and cuts a long text", () => {
    const filters = readLibraryFilters({ country: "Atlantis", kind: ["output", "practice"], sort: "size", field: "" });
    expect(filters).toEqual({ text: undefined, sort: undefined, cursor: undefined });
    expect(readLibraryFilters({ text: "%".repeat(500) }).text).toBe("%".repeat(200));
  });
});
