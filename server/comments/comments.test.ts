import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { comments, commentMentions, commentVersions } from "@/db/schema";
import { callAs, everyRow, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aMember, aPerson, aProject, noon } from "@/server/testing/factories";
import { anOutput, aPractice, aSubmission, aVersion } from "@/server/testing/work-factories";
import { mergePeople } from "@/server/people/commands/merge-people";
import { handlers } from "@/server/worker/handlers";
import { payloads } from "@/server/jobs/payloads";

/** One subject of each type; `other` reviews the submission. */
async function someSubjects(tx: Db) {
  const project = await aProject(tx);
  const output = await anOutput(tx, project, { status: "in_review" });
  const version = await aVersion(tx, output);
  const reviewer = { personId: project.other.contributor, organisationId: project.other.organisationId };
  const { id } = await aSubmission(tx, output, [version], [reviewer]);
  const practice = await aPractice(tx, project);
  return {
    project,
    output: { type: "output", id: output.id } as const,
    file: { type: "file", id: version.fileId } as const,
    submission: { type: "submission", id } as const,
    practice: { type: "practice", id: practice.id } as const,
  };
}

const everyone = { visibility: "everyone" } as const;

describe("adding comments", () => {
  test("lists the comments on a subject once over all pages, oldest thread first", async ({ tx }) => {
    const { project, submission: subject } = await someSubjects(tx);
    const lead = await callAs(project.partner.contributor, tx);
    const ids = Array.from({ length: 27 }, () => uuid());
    for (const id of ids) await lead.comments.add({ id, subject, text: `Comment ${id}`, ...everyone });
    const { rows, pages } = await everyRow((cursor) => lead.comments.list({ subject, cursor }));
    expect(rows.map((row) => row.id)).toEqual([...ids].sort());
    expect(pages).toBe(2);
  });

  test("is possible on outputs, files, submissions and practices, with an event that leads to the subject", async ({
    tx,
  }) => {
    const { project, ...subjects } = await someSubjects(tx);
    const api = await callAs(project.other.contributor, tx);
    for (const subject of Object.values(subjects)) {
      const id = uuid();
      const { events } = await watch(tx, () => api.comments.add({ id, subject, text: "Well done.", ...everyone }));
      expect(events).toMatchObject([{ type: "comment.added", data: { subject: subject.type } }]);
      expect(JSON.stringify(events)).not.toContain("Well done");
      expect((await api.comments.list({ subject })).items).toMatchObject([
        { id, text: "Well done.", mine: true, visibility: "everyone", replyTo: null, editedAt: null, resolvedAt: null },
      ]);
    }
  });

  test("adds one comment and one event for a repeated id, and refuses the id on another subject", async ({ tx }) => {
    const { project, submission: subject, output } = await someSubjects(tx);
    const reviewer = await callAs(project.other.contributor, tx);
    const comment = { id: uuid(), subject, text: "Well done.", ...everyone };
    expect((await watch(tx, () => reviewer.comments.add(comment))).types).toEqual(["comment.added"]);
    const again = await watch(tx, () => reviewer.comments.add(comment));
    expect([again.answer, again.types]).toEqual([{ id: comment.id }, []]);
    expect(await problemOf(reviewer.comments.add({ ...comment, subject: output }))).toBe("input.id_taken");
    expect((await reviewer.comments.list({ subject: output })).items).toEqual([]);
  });

  test("is refused in a closed project, where comments can still be read and removed", async ({ tx }) => {
    const { project, ...subjects } = await someSubjects(tx);
    const api = await callAs(project.partner.contributor, tx);
    const id = uuid();
    const comment = { text: "A comment.", ...everyone };
    await api.comments.add({ ...comment, id, subject: subjects.practice });
    await tx.execute(sql`update projects set status = 'closed' where id = ${project.id}`);
    const closed = await callAs(project.partner.contributor, tx);
    for (const subject of Object.values(subjects)) {
      expect(await problemOf(closed.comments.add({ ...comment, id: uuid(), subject }))).toBe("project.closed");
      expect((await closed.comments.list({ subject })).can.add).toBe(false);
    }
    const edit = { id: uuid(), commentId: id, text: "Other.", revision: 1 };
    expect(await problemOf(closed.comments.edit(edit))).toBe("project.closed");
    expect(await problemOf(closed.comments.resolve({ commentId: id }))).toBe("project.closed");
    await closed.comments.remove({ commentId: id });
    expect((await closed.comments.list({ subject: subjects.practice })).items).toMatchObject([{ text: "" }]);
  });

  test("reads the comments of a subject through the index of the subject, in its order", async ({ tx }) => {
    const { submission } = await someSubjects(tx);
    await tx.execute(sql`set local enable_seqscan = off`);
    const plan = await tx.execute(sql`explain select id from comments
      where subject_type = 'submission' and subject_id = ${submission.id}
        and (thread_at, thread_id, created_at, id) > (now(), ${uuid()}::uuid, now(), ${uuid()}::uuid)
      order by thread_at, thread_id, created_at, id limit 21`);
    const text = JSON.stringify([...plan]);
    expect(text).toContain("comments_subject");
    expect(text).not.toMatch(/Sort|Seq Scan/);
  });
});

