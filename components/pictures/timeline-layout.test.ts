import { describe, expect, it } from "vitest";
import { dayOf, fitTitle, lanesOf, layoutOf, monthsAround, namedMonths } from "./timeline-layout";

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

describe("the timeline of a project", () => {
  const band = { number: "WP1", title: "Trying it out", start: "2026-06-01", end: "2026-09-30", outputs: [] };
  const layout = (today: string, starts: string | null) => layoutOf([band], [], today, starts);
  const monthsNamed = (today: string) =>
    namedMonths(layout(today, null), (month) => month, "today").map(({ month }) => month);

  it("begins with the first month of the project", () => {
    expect(layout("2026-07-01", "2026-02-10").months[0]).toBe("2026-02");
    expect(layout("2026-07-01", null).months[0]).toBe("2026-06");
  });

  it("leaves out the names of months that the word for today would cover", () => {
    expect(monthsNamed("2027-01-01")).toEqual(["2026-06", "2026-07", "2026-08", "2026-09"]);
    expect(monthsNamed("2026-08-05")).toEqual(["2026-06", "2026-07", "2026-09"]);
  });

  it("shortens a title to the width of its band", () => {
    expect(fitTitle("WP1 Trying it out", 300)).toBe("WP1 Trying it out");
    expect(fitTitle("WP1 Trying it out in five regions", 80)).toBe("WP1 Trying…");
    expect(fitTitle("WP1", 0)).toBe("…");
  });
});
