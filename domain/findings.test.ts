import { describe, expect, it } from "vitest";
import {
  decideFinding,
  findingActs,
  findingRoles,
  findingStatuses,
  isOpenFinding,
  possibleFindingActs,
  requirePlace,
} from "./findings";

describe("a finding", () => {
  const outcome = (...[status, act, roles]: Parameters<typeof decideFinding>) => {
    try {
      return decideFinding(status, act, roles);
    } catch (problem) {
      return problem instanceof Error && problem.message === "forbidden" ? "F" : "-";
    }
  };

  it.each([
    [
      "reviewer",
      {
        draft: "draft draft open F F - -",
        open: "- - - F F closed -",
        fixed: "- - - F F closed open",
        declined: "- - - F F closed open",
        closed: "- - - F F - open",
      },
    ],
    [
      "lead",
      {
        draft: "F F F - - F F",
        open: "F F F fixed declined F F",
        fixed: "F F F fixed declined F F",
        declined: "F F F fixed declined F F",
        closed: "F F F - - F F",
      },
    ],
    [
      "coordinator",
      {
        draft: "F F F F F - -",
        open: "F F F F F closed -",
        fixed: "F F F F F closed open",
        declined: "F F F F F closed open",
        closed: "F F F F F - open",
      },
    ],
  ] as const)("changes by what a %s may do in each state", (role, expected) => {
    const table = findingStatuses.map((status) => [
      status,
      findingActs.map((act) => outcome(status, act, [role])).join(" "),
    ]);
    expect(Object.fromEntries(table)).toEqual(expected);
  });

  it("offers exactly the acts that succeed", () => {
    for (const status of findingStatuses) {
      for (const roles of [[], ...findingRoles.map((role) => [role]), findingRoles]) {
        const succeed = findingActs.filter((act) => !["F", "-"].includes(outcome(status, act, roles)));
        expect(possibleFindingActs(status, roles)).toEqual(succeed);
      }
    }
  });

  it("is open until its reviewer closes it, and not while it is a draft", () => {
    expect(findingStatuses.filter(isOpenFinding)).toEqual(["open", "fixed", "declined"]);
  });

  it.each([
    ["a page of a PDF", { page: 12, seconds: null }, "application/pdf", 12, null],
    ["a page after the last one", { page: 13, seconds: null }, "application/pdf", 12, "finding.page_unknown"],
    ["a page of a document that cannot be read", { page: 13, seconds: null }, "application/pdf", 0, null],
    ["a page of a document whose pages are not counted", { page: 13, seconds: null }, "application/msword", null, null],
    ["a page of a film", { page: 1, seconds: null }, "video/mp4", null, "finding.place_unsuitable"],
    ["a page of a picture", { page: 1, seconds: null }, "image/png", null, "finding.place_unsuitable"],
    ["a second of a recording", { page: null, seconds: 75 }, "audio/mpeg", null, null],
    ["a second of a PDF", { page: null, seconds: 75 }, "application/pdf", 12, "finding.place_unsuitable"],
    ["no place", { page: null, seconds: null }, "application/zip", null, null],
  ])("at %s", (_name, place, mediaType, pages, problem) => {
    const attempt = () => {
      requirePlace(place, { mediaType, pages });
    };
    if (problem === null) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(problem);
  });
});
