import { describe, expect, it } from "vitest";
import { dayOf, lanesOf, monthsAround } from "./timeline-layout";

describe("the scale of the timeline", () => {
  it("covers whole months around every date, across years", () => {
    const { span, months } = monthsAround(["2027-02-10", "2026-11-30"]);
    expect(months).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect(span).toEqual({ from: dayOf("2026-11-01"), to: dayOf("2027-03-01") });
  });

  it("gives an organisation a second line when two dots would overlap", () => {
    const lanes = lanesOf(
      [
        { x: 100, organisation: "a" },
        { x: 110, organisation: "a" },
        { x: 180, organisation: "a" },
        { x: 105, organisation: "b" },
      ],
      46,
    );
    expect(lanes.map(({ organisation, dots }) => [organisation, dots.map(({ x }) => x)])).toEqual([
      ["a", [100, 180]],
      ["b", [105]],
      ["a", [110]],
    ]);
  });
});
