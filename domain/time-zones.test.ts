import { expect, it } from "vitest";
import { isTimeZone, timeZones } from "./time-zones";

it.each([
  ["Europe/Athens", true],
  ["Europe/Kiev", true],
  ["UTC", true],
  ["+02:00", false],
  ["Europe/Atlantis", false],
  ["", false],
  ["x".repeat(10_000), false],
])("isTimeZone(%j) is %j", (zone, valid) => {
  expect(isTimeZone(zone)).toBe(valid);
});

it("lists only zones that are accepted", () => {
  expect(timeZones().length).toBeGreaterThan(300);
  expect(timeZones().every(isTimeZone)).toBe(true);
});
