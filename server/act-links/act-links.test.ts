import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { actLinks, activity, participationPeople, people, reviews, tasks } from "@/db/schema";
import { adoptEnv, env } from "@/server/env";
import { linksOf } from "@/server/testing/act-links";
import { race } from "@/server/testing/barrier";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject, noon, type TestProject } from "@/server/testing/factories";
import { approve, aReviewStage, ask, reviewIdIn, type ReviewStage } from "@/server/testing/review-stage";
import { tidy } from "@/server/worker/tidy";

const day = "2027-01-15";
const daysLater = (days: number) => new Date(noon.getTime() + days * 86_400_000);

/** The coordinator asks the partner's contributor for something; the links of their e-mail. */
async function aTaskByMail(tx: Db, project: TestProject, dueOn: string | null = day) {
  const taskId = uuid();
  const coordinator = await callAs(project.coordinator.manager, tx);
  const links = await linksOf(tx, project.partner.contributor, () =>
    coordinator.tasks.add({
      id: taskId,
      projectId: project.id,
      title: "Print the posters",
      dueOn,
      assignee: { personId: project.partner.contributor },
    }),
  );
  return { taskId, coordinator, token: (words: string) => links.get(words) ?? "", words: [...links.keys()] };
}

/** The lead asks for a review; the links of the reviewer's e-mail. */
async function aReviewByMail(tx: Db, stage: ReviewStage) {
  const request = ask(stage);
  const links = await linksOf(tx, stage.project.other.contributor, () => stage.lead.reviews.submit(request));
  return {
    submissionId: request.id,
    approval: links.get("Recommend approval of submission 1") ?? "",
    changes: links.get("Recommend changes to submission 1") ?? "",
    acknowledge: links.get("Received, I answer by …") ?? "",
  };
}

