import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { comments } from "@/db/schema";
import { race } from "@/server/testing/barrier";
import { callAs, problemOf } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";

async function aRace() {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const output = await anOutput(own.db, project);
  const subject = { type: "output", id: output.id } as const;
  const author = await callAs(project.partner.contributor, own.db);
  const commentId = uuid();
  await author.comments.add({ id: commentId, subject, text: "One.", visibility: "everyone" });
  const coordinator = await callAs(project.coordinator.manager, own.db);
  return { own, subject, author, coordinator, commentId };
}

test("two edits of a comment at the same time keep one and refuse the other, and one edit sent twice is made once", async () => {
  const { own, subject, author, commentId } = await aRace();
  const lock = sql`select id from comments where id = ${commentId} for update`;
  const edit = (text: string, id = uuid()) =>
    problemOf(author.comments.edit({ id, commentId, text, revision: text === "Again." ? 2 : 1 }));
  expect((await race(own.db, lock, [() => edit("Two."), () => edit("Three.")])).sort()).toEqual([
    "",
    "comment.changed",
  ]);
  const id = uuid();
  expect(await race(own.db, lock, [() => edit("Again.", id), () => edit("Again.", id)])).toEqual(["", ""]);
  const [comment] = (await author.comments.list({ subject })).items;
  expect(comment).toMatchObject({ text: "Again.", revision: 3 });
  expect((await author.comments.versions({ commentId })).items).toHaveLength(2);
  await own.close();
});

test("a comment that is edited while its author removes it stays removed", async () => {
  const { own, author, commentId } = await aRace();
  const lock = sql`select id from comments where id = ${commentId} for update`;
  const outcomes = await race(own.db, lock, [
    () => problemOf(author.comments.remove({ commentId })),
    () => problemOf(author.comments.edit({ id: uuid(), commentId, text: "Two.", revision: 1 })),
  ]);
  expect(outcomes[0]).toBe("");
  expect(["", "comment.removed"]).toContain(outcomes[1]);
  const [row] = await own.db.select({ text: comments.text }).from(comments);
  expect(row?.text).toBe("");
  expect((await author.comments.versions({ commentId })).items).toEqual([]);
  await own.close();
});

test("a reply to an output that is removed at the same time leaves no comment without its output", async () => {
  const { own, subject, author, coordinator, commentId } = await aRace();
  const lock = sql`select id from outputs where id = ${subject.id} for update`;
  const reply = { id: uuid(), subject, text: "Reply.", visibility: "everyone", replyTo: commentId } as const;
  const [removed, added] = await race(own.db, lock, [
    () => problemOf(coordinator.outputs.remove({ outputId: subject.id })),
    () => problemOf(author.comments.add(reply)),
  ]);
  expect(removed).toBe("");
  expect(["", "output.not_found"]).toContain(added);
  expect(await own.db.select().from(comments)).toEqual([]);
  await own.close();
});