describe("threads", () => {
  test("keep replies after their comment, and a reply to a reply joins the same thread", async ({ tx }) => {
    const { project, output: subject } = await someSubjects(tx);
    const one = await callAs(project.partner.contributor, tx);
    const later = await callAs(project.other.contributor, tx, { now: new Date("2026-03-17T12:00:00Z") });
    const [first, second, reply, deeper] = [uuid(), uuid(), uuid(), uuid()];
    await one.comments.add({ id: first, subject, text: "First.", ...everyone });
    await one.comments.add({ id: second, subject, text: "Second.", ...everyone });
    await later.comments.add({ id: reply, subject, text: "Reply.", replyTo: first, ...everyone });
    await later.comments.add({ id: deeper, subject, text: "Deeper.", replyTo: reply, ...everyone });
    const { items } = await one.comments.list({ subject });
    expect(items.map(({ id, replyTo }) => [id, replyTo])).toEqual([
      [first, null],
      [reply, first],
      [deeper, first],
      [second, null],
    ]);
  });

  test("refuse a reply to a comment of another subject, or to one that the person cannot read", async ({ tx }) => {
    const { project, output: subject, practice } = await someSubjects(tx);
    const partner = await callAs(project.partner.contributor, tx);
    const other = await callAs(project.other.contributor, tx);
    const [open, own] = [uuid(), uuid()];
    await partner.comments.add({ id: open, subject, text: "Open.", ...everyone });
    await partner.comments.add({ id: own, subject, text: "Own.", visibility: "organisation" });
    const reply = { id: uuid(), text: "Reply.", ...everyone };
    expect(await problemOf(other.comments.add({ ...reply, subject: practice, replyTo: open }))).toBe(
      "comment.not_found",
    );
    expect(await problemOf(other.comments.add({ ...reply, subject, replyTo: own }))).toBe("comment.not_found");
    const wider = await refusalOf(partner.comments.add({ ...reply, subject, replyTo: own }));
    expect(wider).toMatchObject({ problem: "comment.reply_wider", data: { field: "visibility" } });
  });

  test("are resolved and reopened, once each, also through a reply", async ({ tx }) => {
    const { project, output: subject } = await someSubjects(tx);
    const partner = await callAs(project.partner.contributor, tx);
    const other = await callAs(project.other.contributor, tx);
    const [first, reply] = [uuid(), uuid()];
    await partner.comments.add({ id: first, subject, text: "First.", ...everyone });
    await partner.comments.add({ id: reply, subject, text: "Reply.", replyTo: first, ...everyone });
    const resolving = await watch(tx, () => other.comments.resolve({ commentId: reply }));
    expect(resolving.types).toEqual(["comment.resolved"]);
    expect((await watch(tx, () => other.comments.resolve({ commentId: first }))).types).toEqual([]);
    const [top] = (await partner.comments.list({ subject })).items;
    expect(top).toMatchObject({ id: first, resolvedAt: resolving.answer.resolvedAt });
    expect(top?.resolver).toMatch(/^Person/);
    expect((await watch(tx, () => partner.comments.reopen({ commentId: first }))).types).toEqual(["comment.reopened"]);
    expect((await partner.comments.list({ subject })).items[0]).toMatchObject({ resolvedAt: null, resolver: null });
  });
});