describe("a link of an e-mail", () => {
  test("shows who acts on which version, changes nothing when it is opened, and works once", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { approval, submissionId } = await aReviewByMail(tx, stage);
    const nobody = await callAs(null, tx);
    const opened = await watch(tx, async () => {
      await nobody.actLinks.find({ token: approval });
      return nobody.actLinks.find({ token: approval });
    });
    expect(opened.answer).toMatchObject({
      state: "found",
      act: "recommendApproval",
      possible: true,
      version: 1,
      review: { submission: 1, files: ["Guide.pdf"], newer: null },
    });
    expect([opened.types, opened.jobNames]).toEqual([[], []]);
    const used = await watch(tx, () => nobody.actLinks.act({ token: approval, version: 1, text: "Well done" }));
    expect(used.events).toMatchObject([
      {
        type: "review.given",
        personId: stage.project.other.contributor,
        data: { verdict: "approve", via: "email_link" },
      },
    ]);
    const [review] = await tx.select().from(reviews).where(eq(reviews.submissionId, submissionId));
    expect(review).toMatchObject({ verdict: "approve", comment: "Well done" });
    expect(await nobody.actLinks.find({ token: approval })).toEqual({ state: "invalid" });
    expect(await problemOf(nobody.actLinks.act({ token: approval, version: 1 }))).toBe("act_link.invalid");
  });

  test("recommends changes with words only, and stays usable after a refusal", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { changes } = await aReviewByMail(tx, stage);
    const nobody = await callAs(null, tx);
    expect(await problemOf(nobody.actLinks.act({ token: changes, version: 1 }))).toBe("review.comment_missing");
    expect(await problemOf(nobody.actLinks.act({ token: changes, version: 1, text: "Page 4 is empty" }))).toBe("");
  });

  test("says by which day the review comes, and leaves the other links of the e-mail usable", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { acknowledge: token, approval, submissionId } = await aReviewByMail(tx, stage);
    const nobody = await callAs(null, tx);
    expect(await nobody.actLinks.find({ token })).toMatchObject({ act: "acknowledgeReview", possible: true });
    for (const answerBy of ["", "2026-03-15"])
      expect(await problemOf(nobody.actLinks.act({ token, version: 1, answerBy }))).toBe("review.answer_by_outside");
    const used = await watch(tx, () => nobody.actLinks.act({ token, version: 1, answerBy: "2026-03-20" }));
    expect(used.events).toMatchObject([
      { type: "review.acknowledged", data: { dueOn: "2026-03-20", via: "email_link" } },
    ]);
    expect((await stage.lead.reviews.submission({ submissionId })).reviews[0]?.answerBy).toBe("2026-03-20");
    expect(await problemOf(nobody.actLinks.act({ token: approval, version: 1 }))).toBe("");
  });

  test("accepts a task, asks for five more days and marks it as done", async ({ tx }) => {
    const project = await aProject(tx);
    const { taskId, token, words } = await aTaskByMail(tx, project);
    expect(words).toEqual(["Accept", "Mark as done", "I need 5 more days"]);
    const nobody = await callAs(null, tx);
    const shown = await nobody.actLinks.find({ token: token("I need 5 more days") });
    expect(shown).toMatchObject({ task: { dueOn: day, newDueOn: "2027-01-20", changed: false }, version: 1 });
    expect(await problemOf(nobody.actLinks.act({ token: token("Accept"), version: 1 }))).toBe("");
    // The page of the second link shows the task as it is after the first.
    expect(await nobody.actLinks.find({ token: token("I need 5 more days") })).toMatchObject({
      version: 2,
      task: { changed: true },
    });
    const more = { token: token("I need 5 more days"), text: "The printer is on holiday" };
    expect(await problemOf(nobody.actLinks.act({ ...more, version: 1 }))).toBe("act_link.changed");
    expect(await problemOf(nobody.actLinks.act({ ...more, version: 2 }))).toBe("");
    expect(await problemOf(nobody.actLinks.act({ token: token("Mark as done"), version: 3 }))).toBe("");
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId));
    expect(task).toMatchObject({ state: "done", dueOn: "2027-01-20", revision: 4 });
  });

  test("offers no more time for a task without a day", async ({ tx }) => {
    const { words } = await aTaskByMail(tx, await aProject(tx), null);
    expect(words).toEqual(["Accept", "Mark as done"]);
  });

  test("is for its person alone", async ({ tx }) => {
    const project = await aProject(tx);
    const { token } = await aTaskByMail(tx, project);
    const other = await callAs(project.other.manager, tx);
    expect(await other.actLinks.find({ token: token("Accept") })).toEqual({ state: "invalid" });
    expect(await problemOf(other.actLinks.act({ token: token("Accept"), version: 1 }))).toBe("act_link.invalid");
    const own = await callAs(project.partner.contributor, tx);
    expect(await problemOf(own.actLinks.act({ token: token("Accept"), version: 1 }))).toBe("");
  });

  test("says that a newer submission replaced the one of the e-mail", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { approval } = await aReviewByMail(tx, stage);
    await stage.lead.reviews.submit(ask(stage));
    const nobody = await callAs(null, tx);
    expect(await nobody.actLinks.find({ token: approval })).toMatchObject({
      possible: false,
      review: { submission: 1, newer: { submission: 2, files: ["Guide.pdf"] } },
    });
    expect(await problemOf(nobody.actLinks.act({ token: approval, version: 1 }))).toBe("act_link.changed");
  });

  test("does not replace a review that was given on the site", async ({ tx }) => {
    const stage = await aReviewStage(tx);
    const { changes, submissionId } = await aReviewByMail(tx, stage);
    await stage.reviewer.reviews.give({ reviewId: await reviewIdIn(stage, submissionId), ...approve });
    const nobody = await callAs(null, tx);
    expect(await nobody.actLinks.find({ token: changes })).toMatchObject({ possible: false });
    const again = nobody.actLinks.act({ token: changes, version: 1, text: "Page 4 is empty" });
    expect(await problemOf(again)).toBe("act_link.changed");
  });

  test("is used by one of two requests at the same time", async () => {
    const { db, close } = await ownDatabase();
    try {
      const { token, taskId } = await aTaskByMail(db, await aProject(db));
      const use = async () => problemOf((await callAs(null, db)).actLinks.act({ token: token("Accept"), version: 1 }));
      const outcomes = await race(db, sql`select 1 from act_links for update`, [use, use]);
      expect(outcomes.sort()).toEqual(["", "act_link.invalid"]);
      const acts = await db.execute(sql`select from task_steps where task_id = ${taskId}`);
      expect(acts).toHaveLength(1);
    } finally {
      await close();
    }
  });
});

