import { v7 as uuid } from "uuid";
import { defaultRubric } from "@/domain/rubrics";
import { addLink } from "@/server/outputs/commands/add-link";
import { withdrawVersion } from "@/server/outputs/commands/withdraw-version";
import { changeRubric } from "@/server/reviews/commands/change-review-settings";
import { reopenSubmission } from "@/server/reviews/commands/reopen-submission";
import { withdrawSubmission } from "@/server/reviews/commands/withdraw-submission";
import { comment, discussHandbook } from "./discussion";
import { askForTime, moveSelfAssessment, orderOutputs } from "./due-dates";
import { handbook } from "./handbook-story";
import { sharePractices } from "./practices";
import { reportPages } from "./reports";
import { publishDeck, publishReport, publishWorkshop } from "./publications";
import { decide, find, review, scoresOf, submit } from "./review-acts";
import type { Stage } from "./stage";
import { askEachOther } from "./tasks";
import { otherLanguages } from "./translations";

/**
 * A year of uploads, submissions, reviews and decisions, so that every state of an output can be seen. Steps run in the
 * order of their days.
 */
export function tellStory(stage: Stage, projectId: string): void {
  criteria(stage, projectId);
  kickOff(stage);
  report(stage);
  workshop(stage);
  handbook(stage);
  discussHandbook(stage);
  courseAndFilms(stage);
  selfAssessment(stage);
  moveSelfAssessment(stage);
  askForTime(stage);
  orderOutputs(stage);
  otherLanguages(stage);
  sharePractices(stage, projectId);
  askEachOther(stage, projectId);
}

function criteria(stage: Stage, projectId: string): void {
  stage.scene(300, async () => {
    const criteria = [...defaultRubric("course"), { key: "own-1", label: "Works without an internet connection" }];
    await changeRubric(await stage.as("ana", 300), { projectId, number: 0, type: "course", criteria });
  });
}

function kickOff(stage: Stage): void {
  let deck = "";
  let submissionId = "";
  const name = { name: "kick-off.pptx", language: "en" };
  stage.scene(372, async () => {
    deck = await stage.upload("gosia", 372, "o9", "kick-off.pptx", name);
  });
  stage.scene(370, async () => {
    const note = "The colours are those of the partners.";
    submissionId = await submit(stage, {
      by: "gosia",
      daysAgo: 370,
      output: "o9",
      versions: [deck],
      reviewers: ["ana"],
      note,
    });
  });
  stage.scene(366, () =>
    review(
      stage,
      "ana",
      366,
      submissionId,
      "approve",
      "Clear, and the emblem is where it must be.",
      scoresOf("dissemination_material", 5, 4, 4, 3, 5, 5, 4),
    ),
  );
  stage.scene(365, () => decide(stage, 365, submissionId, "approve", ""));
  publishDeck(stage, () => deck);
  stage.scene(88, async () => {
    await stage.upload("gosia", 88, "o9", "kick-off-2.pptx", { ...name, note: "New address of the Polish partner" });
  });
}

function report(stage: Stage): void {
  const versions: string[] = [];
  let submissionId = "";
  stage.scene(260, async () => {
    versions.push(
      await stage.upload("maria", 260, "o1", "report-bg.pdf", { name: "доклад-умения.pdf", language: "bg" }),
    );
  });
  stage.scene(258, async () => {
    const name = { name: "skills-report-summary.docx", language: "en" };
    versions.push(await stage.upload("maria", 258, "o1", "guide-en.docx", name));
  });
  stage.scene(255, async () => {
    const note = "Twelve interviews, 148 answers.";
    submissionId = await submit(stage, {
      by: "maria",
      daysAgo: 255,
      output: "o1",
      versions,
      reviewers: ["eleni", "gosia"],
      note,
    });
  });
  stage.scene(249, () =>
    review(
      stage,
      "eleni",
      249,
      submissionId,
      "approve",
      "The table on page 9 is what we need for the course.",
      scoresOf("research_report", 5, 5, 4, 3, 5, 4, 5),
    ),
  );
  stage.scene(248, () => {
    const text = "Could the questionnaire be an annex?";
    return comment(stage, "annex", { type: "submission", id: submissionId }, { by: "gosia", daysAgo: 248, text });
  });
  stage.scene(243, () =>
    review(
      stage,
      "gosia",
      243,
      submissionId,
      "approve_with_remarks",
      "Good. The annex can follow.",
      scoresOf("research_report", 5, 4, 4, 4, 4, 5, null),
    ),
  );
  stage.scene(240, () => decide(stage, 240, submissionId, "approve", "Thank you all."));
  publishReport(stage, versions);
  reportPages(stage);
}

