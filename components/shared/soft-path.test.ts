import { expect, it } from "vitest";
import { softPath } from "./soft-path";

const here = "https://house.example/projects/bridges/activity?month=2026-01";

it.each([
  ["/projects/bridges", "/projects/bridges"],
  ["/projects/bridges/activity?month=2026-02#feed", "/projects/bridges/activity?month=2026-02#feed"],
  ["https://house.example/home", "/home"],
  ["/", "/"],
  // Links that the browser has to follow itself.
  ["#feed", null],
  ["https://elsewhere.example/home", null],
  ["mailto:ana@house.example", null],
  ["/files/01a2?sig=x", null],
  ["/api/outputs/01a2/archive", null],
  ["/upload", null],
  ["/favicon.ico", null],
])("%s leads to %s", (href, path) => {
  expect(softPath(href, here)).toBe(path);
});
