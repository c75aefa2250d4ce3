import { describe, expect, it } from "vitest";
import { steadyMoment } from "./steady-moment";

const now = new Date("2026-03-04T10:23:20.500Z");

describe("the moment a picture counts to", () => {
  it.each([
    ["2026-03-04T10:23:00Z", "2026-03-04T10:24:00.000Z"],
    ["2026-03-04T08:00:00Z", "2026-03-04T10:30:00.000Z"],
    ["2026-02-01T00:00:00Z", "2026-03-04T11:00:00.000Z"],
  ])("with something of %s on it is %s", (newest, moment) => {
    expect(steadyMoment(now, new Date(newest)).toISOString()).toBe(moment);
  });

  it("never lies before what is counted", () => {
    expect(steadyMoment(now, now).getTime()).toBeGreaterThanOrEqual(now.getTime());
    expect(steadyMoment(new Date("2026-03-04T10:00:00Z"), undefined).toISOString()).toBe("2026-03-04T10:00:00.000Z");
  });
});
