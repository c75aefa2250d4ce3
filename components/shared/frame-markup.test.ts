import { describe, expect, it } from "vitest";
import { bottomMarkup, type Frame, type FrameWords, placesAt, railMarkup, topMarkup } from "./frame-markup";

const hostile = `<script>alert("1")</script> & 'X'`;
const harmless = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;X&#39;";

const words: FrameWords = {
  main: "Main",
  project: "Project",
  chooseProject: "Choose a project",
  allProjects: "All projects",
  newProject: "Start a partnership",
  account: "Account",
  banner: "Notice",
  mark: "Consorta",
  more: "More",
  signOut: "Sign out",
  skip: "Skip",
};

const frame: Frame = {
  person: { name: "Ana Gil", organisation: "Sol" },
  places: [
    { href: "/home", label: "Home", icon: "home" },
    { href: "/projects", label: "Projects", icon: "project" },
  ],
  projects: [
    { slug: "bridges-x1", label: "BRIDGES" },
    { slug: "judged-x2", label: "JUDGED", outside: true },
  ],
  sections: [
    { path: "", label: "Overview", icon: "map" },
    { path: "outputs", label: "Outputs", icon: "output" },
    { path: "consortium", label: "Consortium", icon: "people", insideOnly: true },
  ],
  account: [{ href: "/account", label: "Your account" }],
  words,
  theme: { label: "Colours", system: "System", light: "Light", dark: "Dark" },
};

const drawnAt = (path: string, of: Frame = frame) => {
  const here = placesAt(of, path);
  return { rail: String(railMarkup(here)), top: String(topMarkup(here)), bottom: String(bottomMarkup(here)) };
};

/** The address of every link that is marked as the current one. */
const marked = (markup: string) =>
  [...markup.matchAll(/<a\s[^>]*>/gu)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`aria-current="page"`))
    .map((tag) => /href="([^"]*)"/u.exec(tag)?.[1]);

const hrefs = (markup: string) => [...markup.matchAll(/<a\s[^>]*href="([^"]*)"/gu)].map(([, href]) => href);

describe("the frame around a page", () => {
  it("marks the one place an address lies in, in the rail and in the bar", () => {
    const inOutput = drawnAt("/projects/bridges-x1/outputs/o4");
    expect(marked(inOutput.rail)).toEqual(["/projects/bridges-x1/outputs"]);
    expect(marked(inOutput.bottom)).toEqual(["/projects/bridges-x1/outputs"]);
    expect(marked(drawnAt("/account").rail)).toEqual([]);
  });

  it("leads an evaluator only to what an evaluator may open", () => {
    expect(hrefs(drawnAt("/projects/bridges-x1").rail)).toContain("/projects/bridges-x1/consortium");
    const judged = drawnAt("/projects/judged-x2");
    expect(hrefs(judged.rail)).toContain("/projects/judged-x2/outputs");
    expect(hrefs(judged.rail + judged.bottom)).not.toContain("/projects/judged-x2/consortium");
  });

  it("offers nothing of a project that is not, or no longer, the person's", () => {
    const gone = drawnAt("/projects/left-x3/outputs");
    expect(hrefs(gone.rail + gone.bottom).filter((href) => href?.includes("left-x3"))).toEqual([]);
    expect(marked(gone.rail)).toEqual(["/projects"]);
    expect(gone.top).toContain("Choose a project");
  });

  it("knows every project, and lists the newest twelve", () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ slug: `p${String(index)}`, label: `P${String(index)}` }));
    const { rail, top } = drawnAt("/projects/p19", { ...frame, projects: many });
    expect(top).toContain(">P19<");
    expect(hrefs(rail)).toContain("/projects/p19/consortium");
    expect(hrefs(top).filter((href) => /^\/projects\/p\d+$/u.test(href ?? ""))).toHaveLength(12);
  });

  it("gives each menu and each switch of the page a name of its own", () => {
    const { rail, top, bottom } = drawnAt("/projects/bridges-x1");
    const ids = [...(rail + top + bottom).matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
    expect(ids).toEqual(["rail-projects", "rail-account", "top-projects", "more"]);
    expect(rail).toContain(`name="rail-theme"`);
    expect(bottom).not.toContain(`name="rail-theme"`);
  });

  it("shows names as they are written and never runs them", () => {
    const named = {
      ...frame,
      person: { name: hostile, organisation: "مدرسة 🌻" },
      projects: [{ slug: "bridges-x1", label: hostile }],
    };
    const { rail, top } = drawnAt("/projects/bridges-x1", named);
    expect(rail + top).not.toContain("<script");
    expect(rail.split(harmless)).toHaveLength(4);
    expect(rail).toContain("مدرسة 🌻");
  });
});
