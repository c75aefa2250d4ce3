import { expect, it } from "vitest";
import { concernsPage } from "./concerns-page";

it("a project concerns its own pages and those about all projects, and no others", () => {
  const paths = [
    "/home",
    "/activity",
    "/projects",
    "/projects/bridges",
    "/projects/bridges/outputs/1",
    "/projects/bridges-2",
    "/projects/new",
    "/account",
    "/notifications",
    "/",
  ];
  expect(paths.filter((path) => concernsPage("bridges", path))).toEqual(paths.slice(0, 5));
  expect(paths.filter((path) => concernsPage("*", path))).toEqual(paths);
});
