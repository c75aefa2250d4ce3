import { expect, it } from "vitest";
import { formatMoment, timeZoneName } from "./formatters";

it("an exact moment says in which time zone it is, on both sides of the change of the clock", () => {
  const winter = new Date("2026-01-15T12:00:00Z");
  const summer = new Date("2026-07-15T12:00:00Z");
  const athens = { locale: "en-GB", timeZone: "Europe/Athens" };
  expect(formatMoment(athens, winter, "full")).toMatch(/15 January 2026.*14:00 (GMT\+2|EET)$/u);
  expect(formatMoment(athens, summer, "full")).toMatch(/15 July 2026.*15:00 (GMT\+3|EEST)$/u);
  expect(timeZoneName(athens)).toBe("Eastern European Time");
  expect(timeZoneName({ locale: "de", timeZone: "Europe/Vienna" })).toBe("Mitteleuropäische Zeit");
});