describe("an edit", () => {
  test("keeps the earlier texts, and a repeated id changes nothing", async ({ tx }) => {
    const { project, output: subject } = await someSubjects(tx);
    const api = await callAs(project.partner.contributor, tx);
    const commentId = uuid();
    await api.comments.add({ id: commentId, subject, text: "One.", ...everyone });
    const edit = { id: uuid(), commentId, text: "Two.", revision: 1 };
    const edited = await watch(tx, () => api.comments.edit(edit));
    expect([edited.answer, edited.types]).toEqual([{ id: commentId, text: "Two.", revision: 2 }, ["comment.edited"]]);
    const again = await watch(tx, () => api.comments.edit(edit));
    expect([again.answer, again.types]).toEqual([edited.answer, []]);
    await api.comments.edit({ id: uuid(), commentId, text: "Three.", revision: 2 });
    const reader = await callAs(project.other.viewer, tx);
    expect((await reader.comments.list({ subject })).items).toMatchObject([{ text: "Three.", revision: 3 }]);
    const { items } = await reader.comments.versions({ commentId });
    expect(items.map(({ revision, text }) => [revision, text])).toEqual([
      [2, "Two."],
      [1, "One."],
    ]);
  });

  test("from an earlier revision is refused with the current text, and others may not edit", async ({ tx }) => {
    const { project, output: subject } = await someSubjects(tx);
    const api = await callAs(project.partner.contributor, tx);
    const commentId = uuid();
    await api.comments.add({ id: commentId, subject, text: "One.", ...everyone });
    await api.comments.edit({ id: uuid(), commentId, text: "Two.", revision: 1 });
    const late = { id: uuid(), commentId, text: "Mine.", revision: 1 };
    expect(await refusalOf(api.comments.edit(late))).toMatchObject({
      problem: "comment.changed",
      data: { current: { text: "Two.", revision: 2 } },
    });
    const coordinator = await callAs(project.coordinator.manager, tx);
    expect(await problemOf(coordinator.comments.edit({ ...late, revision: 2 }))).toBe("forbidden");
    expect(await problemOf(coordinator.comments.remove({ commentId }))).toBe("forbidden");
  });
});

test("removing a comment leaves a line without text, and erases earlier texts and mentions", async ({ tx }) => {
  const { project, output: subject } = await someSubjects(tx);
  const api = await callAs(project.partner.contributor, tx);
  const [commentId, reply] = [uuid(), uuid()];
  await api.comments.add({ id: commentId, subject, text: "One.", mentions: [project.other.manager], ...everyone });
  await api.comments.edit({ id: uuid(), commentId, text: "Two.", revision: 1 });
  await api.comments.add({ id: reply, subject, text: "Reply.", replyTo: commentId, ...everyone });
  expect((await watch(tx, () => api.comments.remove({ commentId }))).types).toEqual(["comment.removed"]);
  expect((await watch(tx, () => api.comments.remove({ commentId }))).types).toEqual([]);
  const { items } = await api.comments.list({ subject });
  expect(items.map(({ id, text, mentions }) => [id, text, mentions])).toEqual([
    [commentId, "", []],
    [reply, "Reply.", []],
  ]);
  expect(items[0]?.removedAt).toBeInstanceOf(Date);
  expect((await api.comments.versions({ commentId })).items).toEqual([]);
  expect(await tx.select().from(commentVersions).where(eq(commentVersions.commentId, commentId))).toEqual([]);
  expect(await tx.select().from(commentMentions).where(eq(commentMentions.commentId, commentId))).toEqual([]);
  const edit = { id: uuid(), commentId, text: "Back.", revision: 3 };
  expect(await problemOf(api.comments.edit(edit))).toBe("comment.removed");
});

