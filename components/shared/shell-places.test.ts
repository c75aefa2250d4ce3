import { describe, expect, it } from "vitest";
import { currentPlace, projectSlugOf, sectionPlaces, type ShellPlace } from "./shell-places";

const home: ShellPlace = { href: "/home", label: "Home", icon: "home" };
const projects: ShellPlace = { href: "/projects", label: "Projects", icon: "project" };

describe("the places of the shell", () => {
  it("knows the project from the address", () => {
    expect(projectSlugOf("/projects/bridges-x1/outputs")).toBe("bridges-x1");
    expect(projectSlugOf("/projects/new")).toBeNull();
    expect(projectSlugOf("/projects")).toBeNull();
    expect(projectSlugOf("/home")).toBeNull();
  });

  it("marks the nearest place as current", () => {
    const inside = sectionPlaces("bridges-x1", [
      { path: "", label: "Overview", icon: "map" },
      { path: "outputs", label: "Outputs", icon: "output" },
    ]);
    const all = [home, projects, ...inside];
    expect(currentPlace("/projects/bridges-x1/outputs/o4", all)?.label).toBe("Outputs");
    expect(currentPlace("/projects/bridges-x1", all)?.label).toBe("Overview");
    expect(currentPlace("/projects/new", all)?.label).toBe("Projects");
    expect(currentPlace("/homes", all)).toBeNull();
  });
});
