import { describe, expect, it } from "vitest";
import { outputTypes } from "./programme/vocabulary";
import { cleanRubric, defaultRubric, ownCriteria, requireCriteria } from "./rubrics";

describe("a rubric", () => {
  it("has seven or eight standard criteria for every kind of output, without teaching for a report", () => {
    const lengths = Object.fromEntries(outputTypes.map((type) => [type, defaultRubric(type).length]));
    expect(lengths).toMatchObject({ curriculum: 8, course: 8, research_report: 7, project_document: 7 });
    expect(defaultRubric("research_report").map(({ key }) => key)).not.toContain("didactics");
  });

  it("keeps labels of own criteria alone", () => {
    const criteria = [
      { key: "fit", label: "Something else" },
      { key: "own-1", label: "Fun" },
    ];
    expect(cleanRubric(criteria)).toEqual([
      { key: "fit", label: null },
      { key: "own-1", label: "Fun" },
    ]);
    expect(() => cleanRubric([{ key: "own-1", label: null }])).toThrow("rubric.criterion_unnamed");
    expect(() => cleanRubric([{ key: "own-1", label: "" }])).toThrow("rubric.criterion_unnamed");
    const twice = ["own-1", "own-2"].map((key) => ({ key, label: key === "own-1" ? "Fun" : "fun" }));
    expect(() => cleanRubric(twice)).toThrow("rubric.criterion_twice");
  });

  it("gives own criteria keys that are kept while their words are", () => {
    const first = ownCriteria("Fun\n\n Useful ", []);
    expect(first).toEqual([
      { key: "own-1", label: "Fun" },
      { key: "own-2", label: "Useful" },
    ]);
    expect(ownCriteria("New\nUseful", first)).toEqual([
      { key: "own-3", label: "New" },
      { key: "own-2", label: "Useful" },
    ]);
  });

  it.each([
    ["all of it", ["fit", "own-1"], true],
    ["a part", ["fit"], true],
    ["nothing", [], true],
    ["a criterion twice", ["fit", "fit"], false],
    ["an unknown criterion", ["content"], false],
  ])("accepts scores for %s: %s → %s", (_name, keys, accepted) => {
    const rubric = [
      { key: "fit", label: null },
      { key: "own-1", label: "Fun" },
    ];
    const attempt = () => {
      requireCriteria(
        rubric,
        keys.map((criterion) => ({ criterion })),
      );
    };
    if (accepted) expect(attempt).not.toThrow();
    else expect(attempt).toThrow("review.criterion_unknown");
  });
});
