import { close, decide, find, fix, review, scoresOf, submit } from "./review-acts";
import type { Stage } from "./stage";

/** A handbook whose review found something: one finding is closed, another one is answered and waits for its reviewer. */
export function handbook(stage: Stage): void {
  const versions: string[] = [];
  let submissionId = "";
  const draft = { name: "εγχειρίδιο.docx", language: "el" };
  stage.scene(95, async () => {
    await stage.upload("nikos", 95, "o3", "guide-el.docx", { ...draft, note: "First chapters" });
  });
  stage.scene(61, async () => {
    versions.push(await stage.upload("nikos", 61, "o3", "guide-el.pdf", { name: "εγχειρίδιο.pdf", language: "el" }));
  });
  stage.scene(58, async () => {
    const name = { name: "trainer-handbook.pdf", language: "en" };
    versions.push(await stage.upload("eleni", 58, "o3", "guide-en.pdf", name));
  });
  stage.scene(55, async () => {
    const note = "Chapter 5 is still short.";
    submissionId = await submit(stage, {
      by: "eleni",
      daysAgo: 55,
      output: "o3",
      versions,
      reviewers: ["maria", "joost"],
      note,
    });
  });
  let typo = "";
  let safety = "";
  stage.scene(47, async () => {
    const text = "Two different words for the same tool. Keep one.";
    typo = await find(stage, "maria", 47, submissionId, {
      versionId: versions[1] ?? "",
      weight: "should",
      page: 1,
      text,
    });
    const scores = scoresOf("guide", 5, 4, 4, 3, 3, 4, 5, 5);
    await review(stage, "maria", 47, submissionId, "approve_with_remarks", "Usable when the words agree.", scores);
  });
  stage.scene(45, async () => {
    safety = await find(stage, "joost", 45, submissionId, {
      versionId: versions[1] ?? "",
      weight: "must",
      page: 1,
      quote: "The trailer may stand on school ground.",
      text: "Who answers for safety then? Name the person, and say it on the first page.",
    });
  });
  stage.scene(44, () => {
    const text =
      "Chapter 5 does not say who answers for safety when the trailer stands in a school. Say it on the first page.";
    const scores = scoresOf("guide", 4, 2, 4, 4, 3, 4, 5, null);
    return review(stage, "joost", 44, submissionId, "request_changes", text, scores);
  });
  stage.scene(41, () => {
    const text = "Please take up Joost’s point; the Polish and Spanish versions can wait for it.";
    return decide(stage, 41, submissionId, "request_changes", text);
  });
  stage.scene(8, async () => {
    const newer = await stage.upload("nikos", 8, "o3", "guide-el-2.docx", { ...draft, note: "Chapter 5 rewritten" });
    await fix(stage, "nikos", 8, typo, newer, "One word everywhere now.");
    await fix(
      stage,
      "nikos",
      8,
      safety,
      newer,
      "The head of the workshop answers; chapter 5 says so on its first page.",
    );
  });
  stage.scene(7, () => close(stage, "maria", 7, typo, ""));
}
