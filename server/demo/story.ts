import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Decision, Verdict } from "@/domain/reviews";
import { addLink } from "@/server/outputs/commands/add-link";
import { draftPractice } from "@/server/practices/commands/draft-practice";
import { movePractice } from "@/server/practices/commands/move-practice";
import { decideSubmission } from "@/server/reviews/commands/decide-submission";
import { giveReview } from "@/server/reviews/commands/give-review";
import { publishOutput } from "@/server/reviews/commands/publish-output";
import { submitForReview } from "@/server/reviews/commands/submit";
import { comment, discussHandbook } from "./discussion";
import { demoPractices } from "./plan";
import type { Stage } from "./stage";

type SubmissionStep = {
  by: string;
  daysAgo: number;
  output: string;
  versions: string[];
  reviewers: string[];
  note: string;
};

async function submit(stage: Stage, step: SubmissionStep): Promise<string> {
  const { submissionId } = await submitForReview(await stage.as(step.by, step.daysAgo), {
    id: uuid(),
    outputId: stage.id(step.output),
    versionIds: step.versions,
    reviewerIds: step.reviewers.map((key) => stage.id(key)),
    note: step.note,
    dueOn: stage
      .at(step.daysAgo - 14)
      .toISOString()
      .slice(0, 10),
  });
  return submissionId;
}

async function review(
  stage: Stage,
  by: string,
  daysAgo: number,
  submissionId: string,
  verdict: Verdict,
  comment: string,
) {
  const [row] = await stage.tx.execute<{ id: string }>(
    sql`select id from reviews where submission_id = ${submissionId} and reviewer_id = ${stage.id(by)}`,
  );
  if (!row) throw new Error(`${by} was not asked to review.`);
  await giveReview(await stage.as(by, daysAgo), { reviewId: row.id, verdict, comment, scores: [] });
}

async function decide(stage: Stage, daysAgo: number, submissionId: string, verdict: Decision, comment: string) {
  await decideSubmission(await stage.as("ana", daysAgo), { submissionId, verdict, comment });
}

/**
 * A year of uploads, submissions, reviews and decisions, so that every state of an output can be seen. Steps run in the
 * order of their days.
 */
export function tellStory(stage: Stage, projectId: string): void {
  kickOff(stage);
  report(stage);
  workshop(stage);
  handbook(stage);
  discussHandbook(stage);
  courseAndFilms(stage);
  selfAssessment(stage);
  practices(stage, projectId);
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
    review(stage, "ana", 366, submissionId, "approve", "Clear, and the emblem is where it must be."),
  );
  stage.scene(365, () => decide(stage, 365, submissionId, "approve", ""));
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
    review(stage, "eleni", 249, submissionId, "approve", "The table on page 9 is what we need for the course."),
  );
  stage.scene(248, () => {
    const text = "Could the questionnaire be an annex?";
    return comment(stage, "annex", { type: "submission", id: submissionId }, { by: "gosia", daysAgo: 248, text });
  });
  stage.scene(243, () => review(stage, "gosia", 243, submissionId, "approve", "Good. The annex can follow."));
  stage.scene(240, () => decide(stage, 240, submissionId, "approve", "Thank you all."));
  stage.scene(236, async () => publishOutput(await stage.as("ana", 236), { outputId: stage.id("o1") }));
}

function workshop(stage: Stage): void {
  let rules = "";
  let submissionId = "";
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
}

function handbook(stage: Stage): void {
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
  stage.scene(47, () => review(stage, "maria", 47, submissionId, "approve", "Usable as it is."));
  stage.scene(44, () => {
    const text =
      "Chapter 5 does not say who answers for safety when the trailer stands in a school. Say it on the first page.";
    return review(stage, "joost", 44, submissionId, "request_changes", text);
  });
  stage.scene(41, () => {
    const text = "Please take up Joost’s point; the Polish and Spanish versions can wait for it.";
    return decide(stage, 41, submissionId, "request_changes", text);
  });
  stage.scene(8, async () => {
    await stage.upload("nikos", 8, "o3", "guide-el-2.docx", { ...draft, note: "Chapter 5 rewritten" });
  });
}

function courseAndFilms(stage: Stage): void {
  stage.scene(33, async () => {
    await stage.upload("pawel", 33, "o5", "guide-en.docx", { name: "green-seams-units-1-3.docx", language: "en" });
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
  stage.scene(2, () => review(stage, "aino", 2, submissionId, "approve", "Question 7 works now."));
  stage.scene(1.5, () => {
    const text = "Our pupils liked the before-and-after page most.";
    return comment(stage, "pupils", { type: "submission", id: submissionId }, { by: "aino", daysAgo: 1.5, text });
  });
}

function practices(stage: Stage, projectId: string): void {
  for (const { by, state, ...text } of demoPractices) {
    const practiceId = uuid();
    const content = { ...text, field: "vet" as const, language: "en", licence: "CC-BY-4.0" as const };
    stage.scene(70, async () => {
      await draftPractice(await stage.as(by, 70), { id: practiceId, projectId, ...content });
    });
    stage.scene(68, async () => movePractice(await stage.as(by, 68), { practiceId }, "submit"));
    if (state === "published") {
      stage.scene(64, async () => movePractice(await stage.as("ana", 64), { practiceId }, "publish"));
    }
  }
}