test("removing an output or a draft of a practice removes the comments on it", async ({ tx }) => {
  const { project, practice } = await someSubjects(tx);
  const empty = { type: "output", id: (await anOutput(tx, project)).id } as const;
  const coordinator = await callAs(project.coordinator.manager, tx);
  for (const subject of [empty, practice]) {
    const id = uuid();
    await coordinator.comments.add({ id, subject, text: "First.", ...everyone });
    await coordinator.comments.add({ id: uuid(), subject, text: "Reply.", replyTo: id, ...everyone });
  }
  await coordinator.outputs.remove({ outputId: empty.id });
  await coordinator.practices.deleteDraft({ practiceId: practice.id });
  expect(await tx.select().from(comments).where(eq(comments.projectId, project.id))).toEqual([]);
});

test("merging two accounts keeps what both wrote, each mention once, and who reads an exchange", async ({ tx }) => {
  const { project, output: subject } = await someSubjects(tx);
  const { partner, coordinator } = project;
  const twin = await aPerson(tx);
  const lead = await callAs(partner.contributor, tx);
  await aMember(tx, { projectId: project.id, participationId: partner.participationId }, twin.id, "contributor");
  const mentions = [twin.id, partner.manager];
  await lead.comments.add({ id: uuid(), subject, text: "For both.", mentions, ...everyone });
  const asked = uuid();
  const mine = await callAs(twin.id, tx);
  await mine.comments.add({ id: asked, subject, text: "A question.", visibility: "coordinators" });
  const manager = await callAs(coordinator.manager, tx);
  const answer = { id: uuid(), subject, text: "An answer.", visibility: "coordinators", replyTo: asked } as const;
  await manager.comments.add(answer);
  await mergePeople(tx, noon, twin.id, partner.manager);
  const { items } = await (await callAs(partner.manager, tx)).comments.list({ subject });
  expect(items.map(({ text, mine }) => [text, mine])).toEqual([
    ["For both.", false],
    ["A question.", true],
    ["An answer.", false],
  ]);
  expect(items[0]?.mentions.map(({ id }) => id)).toEqual([partner.manager]);
});

