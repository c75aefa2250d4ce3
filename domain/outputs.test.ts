import { describe, expect, it } from "vitest";
import { fileName, guessLanguage, likelyFile, nextStep } from "./outputs";

describe("file names", () => {
  it("survive in any script and lose what steers or hides", () => {
    expect(fileName("Οδηγός/τελικό.docx")).toBe("Οδηγός_τελικό.docx");
    expect(fileName("a\u202egnp.exe")).toBe("agnp.exe");
    expect(() => fileName(" .. ")).toThrow("file.name_invalid");
  });
});

describe("what a dropped file becomes", () => {
  const files = [{ name: "Handbook_EL.docx" }, { name: "report.pdf" }];
  it("finds the file it continues", () => {
    expect(likelyFile("handbook_el.docx", files)?.name).toBe("Handbook_EL.docx");
    expect(likelyFile("Handbook_EL_v3 (final).docx", files)?.name).toBe("Handbook_EL.docx");
    expect(likelyFile("report.docx", files)).toBeNull();
  });
  it("reads the language from the name only where it is promised", () => {
    expect(guessLanguage("Handbook-el v2.docx", ["en", "el"])).toBe("el");
    expect(guessLanguage("what it is.pdf", ["en", "el"])).toBe("");
    expect(guessLanguage("tool.pdf", ["en"])).toBe("en");
  });
});

describe("the next step", () => {
  it("says that a change after approval needs a new review", () => {
    expect(nextStep({ status: "approved", files: 1, waitingReviews: 0, changedSinceApproval: true })).toBe(
      "ask_review_again",
    );
    expect(nextStep({ status: "in_review", files: 1, waitingReviews: 0, changedSinceApproval: false })).toBe("decide");
  });
});
