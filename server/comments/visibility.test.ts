import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { comments } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { canReadComment, type CommentSubject, commentVisibilities } from "@/domain/comments";
import { loadActor } from "@/server/auth/session";
import { aTask } from "@/server/testing/a-task";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject, noon, type Side } from "@/server/testing/factories";
import { aComment, anOutput, aPractice, aSubmission, aVersion } from "@/server/testing/work-factories";
import { readableComment, readerOf } from "./queries/readable-comment";

/** A project with subjects of each type, of which an evaluator was asked to review some, and comments on all of them. */
async function aDiscussion(tx: Db) {
  const project = await aProject(tx);
  const { coordinator, partner, other, evaluator } = project;
  const asked = { personId: evaluator.contributor, organisationId: evaluator.organisationId };
  const output = await anOutput(tx, project, { status: "in_review" });
  const reviewed = await aVersion(tx, output);
  const submission = await aSubmission(tx, output, [reviewed], [asked]);
  const earlier = await anOutput(tx, project, { status: "in_review" });
  const unasked = await aVersion(tx, earlier);
  const without = await aSubmission(tx, earlier, [unasked], []);
  const subjects: (CommentSubject & { reviewerIds: string[] })[] = [
    { type: "output", id: output.id, reviewerIds: [asked.personId] },
    { type: "output", id: earlier.id, reviewerIds: [] },
    { type: "file", id: reviewed.fileId, reviewerIds: [asked.personId] },
    { type: "file", id: (await aVersion(tx, output)).fileId, reviewerIds: [] },
    { type: "submission", id: submission.id, reviewerIds: [asked.personId] },
    { type: "submission", id: without.id, reviewerIds: [] },
    { type: "practice", id: (await aPractice(tx, project)).id, reviewerIds: [] },
    { type: "task", id: await aTask(tx, project), reviewerIds: [] },
  ];
  const sides: Side[] = [coordinator, partner, other, evaluator];
  for (const subject of subjects) {
    for (const side of sides) {
      for (const visibility of commentVisibilities) {
        await aComment(tx, project, subject, side.contributor, { side, visibility });
      }
    }
  }
  // An exchange with the coordinators that another person began.
  await tx.execute(sql`update comments set opened_by = ${other.viewer}
    where visibility = 'coordinators' and person_id = ${coordinator.contributor}`);
  const outsider = await aProject(tx);
  const people = [...sides, outsider.coordinator].flatMap((side) => [side.manager, side.contributor, side.viewer]);
  return { project, subjects, people };
}

test("SQL and domain agree on who can read a comment, for every reader, visibility and subject", async ({ tx }) => {
  const { project, subjects, people } = await aDiscussion(tx);
  const all = await tx.select().from(comments);
  const reviewersOf = new Map(subjects.map(({ id, reviewerIds }) => [id, reviewerIds]));
  let seen = 0;
  for (const personId of people) {
    const loaded = await loadActor(tx, personId, noon);
    if (!loaded) throw new Error("This person has an account.");
    const { actor } = loaded;
    const inSql = await tx
      .select({ id: comments.id })
      .from(comments)
      .where(readableComment(readerOf(actor)));
    const inDomain = all.filter((comment) =>
      canReadComment(
        { personId, participation: participationIn(actor, comment.projectId) },
        {
          ...comment,
          authorId: comment.personId,
          reviewerIds: reviewersOf.get(comment.subjectId) ?? [],
        },
      ),
    );
    expect(new Set(inSql.map(({ id }) => id))).toEqual(new Set(inDomain.map(({ id }) => id)));
    seen += inSql.length;
  }
  expect(all.filter(({ projectId }) => projectId === project.id)).toHaveLength(96);
  expect(seen).toBeGreaterThan(300);
});

test("a list shows exactly the comments that its reader can read", async ({ tx }) => {
  const { subjects, people } = await aDiscussion(tx);
  for (const personId of people) {
    const api = await callAs(personId, tx);
    const loaded = await loadActor(tx, personId, noon);
    const mine = loaded ? readableComment(readerOf(loaded.actor)) : sql`false`;
    for (const { type, id } of subjects) {
      const readable = await tx
        .select({ id: comments.id })
        .from(comments)
        .where(sql`comments.subject_id = ${id} and ${mine}`);
      const listed = await api.comments.list({ subject: { type, id } }).then(
        ({ items }) => items,
        () => [],
      );
      expect(listed.map((one) => one.id).sort()).toEqual(readable.map((one) => one.id).sort());
    }
  }
});
