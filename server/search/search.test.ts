import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { aTask } from "@/server/testing/a-task";
import { callAs, everyRow } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { aComment, anOutput, aPractice, aSubmission, aVersion } from "@/server/testing/work-factories";

const mine = async (tx: Db, personId: string, text: string, cursor?: string) =>
  (await callAs(personId, tx)).search.mine({ text, cursor });
const kinds = async (tx: Db, personId: string, text: string) =>
  (await mine(tx, personId, text)).items.map(({ kind }) => kind);

/** A project in which one word is in everything that is searched. */
async function aSearchedProject(tx: Db) {
  const project = await aProject(tx);
  const output = await anOutput(tx, project, { title: "Guide to zithers" });
  const version = await aVersion(tx, output, { name: "zithers_final-v2.pdf" });
  const practice = await aPractice(tx, project, { title: "Zithers in class" });
  const subject = { type: "output", id: output.id } as const;
  const comment = await aComment(tx, project, subject, project.partner.contributor, { text: "Tune the ZITHER first." });
  return { project, output, version, practice, comment };
}

describe("a search over the projects of a person", () => {
  test("finds outputs, files, practices and comments, with where they are", async ({ tx }) => {
    const { project, output, practice, comment } = await aSearchedProject(tx);
    const { items } = await mine(tx, project.other.viewer, "zithers");
    const at = { slug: project.slug };
    expect(items).toMatchObject([
      { kind: "output", id: output.id, title: "Guide to zithers", project: at, outputId: output.id },
      { kind: "file", title: "zithers_final-v2.pdf", project: at, outputId: output.id },
      { kind: "practice", id: practice.id, project: at, practiceId: practice.id },
      { kind: "comment", id: comment.id, title: "", project: at, outputId: output.id },
    ]);
    expect(items[3]?.excerpt).toEqual([
      { text: "Tune the ", hit: false },
      { text: "ZITHER", hit: true },
      { text: " first.", hit: false },
    ]);
  });

  test("leads from a comment on a task to the task", async ({ tx }) => {
    const project = await aProject(tx);
    const id = await aTask(tx, project);
    const subject = { type: "task", id } as const;
    await aComment(tx, project, subject, project.partner.contributor, { text: "Tune the zither first." });
    const { items } = await mine(tx, project.other.viewer, "zither");
    expect(items).toMatchObject([{ kind: "comment", taskId: id, outputId: null, practiceId: null }]);
  });

  test("finds files by parts of their names, without regard to accents and case", async ({ tx }) => {
    const project = await aProject(tx);
    await aVersion(tx, await anOutput(tx, project), { name: "Οδηγός_ΔΑΣΟΥΣ-2026.final.pdf" });
    for (const text of ["οδηγος", "δασους 2026", "final", "δάσους"]) {
      expect(await kinds(tx, project.partner.viewer, text), text).toEqual(["file"]);
    }
  });

  test("finds people and organisations of the projects, each once", async ({ tx }) => {
    const project = await aProject(tx);
    const { name } = project.other;
    expect(await kinds(tx, project.partner.viewer, name)).toEqual(["organisation"]);
    const people = await (await callAs(project.partner.viewer, tx)).projects.members({ slug: project.slug });
    const other = people.items[0];
    if (!other) throw new Error("The project has people.");
    expect((await mine(tx, project.partner.viewer, other.name)).items).toMatchObject([
      { kind: "person", title: other.name, project: { slug: project.slug } },
    ]);
  });

  test("shows nothing of the projects of others", async ({ tx }) => {
    const { project } = await aSearchedProject(tx);
    const stranger = (await aProject(tx)).coordinator.manager;
    expect(await kinds(tx, stranger, "zithers")).toEqual([]);
    expect(await kinds(tx, stranger, project.other.name)).toEqual([]);
  });

  test("shows evaluators what they were asked to review, and no practices, partners or colleagues of partners", async ({
    tx,
  }) => {
    const { project, output, version } = await aSearchedProject(tx);
    const asked = { personId: project.evaluator.contributor, organisationId: project.evaluator.organisationId };
    expect(await kinds(tx, asked.personId, "zithers")).toEqual([]);
    const { id } = await aSubmission(tx, output, [version], [asked]);
    await aComment(tx, project, { type: "submission", id }, project.partner.contributor, { text: "A zither." });
    expect(await kinds(tx, asked.personId, "zithers")).toEqual(["output", "file", "comment"]);
    expect(await kinds(tx, project.evaluator.manager, "zithers")).toEqual([]);
    expect(await kinds(tx, asked.personId, project.partner.name)).toEqual([]);
    expect(await kinds(tx, asked.personId, project.evaluator.name)).toEqual(["organisation"]);
    expect(await kinds(tx, asked.personId, "Person")).not.toContain("output");
    const colleagues = (await mine(tx, asked.personId, "Person")).items.filter(({ kind }) => kind === "person");
    expect(colleagues.map((hit) => hit.id).sort()).toEqual(
      [project.evaluator.manager, project.evaluator.contributor, project.evaluator.viewer].sort(),
    );
  });

  test("shows no removed comment, and each result once over all pages", async ({ tx }) => {
    const { project, output, comment } = await aSearchedProject(tx);
    await (await callAs(project.partner.contributor, tx)).comments.remove({ commentId: comment.id });
    for (let n = 0; n < 55; n += 1) {
      const subject = { type: "output", id: output.id } as const;
      await aComment(tx, project, subject, project.partner.contributor, { text: `A zither, the ${String(n)}th.` });
    }
    const { rows, pages } = await everyRow((cursor) => mine(tx, project.partner.viewer, "zithers", cursor));
    expect([pages, rows.length, new Set(rows.map((row) => row.id)).size]).toEqual([3, 58, 58]);
    expect(rows.map((row) => row.id)).not.toContain(comment.id);
  });

  test("finds misspelt words in everything that is searched, and marks the similar words", async ({ tx }) => {
    const { project, output } = await aSearchedProject(tx);
    const found = await mine(tx, project.other.viewer, "zitherz");
    expect([found.isSimilar, found.items.map(({ kind }) => kind)]).toEqual([
      true,
      ["output", "file", "practice", "comment"],
    ]);
    expect(found.items.at(-1)?.excerpt).toContainEqual({ text: "ZITHER", hit: true });
    expect((await mine(tx, project.other.viewer, "zither")).isSimilar).toBe(false);
    for (const text of ["the guidd to zitherz", "ZITHÉRZ guide"]) {
      expect((await mine(tx, project.other.viewer, text)).items, text).toMatchObject([{ id: output.id }]);
    }
    expect(await kinds(tx, project.other.viewer, "zitherz trombone")).toEqual([]);
    const stranger = (await aProject(tx)).coordinator.manager;
    expect(await mine(tx, stranger, "zitherz")).toEqual({ items: [], isSimilar: false, nextCursor: null });
  });

  test.for([
    ["Σχολείο του δάσους", "σχολιο δασουσ"],
    ["L\u2019École en forêt", "ecolle foret"],
    ["Newton\u2019s garden", "Newtoon's gardn"],
    ["Учебна работилница", "учебна работилньца"],
    ["Zithers in class", "zihter"],
    ["Zither", "ztiher"],
    ["The table in the forest", "tbale froest"],
    ["The table in the forest", "taqle fqrest"],
    ["The table in the forest", "tble foest"],
    ["The table in the forest", "taqble"],
    ["Χάρτης του δάσους", "χατρης δαζους"],
    ["Работа в гората", "рбаота"],
    ["مدرسة في الغابة", "مردسة"],
  ])("finds %j by %j", async ([title, text], { tx }) => {
    const project = await aProject(tx);
    const { id } = await anOutput(tx, project, { title: title ?? "" });
    expect((await mine(tx, project.partner.viewer, text ?? "")).items).toMatchObject([{ kind: "output", id }]);
  });

  test("marks the words that begin with a misspelt one", async ({ tx }) => {
    const { project, output } = await aSearchedProject(tx);
    const subject = { type: "output", id: output.id } as const;
    await aComment(tx, project, subject, project.partner.contributor, { text: "Tables of the forest." });
    const { items } = await mine(tx, project.other.viewer, "tbale");
    expect(items[0]?.excerpt[0]).toEqual({ text: "Tables", hit: true });
  });

  test("shows each similar result once over all pages", async ({ tx }) => {
    const { project, output } = await aSearchedProject(tx);
    for (let n = 0; n < 55; n += 1) {
      const subject = { type: "output", id: output.id } as const;
      await aComment(tx, project, subject, project.partner.contributor, { text: `A zither, the ${String(n)}th.` });
    }
    const { rows, pages } = await everyRow((cursor) => mine(tx, project.partner.viewer, "zitherz", cursor));
    expect([pages, rows.length, new Set(rows.map((row) => row.id)).size]).toEqual([3, 59, 59]);
  });

  test.for(["%_".repeat(100), "the", "' & |", "\u202e", "x".repeat(200)])("of %j is answered", async (text, { tx }) => {
    const project = await aProject(tx);
    expect(await mine(tx, project.partner.viewer, text)).toEqual({ items: [], isSimilar: false, nextCursor: null });
  });
});
