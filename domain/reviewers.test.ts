import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingItems, proposeReviewers } from "./reviewers";

const person = (personId: string, country: string, open = 0, organisation = personId) => ({
  personId,
  organisation: { id: organisation, country },
  open,
});

describe("proposed reviewers", () => {
  it.each([
    ["people from two other countries", [person("a", "EL"), person("b", "ES"), person("c", "PL")], ["b", "c"]],
    ["those with fewer open reviews", [person("a", "ES", 3), person("b", "PL", 1), person("c", "FI")], ["c", "b"]],
    ["one of each organisation", [person("a", "ES", 0, "x"), person("b", "ES", 0, "x"), person("c", "EL")], ["a", "c"]],
    ["somebody from the lead's country when nobody else is there", [person("a", "EL", 4)], ["a"]],
    ["nobody when there is nobody", [], []],
  ])("are %s", (_name, people, expected) => {
    expect(proposeReviewers(people, { country: "EL" })).toEqual(expected);
  });

  it("are never two of one organisation, and two wherever there are two organisations", () => {
    const anyone = fc.record({
      personId: fc.uuid(),
      organisation: fc.record({ id: fc.constantFrom("a", "b", "c"), country: fc.constantFrom("EL", "ES", "PL") }),
      open: fc.nat({ max: 9 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyone, { selector: ({ personId }) => personId }), (people) => {
        const chosen = proposeReviewers(people, { country: "EL" });
        const organisations = chosen.map((id) => people.find(({ personId }) => personId === id)?.organisation.id);
        expect(new Set(organisations).size).toBe(chosen.length);
        expect(chosen.length).toBe(Math.min(2, new Set(people.map(({ organisation }) => organisation.id)).size));
      }),
    );
  });
});

it("names what a submission lacks, and no more", () => {
  const output = { description: " ", languages: ["el", "en"], licence: null };
  expect(missingItems(output, [{ language: "en" }])).toEqual([
    { item: "description", languages: [] },
    { item: "languages", languages: ["el"] },
    { item: "licence", languages: [] },
  ]);
  const complete = { description: "A guide.", languages: ["en"], licence: "CC-BY-4.0" };
  expect(missingItems(complete, [{ language: "en" }])).toEqual([]);
});