describe("a mention", () => {
  test("sends one e-mail without the text to each person but the author", async ({ tx }) => {
    const { project, output: subject } = await someSubjects(tx);
    const api = await callAs(project.partner.contributor, tx);
    const mentions = [project.other.manager, project.partner.contributor, project.other.manager];
    const { jobs } = await watch(tx, () =>
      api.comments.add({ id: uuid(), subject, text: "A secret word.", mentions, ...everyone }),
    );
    expect(jobs.map(({ name }) => name)).toEqual(["mail_mention", "notify"]);
    const job = payloads.mail_mention.parse(jobs[0]?.payload);
    const mail = await watch(tx, () => handlers.mail_mention({ db: tx, now: new Date(), lastTry: false }, job));
    expect(mail.jobs).toMatchObject([
      {
        name: "send_mail",
        payload: {
          template: "mention",
          personId: project.other.manager,
          props: { path: `/projects/${project.slug}/outputs/${subject.id}` },
        },
      },
    ]);
    expect(JSON.stringify(mail.jobs)).not.toContain("secret");
    expect((await api.comments.list({ subject })).items[0]?.mentions).toHaveLength(2);
  });

  test("of somebody who cannot read the comment is refused and names the person", async ({ tx }) => {
    const { project, output, submission } = await someSubjects(tx);
    const api = await callAs(project.partner.contributor, tx);
    const add = (mentioned: string, visibility: "everyone" | "organisation" | "coordinators", subject = output) =>
      refusalOf(api.comments.add({ id: uuid(), subject, text: "A comment.", visibility, mentions: [mentioned] }));
    const [person] = await tx.execute<{ name: string }>(
      sql`select name from people where id = ${project.other.manager}`,
    );
    const refused = { problem: "comment.mention_unreadable", data: { field: "mentions", name: person?.name } };
    expect(await add(project.other.manager, "organisation")).toMatchObject(refused);
    expect(await add(project.other.manager, "coordinators")).toMatchObject(refused);
    expect((await add(project.partner.viewer, "organisation")).code).toBe("OK");
    expect((await add(project.coordinator.manager, "coordinators")).code).toBe("OK");
    expect((await add(project.coordinator.contributor, "coordinators")).problem).toBe("comment.mention_unreadable");
    // An evaluator who was not asked, and people outside the project, of whom no name is told.
    const { type, id } = submission;
    expect((await add(project.evaluator.manager, "everyone", { type, id } as never)).problem).toBe(
      "comment.mention_unreadable",
    );
    const stranger = (await aProject(tx)).partner.manager;
    expect(await add(stranger, "everyone")).toMatchObject({ problem: "member.not_found", data: { field: "mentions" } });
  });

  test("can be chosen among the people who could read the comment", async ({ tx }) => {
    const { project, output, submission } = await someSubjects(tx);
    const { coordinator, partner, other, evaluator } = project;
    const api = await callAs(partner.contributor, tx);
    const ids = async (readers: Promise<{ id: string }[]>) => new Set((await readers).map(({ id }) => id));
    const all = [coordinator, partner, other].flatMap((side) => [side.manager, side.contributor, side.viewer]);
    const others = (people: string[]) => new Set(people.filter((id) => id !== partner.contributor));
    expect(await ids(api.comments.readers({ subject: output, visibility: "everyone" }))).toEqual(others(all));
    const own = await ids(api.comments.readers({ subject: output, visibility: "organisation" }));
    expect(own).toEqual(new Set([partner.manager, partner.viewer]));
    const managers = await ids(api.comments.readers({ subject: output, visibility: "coordinators" }));
    expect(managers).toEqual(new Set([coordinator.manager]));
    await tx.execute(sql`insert into reviews (id, project_id, submission_id, reviewer_id, organisation_id, requested_by)
      values (${uuid()}, ${project.id}, ${submission.id}, ${evaluator.viewer}, ${evaluator.organisationId},
        ${partner.manager})`);
    const asked = await ids(api.comments.readers({ subject: submission, visibility: "everyone" }));
    expect(asked).toEqual(others([...all, evaluator.viewer]));
    const reviewer = await callAs(evaluator.viewer, tx);
    expect(await reviewer.comments.readers({ subject: submission, visibility: "everyone" })).toEqual([]);
  });

  test("sends nothing once the person can no longer read the comment", async ({ tx }) => {
    const { project, output: subject } = await someSubjects(tx);
    const api = await callAs(project.partner.contributor, tx);
    const mentions = [project.partner.viewer];
    const { jobs } = await watch(tx, () =>
      api.comments.add({ id: uuid(), subject, text: "Ours.", visibility: "organisation", mentions }),
    );
    await tx.execute(sql`update participation_people set participation_id = ${project.other.participationId}
      where person_id = ${project.partner.viewer}`);
    const job = payloads.mail_mention.parse(jobs[0]?.payload);
    const mail = await watch(tx, () => handlers.mail_mention({ db: tx, now: new Date(), lastTry: false }, job));
    expect(mail.jobs).toEqual([]);
  });
});
