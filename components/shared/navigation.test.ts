import { describe, expect, it } from "vitest";
import { currentItem, navigationAt, type NavItem, projectSlugOf, sectionItems } from "./navigation";

const home: NavItem = { href: "/home", label: "Home", icon: "home" };
const projects: NavItem = { href: "/projects", label: "Projects", icon: "project" };
const sections = [
  { path: "", label: "Overview", icon: "map" },
  { path: "outputs", label: "Outputs", icon: "output" },
  { path: "consortium", label: "Consortium", icon: "people", membersOnly: true },
] as const;

describe("navigation", () => {
  it("reads the project from the address", () => {
    expect(projectSlugOf("/projects/bridges-x1/outputs")).toBe("bridges-x1");
    expect(projectSlugOf("/projects/new")).toBeNull();
    expect(projectSlugOf("/projects")).toBeNull();
    expect(projectSlugOf("/home")).toBeNull();
  });

  it("marks the item with the longest matching address as current", () => {
    const all = [home, projects, ...sectionItems({ slug: "bridges-x1" }, sections)];
    expect(currentItem("/projects/bridges-x1/outputs/o4", all)?.label).toBe("Outputs");
    expect(currentItem("/projects/bridges-x1", all)?.label).toBe("Overview");
    expect(currentItem("/projects/new", all)?.label).toBe("Projects");
    expect(currentItem("/homes", all)).toBeNull();
  });

  const navigation = {
    items: [home, projects],
    projects: [
      { slug: "bridges-x1", label: "BRIDGES" },
      { slug: "judged-x2", label: "JUDGED", evaluator: true },
    ],
    sections,
  };

  it("names a section as the call of the project does", () => {
    const named = { slug: "old-x3", label: "OLD", sectionLabels: { outputs: "Intellectual outputs" } };
    const at = navigationAt({ ...navigation, projects: [named] }, "/projects/old-x3/outputs");
    expect(at.inProject.map(({ label }) => label)).toEqual(["Overview", "Intellectual outputs", "Consortium"]);
    expect(at.current?.label).toBe("Intellectual outputs");
  });

  it("shows evaluators only the sections open to evaluators", () => {
    const labels = (slug: string) => navigationAt(navigation, `/projects/${slug}`).inProject.map(({ label }) => label);
    expect(labels("bridges-x1")).toEqual(["Overview", "Outputs", "Consortium"]);
    expect(labels("judged-x2")).toEqual(["Overview", "Outputs"]);
  });

  it("shows no sections of a project that the person does not belong to", () => {
    const { project, inProject, current } = navigationAt(navigation, "/projects/left-x3/outputs");
    expect([project, inProject]).toEqual([null, []]);
    expect(current).toBe(projects);
  });
});
