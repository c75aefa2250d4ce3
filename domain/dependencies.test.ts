import { describe, expect, it } from "vitest";
import { canHold, mostDependencies, requireDependency } from "./dependencies";

const after = (outputId: string, afterId: string) => ({ outputId, afterId });

describe("a dependency", () => {
  const known = [after("b", "a"), after("c", "b"), after("d", "b"), after("d", "c")];
  it.each([
    ["a", "a"],
    ["a", "b"],
    ["a", "c"],
    ["b", "d"],
  ])("of %s on %s closes a cycle", (outputId, afterId) => {
    expect(() => requireDependency(known, after(outputId, afterId))).toThrow("output.dependency_cycle");
  });

  it.each([
    ["d", "a"],
    ["c", "e"],
    ["e", "d"],
  ])("of %s on %s closes none", (outputId, afterId) => {
    expect(() => requireDependency(known, after(outputId, afterId))).not.toThrow();
  });

  it("is refused beyond the most that an output can have", () => {
    const full = Array.from({ length: mostDependencies }, (_, n) => after("x", String(n)));
    expect(() => requireDependency(full, after("x", "y"))).toThrow("output.dependencies_full");
  });

  it("cannot hold when the first is not due before the second", () => {
    const before = { dueOn: "2027-02-01" };
    expect(["2027-02-02", "2027-02-01", "2027-01-01", null].map((day) => canHold(day, before))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(canHold("2027-01-01", { dueOn: null })).toBe(true);
  });
});
