import { describe, expect, it } from "vitest";
import {
  decideMove,
  fileName,
  fileNameKey,
  guessLanguage,
  isLate,
  likelyFile,
  nextStep,
  outputState,
  outputStatuses,
  sharedTargets,
  withoutOutputCode,
  type OutputMove,
} from "./outputs";

describe("an output's status", () => {
  const moves: OutputMove[] = [
    "work",
    "submit",
    "approve",
    "request_changes",
    "reject",
    "publish",
    "unpublish",
    "reopen",
  ];
  const outcome = (status: (typeof outputStatuses)[number], move: OutputMove) => {
    try {
      return decideMove(status, move);
    } catch {
      return "-";
    }
  };

  it("changes only by the transitions of this table", () => {
    const table = outputStatuses.map((status) => [status, moves.map((move) => outcome(status, move)).join(" ")]);
    expect(Object.fromEntries(table)).toEqual({
      planned: "in_progress in_review - - - - - -",
      in_progress: "in_progress in_review - - - - - -",
      in_review: "in_review - approved changes_requested changes_requested - - -",
      changes_requested: "changes_requested in_review - - - - - in_review",
      approved: "approved in_review - - - published - in_review",
      published: "published in_review - - - - approved in_review",
    });
  });

  it("is late after its due date until it is approved", () => {
    const late = (status: (typeof outputStatuses)[number], dueOn: string | null) =>
      isLate({ status, dueOn }, "2026-03-16");
    expect(outputStatuses.filter((status) => late(status, "2026-03-15"))).toEqual([
      "planned",
      "in_progress",
      "in_review",
      "changes_requested",
    ]);
    expect(late("planned", "2026-03-16")).toBe(false);
    expect(late("planned", null)).toBe(false);
  });
});

describe("file names", () => {
  it("are compared without case and composition of accents", () => {
    expect(fileNameKey("ΟΔΗΓΌΣ.PDF")).toBe(fileNameKey("Οδηγός.pdf"));
    expect(fileNameKey("Café.pdf".normalize("NFD"))).toBe(fileNameKey("CAFÉ.pdf"));
    expect(fileNameKey("Guide 1.pdf")).not.toBe(fileNameKey("Guide 2.pdf"));
  });

  it("are cut to two hundred characters and keep their extension", () => {
    const name = fileName(`${"😀".repeat(300)}.docx`);
    expect([...name]).toHaveLength(200);
    expect(name.endsWith(".docx")).toBe(true);
  });

  it("keep any script and lose control characters and bidirectional marks", () => {
    expect(fileName("Οδηγός/τελικό.docx")).toBe("Οδηγός_τελικό.docx");
    expect(fileName("a\u202egnp.exe")).toBe("agnp.exe");
    expect(() => fileName(" .. ")).toThrow("file.name_invalid");
  });
});

describe("a dropped file", () => {
  const files = [{ name: "Handbook_EL.docx" }, { name: "report.pdf" }];
  it("is matched to the file it continues", () => {
    expect(likelyFile("handbook_el.docx", files)?.name).toBe("Handbook_EL.docx");
    expect(likelyFile("Handbook_EL_v3 (final).docx", files)?.name).toBe("Handbook_EL.docx");
    expect(likelyFile("report.docx", files)).toBeNull();
  });
  it("gets the language in its name only when the output has that language", () => {
    expect(guessLanguage("Handbook-el v2.docx", ["en", "el"])).toBe("el");
    expect(guessLanguage("what it is.pdf", ["en", "el"])).toBe("");
    expect(guessLanguage("tool.pdf", ["en"])).toBe("en");
  });
});

describe("the next step", () => {
  const output = { files: 1, waitingReviews: 0, changedSinceApproval: false, projectStatus: "running" } as const;
  it.each(["planned", "in_progress", "in_review", "changes_requested", "approved"] as const)(
    "asks for nothing in a closed project: %s",
    (status) => {
      expect(nextStep({ ...output, status, projectStatus: "closed" })).toBe("closed");
      expect(nextStep({ ...output, status: "published", projectStatus: "closed" })).toBe("done");
    },
  );
  it("asks for a new review after a change of an approved output", () => {
    expect(nextStep({ ...output, status: "approved", changedSinceApproval: true })).toBe("ask_review_again");
    expect(nextStep({ ...output, status: "in_review" })).toBe("decide");
  });
});

it.each(["Moduł 2.pdf", "Moduł_3.pdf", "Moduł 12.pdf", "Moduł 2026.pdf"])(
  "does not take %s for a version of another chapter, which differs by a bare number",
  (name) => {
    expect(likelyFile(name, [{ name: "Moduł 1.pdf" }])).toBeNull();
  },
);

it.each(["Guide v2", "Guide (1)", "Guide(2)", "Guide - copy", "Guide version 3", "Guide_v1.2", "Guide poprawiony"])(
  "takes %s for a version of the guide by its mark",
  (name) => {
    const guide = { name: "Guide.pdf" };
    expect(likelyFile(`${name}.pdf`, [guide])).toBe(guide);
  },
);

it("finds files of one drop that would become the same version, by name and language", () => {
  const files = [
    { id: "a", name: "Guide.docx", language: "en" },
    { id: "b", name: " guide.DOCX", language: "en" },
    { id: "c", name: "Guide.docx", language: "el" },
    { id: "d", name: "Guide v2.docx", language: "en" },
    { id: "e", name: "Guide.docx\u200f", language: "en" },
  ];
  const found = [...sharedTargets(files)].map(([id, other]) => `${id} with ${other.id}`);
  expect(found).toEqual(["a with b", "b with a", "e with a"]);
});

it.each(["τελικό", "endgültig", "definitivo", "ostateczny", "kopia", "copia"])("knows the version mark %s", (mark) => {
  const guide = { name: "Guide.pdf" };
  expect(likelyFile(`Guide ${mark}.pdf`, [guide])).toBe(guide);
});

it.each([
  ["approved", true, "approved_changed"],
  ["published", true, "published_changed"],
  ["approved", false, "approved"],
  ["in_review", true, "in_review"],
] as const)("shows %s with changed files %s as %s", (status, changedSinceApproval, state) => {
  expect(outputState({ status, changedSinceApproval })).toBe(state);
});

it.each([
  ["O1 European set of units", 1, "European set of units"],
  ["o1: European set", 1, "European set"],
  ["IO 1 – European set", 1, "European set"],
  ["PR3_Handbook for trainers", 3, "Handbook for trainers"],
  ["O01. O1 European set", 1, "European set"],
  ["O2 compared with O1", 1, "O2 compared with O1"],
  ["1 European set", 1, "1 European set"],
  ["O1", 1, "O1"],
  ["O1European set", 1, "O1European set"],
  ["Office 1 and more", 1, "Office 1 and more"],
])("the title “%s” of output %i is stored as “%s”", (title, number, stored) => {
  expect(withoutOutputCode(title, number)).toBe(stored);
});
