import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test as plain } from "vitest";
import type { Db } from "@/db/client";
import { libraryItems, organisations, publications } from "@/db/schema";
import { aPublication } from "@/server/testing/publication-factories";
import { callAs } from "@/server/testing/caller";
import { race } from "@/server/testing/barrier";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { aPractice } from "@/server/testing/work-factories";
import { projectHead } from "@/server/testing/world";
import { indexInLibrary, rebuildLibrary } from "./commands/index-in-library";
import { rebuildLibraryAt } from "./commands/rebuild-library";

const rowsOf = (tx: Db) => tx.select().from(libraryItems).orderBy(libraryItems.subjectId);
const wordsOf = async (tx: Db) =>
  (await tx.execute<{ word: string }>(sql`select word from library_words order by word`)).map(({ word }) => word);

const revisionOf = async (tx: Db, organisationId: string) => {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, organisationId));
  if (!row) throw new Error("The organisation is not there.");
  return row;
};

/** Edits of an organisation as its admin sends them. */
const renamed = ({ id, country, revision }: typeof organisations.$inferSelect, legalName: string) => ({
  organisationId: id,
  legalName,
  country,
  city: "Larissa",
  type: "school" as const,
  revision,
});

test("a practice is in the index from its publication until it is withdrawn", async ({ tx }) => {
  const project = await aProject(tx);
  const { id: practiceId } = await aPractice(tx, project, { status: "submitted", title: "Olive xylophones" });
  const before = [await rowsOf(tx), await wordsOf(tx)];
  const coordinator = await callAs(project.coordinator.manager, tx);
  await coordinator.practices.publish({ practiceId, revision: 1 });
  expect((await rowsOf(tx)).find(({ subjectId }) => subjectId === practiceId)).toMatchObject({
    kind: "practice",
    title: "Olive xylophones",
    organisation: project.partner.name,
    country: "GR",
  });
  expect(await wordsOf(tx)).toContain("xylophones");
  await coordinator.practices.withdraw({ practiceId, reason: "A name is in it." });
  expect([await rowsOf(tx), await wordsOf(tx)]).toEqual(before);
});

test("words that another item has stay when an item is withdrawn", async ({ tx }) => {
  const project = await aProject(tx);
  const { id: practiceId } = await aPractice(tx, project, { status: "published", title: "Olive xylophones" });
  await aPractice(tx, project, { status: "published", title: "Loud xylophones" });
  await (await callAs(project.coordinator.manager, tx)).practices.withdraw({ practiceId, reason: "Wrong." });
  const words = await wordsOf(tx);
  expect([words.includes("xylophones"), words.includes("olive")]).toEqual([true, false]);
});

test("edits of a published practice, its organisation and its project are in the index", async ({ tx }) => {
  const project = await aProject(tx);
  const { id: practiceId } = await aPractice(tx, project, { status: "published" });
  const found = async () => (await rowsOf(tx)).find(({ subjectId }) => subjectId === practiceId);
  const coordinator = await callAs(project.coordinator.manager, tx);
  const { revision, content } = await coordinator.practices.get({ practiceId });
  const edited = { ...content, title: "Zither lessons", field: "adult", language: "pl", topics: ["heritage"] } as const;
  await coordinator.practices.update({ ...edited, topics: [...edited.topics], practiceId, revision });
  expect(await found()).toMatchObject({ title: content.title, field: "school" });
  await coordinator.practices.submit({ practiceId });
  await coordinator.practices.publish({ practiceId, revision: revision + 2 });
  expect(await found()).toMatchObject({ title: "Zither lessons", field: "adult", languages: ["pl"] });
  expect((await found())?.facets).toContain("topic:heritage");

  const admin = await callAs(project.partner.manager, tx);
  await admin.organisations.update(renamed(await revisionOf(tx, project.partner.organisationId), "Zither School"));
  expect(await found()).toMatchObject({ organisation: "Zither School" });

  const { revision: projectRevision } = await coordinator.projects.get({ slug: project.slug });
  const head = { ...projectHead, title: "Zithers for all", acronym: "ZITHER" };
  await coordinator.projects.update({ ...head, projectId: project.id, revision: projectRevision });
  expect(await found()).toMatchObject({ acronym: "ZITHER" });
  expect((await found())?.names).toContain("Zithers for all");
});

