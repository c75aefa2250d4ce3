import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { anOutput, aSubmission, aVersion } from "@/server/testing/work-factories";

/** A submission that `other` reviews, as the subject of comments. */
async function aSubject(tx: Db) {
  const project = await aProject(tx);
  const output = await anOutput(tx, project, { status: "in_review" });
  const reviewer = { personId: project.other.contributor, organisationId: project.other.organisationId };
  const { id } = await aSubmission(tx, output, [await aVersion(tx, output)], [reviewer]);
  return { project, subject: { type: "submission", id } as const };
}

test("lists the comments on a subject once over all pages, oldest first", async ({ tx }) => {
  const { project, subject } = await aSubject(tx);
  const lead = await callAs(project.partner.contributor, tx);
  const ids = Array.from({ length: 27 }, () => uuid());
  for (const id of ids) await lead.comments.add({ id, subject, body: `Comment ${id}` });
  const { rows, pages } = await everyRow((cursor) => lead.comments.list({ subject, cursor }));
  expect(rows.map((row) => row.id)).toEqual([...ids].sort());
  expect(pages).toBe(2);
});

test("adds one comment and one event for a repeated id, and refuses the id on another subject", async ({ tx }) => {
  const { project, subject } = await aSubject(tx);
  const reviewer = await callAs(project.other.contributor, tx);
  const comment = { id: uuid(), subject, body: "Well done." };
  expect((await watch(tx, () => reviewer.comments.add(comment))).types).toEqual(["comment.added"]);
  const again = await watch(tx, () => reviewer.comments.add(comment));
  expect([again.answer, again.types]).toEqual([{ id: comment.id }, []]);
  const output = await anOutput(tx, project, { status: "in_review" });
  const { id } = await aSubmission(tx, output, [await aVersion(tx, output)], []);
  const elsewhere = { ...comment, subject: { type: "submission", id } } as const;
  expect(await problemOf(reviewer.comments.add(elsewhere))).toBe("input.id_taken");
  expect((await reviewer.comments.list({ subject: elsewhere.subject })).items).toEqual([]);
});

test("reads the comments of a subject through the index of the subject", async ({ tx }) => {
  const { subject } = await aSubject(tx);
  await tx.execute(sql`set local enable_seqscan = off`);
  const plan = await tx.execute(sql`explain select id from comments
    where subject_type = 'submission' and subject_id = ${subject.id} order by created_at, id limit 26`);
  const text = JSON.stringify([...plan]);
  expect(text).toContain("comments_subject");
  expect(text).not.toMatch(/Sort/);
});
