import { describe, expect, it } from "vitest";
import { fateOf, mergeValues, threeWay } from "./three-way";

describe("merging a field that two people may have changed", () => {
  it.each([
    ["nobody changed it", "a", "a", "a", "same"],
    ["both wrote the same", "a", "b", "b", "same"],
    ["only I changed it", "a", "b", "a", "mine"],
    ["only the other changed it", "a", "a", "b", "theirs"],
    ["both changed it differently", "a", "b", "c", "both"],
    ["I emptied it", "a", undefined, "a", "mine"],
    ["an empty field is absent from the form", "", undefined, null, "same"],
    ["an untouched empty field gets the stored value", null, undefined, "b", "theirs"],
    ["a number comes back as text", 2026, "2026", 2027, "theirs"],
    ["a box was ticked", false, true, false, "mine"],
    ["a set has no order", ["de", "en"], ["en", "de"], ["de", "en", "fr"], "theirs"],
    ["an empty set is absent", [], undefined, ["de"], "theirs"],
    ["both added to a set", ["de"], ["de", "en"], ["de", "fr"], "both"],
    ["line ends are the browser's", "one\r\ntwo", "one\ntwo", "three", "theirs"],
    ["parts belong together", { year: 2026, kind: null }, { kind: "a", year: "2026" }, { year: 2027 }, "both"],
    ["parts nobody changed", { year: 2026, kind: null }, { year: "2026" }, { kind: null, year: 2026 }, "same"],
  ])("%s", (_, base, mine, theirs, fate) => {
    expect(fateOf(base, mine, theirs)).toBe(fate);
  });
});

describe("merging a form that two people saved", () => {
  const names = ["title", "need", "done", "languages"] as const;
  const base = { title: "Old", need: "", done: "", languages: ["en"] };
  const mine = { title: "Mine", need: "", done: "My steps", languages: ["en"] };
  const theirs = { title: "Theirs", need: "Their need", done: "", languages: ["de", "en"] };

  it("asks only about fields that both changed differently", () => {
    expect(threeWay(names, { base, mine, theirs })).toEqual({
      both: ["title"],
      mine: ["done"],
      theirs: ["need", "languages"],
      same: [],
    });
  });

  it.each(["mine", "theirs"] as const)(
    "keeps the changes of both, and for the conflicting field those of %s",
    (side) => {
      expect(mergeValues(names, { base, mine, theirs }, { title: side })).toEqual({
        title: { mine: "Mine", theirs: "Theirs" }[side],
        need: "Their need",
        done: "My steps",
        languages: ["de", "en"],
      });
    },
  );

  it("keeps the typed value when no choice was made", () => {
    expect(mergeValues(names, { base, mine, theirs }, {}).title).toBe("Mine");
  });

  it("leaves out values of unknown fields", () => {
    const standing = { ...theirs, revision: 3 };
    expect(mergeValues(names, { base, mine, theirs: standing }, {})).not.toHaveProperty("revision");
  });
});