describe("the links of a person end", () => {
  /** Whether the link still shows something. */
  const works = async (tx: Db, token: string, now = noon) =>
    (await (await callAs(null, tx, { now })).actLinks.find({ token })).state === "found";

  test("after seven days, and the daily cleanup deletes them", async ({ tx }) => {
    const { token } = await aTaskByMail(tx, await aProject(tx));
    expect(await works(tx, token("Accept"), daysLater(6.9))).toBe(true);
    expect(await works(tx, token("Accept"), daysLater(7))).toBe(false);
    await tidy({ db: tx, now: daysLater(8) }, {});
    expect(await tx.select().from(actLinks)).toEqual([]);
  });

  test("with their participation", async ({ tx }) => {
    const project = await aProject(tx);
    const { token } = await aTaskByMail(tx, project);
    await tx
      .update(participationPeople)
      .set({ endedAt: noon })
      .where(eq(participationPeople.personId, project.partner.contributor));
    expect(await works(tx, token("Accept"))).toBe(false);
  });

  test("with signing out everywhere", async ({ tx }) => {
    const project = await aProject(tx);
    const { token } = await aTaskByMail(tx, project);
    await (await callAs(project.partner.contributor, tx)).people.signOutEverywhere();
    expect(await works(tx, token("Accept"))).toBe(false);
  });

  test("when somebody says that the e-mail is not for them; the person is told and gets none until they allow it", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { token } = await aTaskByMail(tx, project);
    const nobody = await callAs(null, tx);
    const { jobs } = await watch(tx, () => nobody.actLinks.disown({ token: token("Mark as done") }));
    expect(jobs.map(({ payload }) => [payload.template, payload.props?.["change"]])).toEqual([
      ["account_changed", "links_ended"],
    ]);
    expect(await works(tx, token("Accept"))).toBe(false);
    expect((await aTaskByMail(tx, project)).words).toEqual([]);
    const own = await callAs(project.partner.contributor, tx);
    expect((await own.people.me()).actLinks).toBe(false);
    await own.actLinks.allow({ allowed: true });
    expect((await aTaskByMail(tx, project)).words).toHaveLength(3);
  });

  test("when they want to sign in for everything; to allow links again they must verify who they are", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { token } = await aTaskByMail(tx, project);
    const personId = project.partner.contributor;
    await (await callAs(personId, tx)).actLinks.allow({ allowed: false });
    expect(await works(tx, token("Accept"))).toBe(false);
    const late = await callAs(personId, tx, { session: { id: uuid(), verifiedAt: daysLater(-1) } });
    expect(await problemOf(late.actLinks.allow({ allowed: true }))).toBe("person.identity_unverified");
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    expect(person?.actLinks).toBe(false);
  });

  test("when the operators want a sign-in for everything", async ({ tx }) => {
    const project = await aProject(tx);
    const { token } = await aTaskByMail(tx, project);
    adoptEnv({ ...env(), ACT_LINKS: "off" });
    try {
      expect(await works(tx, token("Accept"))).toBe(false);
      expect((await aTaskByMail(tx, project)).words).toEqual([]);
    } finally {
      adoptEnv({ ...env(), ACT_LINKS: "on" });
    }
  });
});

test("guesses are limited, and answered alike", async ({ tx }) => {
  const shared = globalThis as typeof globalThis & { consortaLimiters?: unknown };
  const usual = env();
  delete shared.consortaLimiters;
  adoptEnv({ ...usual, RATE_LIMIT_FACTOR: 0.01 });
  try {
    const guesser = await callAs(null, tx);
    const states: string[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      states.push((await guesser.actLinks.find({ token: `guess-${String(tries)}` })).state);
    }
    expect(states).toEqual(["invalid", "invalid", "invalid", "limited"]);
    expect(await problemOf(guesser.actLinks.act({ token: "guess", version: 1 }))).toBe("rate.limited");
    expect(await problemOf(guesser.actLinks.disown({ token: "guess" }))).toBe("rate.limited");
  } finally {
    delete shared.consortaLimiters;
    adoptEnv(usual);
  }
});

test("the activity and its export say that it was done by a link", async ({ tx }) => {
  const project = await aProject(tx);
  const { token } = await aTaskByMail(tx, project);
  await (await callAs(null, tx)).actLinks.act({ token: token("Accept"), version: 1 });
  const coordinator = await callAs(project.coordinator.manager, tx);
  const { items } = await coordinator.activity.list({ slug: project.slug });
  expect(items.map(({ event, byLink }) => [event?.type, byLink])).toEqual([
    ["task.accepted", true],
    ["task.added", false],
  ]);
  const [row] = await tx.select().from(activity).where(eq(activity.type, "task.accepted"));
  expect(row?.data).toMatchObject({ via: "email_link" });
});