test("a published output is in the index under its first organisation, and is found by all of them", async ({ tx }) => {
  const project = await aProject(tx);
  const texts = { title: "Guide to zithers", language: "fr", keywords: ["strings"], topics: ["heritage"] };
  const {
    output: { id: outputId },
    slug,
  } = await aPublication(tx, project, { named: [project.other, project.partner], texts });
  const found = async () => (await rowsOf(tx)).find(({ subjectId }) => subjectId === outputId);
  const row = await found();
  expect(row).toMatchObject({ kind: "output", slug, organisation: project.other.name, languages: ["fr"] });
  expect(row?.facets).toContain("topic:heritage");
  for (const name of [project.other.name, project.partner.name, "strings"]) {
    expect(row?.names).toContain(name);
  }
  const admin = await callAs(project.partner.manager, tx);
  await admin.organisations.update(renamed(await revisionOf(tx, project.partner.organisationId), "Zither School"));
  expect((await found())?.names).toContain("Zither School");
  await tx.update(publications).set({ status: "withdrawn" }).where(eq(publications.outputId, outputId));
  await indexInLibrary(tx, { kind: "output", id: outputId });
  expect(await found()).toBeUndefined();
});

test("an edit of a practice that is not public puts nothing into the index", async ({ tx }) => {
  const project = await aProject(tx);
  const { id: practiceId } = await aPractice(tx, project, { status: "submitted" });
  const before = await rowsOf(tx);
  const partner = await callAs(project.partner.contributor, tx);
  const { revision, content } = await partner.practices.get({ practiceId });
  await partner.practices.update({ ...content, practiceId, revision, field: "adult" });
  expect(await rowsOf(tx)).toEqual(before);
});

test("rebuilding makes the same rows and words, and removes those of nothing public", async ({ tx }) => {
  const project = await aProject(tx);
  for (let n = 0; n < 3; n += 1) await aPractice(tx, project, { status: "published" });
  await aPractice(tx, project, { status: "returned" });
  const before = [await rowsOf(tx), await wordsOf(tx)];
  await tx.insert(libraryItems).values({
    kind: "practice",
    subjectId: uuid(),
    projectId: project.id,
    slug: "left-over",
    title: "Left over",
    summary: "",
    body: "",
    language: "en",
    country: "GR",
    field: "school",
    licence: "CC0-1.0",
    organisation: "",
    names: "",
    acronym: "",
    publishedAt: new Date(),
  });
  expect(await rebuildLibrary(tx)).toBe(before[0]?.length);
  expect([await rowsOf(tx), await wordsOf(tx)]).toEqual(before);
});

plain("npm run library:rebuild works with the rights of the application", async () => {
  const own = await ownDatabase();
  try {
    await aPractice(own.db, await aProject(own.db), { status: "published" });
    await own.db.delete(libraryItems);
    expect(await rebuildLibraryAt(own.url)).toBe(1);
    expect((await rowsOf(own.db)).length).toBe(1);
  } finally {
    await own.close();
  }
});

plain("a practice that is withdrawn while its organisation is renamed leaves the index", async () => {
  const own = await ownDatabase();
  try {
    const project = await aProject(own.db);
    const { id: practiceId } = await aPractice(own.db, project, { status: "published" });
    const coordinator = await callAs(project.coordinator.manager, own.db);
    const admin = await callAs(project.partner.manager, own.db);
    const organisation = await revisionOf(own.db, project.partner.organisationId);
    await race<unknown>(own.db, sql`select pg_advisory_xact_lock(hashtextextended('library', 0))`, [
      () => admin.organisations.update(renamed(organisation, "Another name")),
      () => coordinator.practices.withdraw({ practiceId, reason: "A name is in it." }),
    ]);
    expect(await rowsOf(own.db)).toEqual([]);
  } finally {
    await own.close();
  }
});