function workshop(stage: Stage): void {
  let rules = "";
  let sketch = "";
  let submissionId = "";
  stage.scene(164, async () => {
    sketch = await stage.upload("aino", 164, "o2", "guide-en-2.docx", { name: "workshop-sketch.docx", language: "en" });
  });
  stage.scene(163, async () => {
    const step = { by: "aino", daysAgo: 163, output: "o2", versions: [sketch], reviewers: ["jorge"] };
    submissionId = await submit(stage, { ...step, note: "Is this enough as a design?" });
  });
  stage.scene(160, () => {
    const text = "One page cannot be built from. We need drawings and the safety rules.";
    return review(stage, "jorge", 160, submissionId, "reject", text, scoresOf("toolkit", 2, 2, null, 4));
  });
  stage.scene(159, () => {
    const text = "The application promises drawings, a parts list and safety rules. Please submit these.";
    return decide(stage, 159, submissionId, "reject", text);
  });
  stage.scene(151, async () => {
    const reason = "Replaced by the drawings and the rules.";
    await withdrawVersion(await stage.as("aino", 151), { versionId: sketch, reason });
  });
  stage.scene(150, async () => {
    rules = await stage.upload("aino", 150, "o2", "guide-en.pdf", { name: "workshop-rules.pdf", language: "en" });
  });
  stage.scene(146, async () => {
    const note = "Drawings are on pages 4 to 11.";
    submissionId = await submit(stage, {
      by: "aino",
      daysAgo: 146,
      output: "o2",
      versions: [rules],
      reviewers: ["jorge", "pawel"],
      note,
    });
  });
  stage.scene(139, () => review(stage, "jorge", 139, submissionId, "approve", "We could build it from this."));
  stage.scene(137, () => review(stage, "pawel", 137, submissionId, "approve", "Agreed with our safety officer."));
  stage.scene(134, () => decide(stage, 134, submissionId, "approve", ""));
  stage.scene(133, async () => {
    const reason = "The fire brigade asked for one more look at page 7.";
    await reopenSubmission(await stage.as("ana", 133), { submissionId, reason });
  });
  stage.scene(131, () => decide(stage, 131, submissionId, "approve", "The fire brigade agrees with page 7."));
  publishWorkshop(stage, () => rules);
}

function courseAndFilms(stage: Stage): void {
  let units = "";
  let withdrawn = "";
  stage.scene(33, async () => {
    units = await stage.upload("pawel", 33, "o5", "guide-en.docx", {
      name: "green-seams-units-1-3.docx",
      language: "en",
    });
  });
  stage.scene(31, async () => {
    const note = "Units 1 to 3.";
    withdrawn = await submit(stage, {
      by: "gosia",
      daysAgo: 31,
      output: "o5",
      versions: [units],
      reviewers: ["maria", "aino"],
      note,
    });
  });
  stage.scene(30, async () => {
    const reason = "Unit 2 is the old one. The new one follows.";
    await withdrawSubmission(await stage.as("gosia", 30), { submissionId: withdrawn, reason });
  });
  stage.scene(26, async () => {
    await addLink(await stage.as("gosia", 26), {
      id: uuid(),
      outputId: stage.id("o5"),
      url: "https://kursy.ckz-zrodlo.example/zielone-spoiny",
      name: "Course on our platform",
      language: "pl",
      note: "Guest access, no password",
    });
  });
  stage.scene(12, async () => {
    await stage.upload("nikos", 12, "o6", "first-seam.webm", {
      name: "first-seam.webm",
      language: "en",
      note: "Rough cut",
    });
  });
}

function selfAssessment(stage: Stage): void {
  const versions: string[] = [];
  let submissionId = "";
  const tool = { name: "self-assessment.docx", language: "en" };
  const ask = (daysAgo: number, reviewers: string[], note: string) =>
    submit(stage, { by: "jorge", daysAgo, output: "o4", versions, reviewers, note });
  stage.scene(9, async () => {
    versions.push(await stage.upload("jorge", 9, "o4", "guide-en.docx", tool));
  });
  stage.scene(6, async () => {
    await ask(6, ["aino"], "A first look, please.");
  });
  stage.scene(4, async () => {
    const again = await stage.upload("jorge", 4, "o4", "guide-en-2.docx", { ...tool, note: "Shorter questions" });
    const slides = { name: "how-it-works.pptx", language: "en" };
    versions.splice(0, 1, again, await stage.upload("jorge", 4, "o4", "kick-off.pptx", slides));
  });
  stage.scene(3, async () => {
    submissionId = await ask(3, ["eleni", "aino", "joost"], "Tried with two classes; please look at question 7.");
  });
  stage.scene(2, async () => {
    const text = "A picture beside question 7 would help pupils who read slowly.";
    await find(stage, "aino", 2, submissionId, { versionId: versions[0] ?? "", weight: "could", quote: "7.", text });
    const scores = scoresOf("platform_tool", 5, 4, 5, 4, 3, 5, 5, 4);
    await review(stage, "aino", 2, submissionId, "approve_with_remarks", "Question 7 works now.", scores);
  });
  stage.scene(1, () => {
    const text = "Our pupils liked the before-and-after page most.";
    return comment(stage, "pupils", { type: "submission", id: submissionId }, { by: "aino", daysAgo: 1, text });
  });
}
