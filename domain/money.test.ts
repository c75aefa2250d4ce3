import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCents, isCents, percentOf, shareOut, sumCents } from "./money";

describe("money", () => {
  it("allocates an amount without losing a cent", () => {
    const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amount, fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 }), (total, weights) => {
        const shares = shareOut(total, weights);
        expect(sumCents(shares)).toBe(total);
        expect(shares).toHaveLength(weights.length);
        expect(shares.every(isCents)).toBe(true);
      }),
    );
  });

  it("allocates nothing to weight zero, unless all weights are zero", () => {
    expect(shareOut(100, [0, 1, 0])).toEqual([0, 100, 0]);
    expect(shareOut(100, [0, 0, 0])).toEqual([34, 33, 33]);
    expect(shareOut(100, [])).toEqual([]);
    expect(shareOut(-5, [1, 1])).toEqual([-3, -2]);
  });

  it("rounds a percentage to whole cents", () => {
    expect(percentOf(1_000_00, 75)).toBe(750_00);
    expect(percentOf(1, 50)).toBe(1);
    expect(percentOf(-1, 50)).toBe(-1);
  });

  it("formats an amount for its reader", () => {
    expect(formatCents(12_500_00, "en-GB")).toBe("€12,500");
    expect(formatCents(1_50, "en-GB")).toBe("€1.50");
  });
});
