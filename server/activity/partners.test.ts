import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { organisationAliases, personAliases, reviews, submissions } from "@/db/schema";
import { anActivity } from "@/server/testing/an-activity";
import { callAs, everyRow, problemOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anOrganisation, aPerson, aProject, noon, type Side, type TestProject } from "@/server/testing/factories";
import { anOutput, aSubmission, aVersion } from "@/server/testing/work-factories";
import type { Api } from "@/server/testing/world";
import { splitPeriod } from "./partners";

const seal = (tx: Db) => tx.execute(sql`select seal_activity(10000)`);
const later = new Date("2026-07-10T12:00:00Z");

/** Activities of all sides, types and people over half a year, half of them sealed. */
async function busy(tx: Db, project: TestProject): Promise<void> {
  const sides = [project.coordinator, project.partner, project.other];
  const types = ["file.uploaded", "comment.added", "output.started", "project.exported"];
  for (let index = 0; index < 120; index += 1) {
    const side = sides[index % 3] ?? project.partner;
    const personId = index % 5 === 0 ? side.manager : side.contributor;
    const at = new Date(Date.UTC(2026, 0, 1 + index * 1.6, 23 - (index % 3), 30)).toISOString();
    await anActivity(tx, project, side, at, types[index % 4], { personId });
    if (index === 60) await seal(tx);
  }
}

/** A submission of an output at a moment, with a review asked then of a side and given, if at all, at another moment. */
async function submitted(
  tx: Db,
  output: Awaited<ReturnType<typeof anOutput>>,
  at: Date,
  review: { side: Side; given: Date | null } | null = null,
): Promise<void> {
  const reviewers = review ? [{ personId: review.side.manager, organisationId: review.side.organisationId }] : [];
  const { id } = await aSubmission(tx, output, [await aVersion(tx, output)], reviewers);
  await tx.update(submissions).set({ createdAt: at }).where(eq(submissions.id, id));
  const given = review?.given ?? null;
  await tx
    .update(reviews)
    .set({ createdAt: at, decidedAt: given, verdict: given ? "approve" : null })
    .where(eq(reviews.submissionId, id));
}

const countOf = async (api: Api, input: object) =>
  (await everyRow((cursor) => api.activity.list({ ...input, cursor }))).rows.length;

describe("the figures of partners", () => {
  test("equal the feeds that they open, in any period, sealed or not", async ({ tx }) => {
    const project = await aProject(tx);
    await busy(tx, project);
    const api = await callAs(project.coordinator.manager, tx, { now: later });
    const { slug } = project;
    const periods = [
      {},
      { from: "2026-02-01", to: "2026-03-31" },
      { from: "2026-01-17", to: "2026-05-09" },
      { from: "2026-03-05", to: "2026-03-05" },
      { from: "2026-01-20", to: "2026-02-10" },
      { from: "2026-02-15" },
      { to: "2026-04-30" },
    ];
    for (const sealed of [false, true]) {
      if (sealed) await seal(tx);
      for (const period of periods) {
        for (const partner of await api.activity.partners({ slug, ...period })) {
          const feed = { slug, organisationId: partner.organisationId, ...period };
          expect({
            activities: await countOf(api, feed),
            versions: await countOf(api, { ...feed, figure: "versions" }),
            comments: await countOf(api, { ...feed, figure: "comments" }),
            lastActivity: (await api.activity.list(feed)).items[0]?.at ?? null,
            people: (await api.activity.partnerPeople(feed)).length,
          }).toEqual({
            activities: partner.activities,
            versions: partner.versions,
            comments: partner.comments,
            lastActivity: partner.lastActivity,
            people: partner.people,
          });
        }
      }
    }
    const people = await api.activity.partnerPeople({ slug, organisationId: project.partner.organisationId });
    expect(people.map(({ activities }) => activities)).toEqual([32, 8]);
  });

  test("count what a merged account and a replaced organisation did for those that remain", async ({ tx }) => {
    const project = await aProject(tx);
    const { slug, partner, other } = project;
    const [closed, replaced] = [await aPerson(tx), await anOrganisation(tx, { claimed: false })];
    const former = { ...partner, organisationId: replaced.id };
    await anActivity(tx, project, former, "2026-03-02T10:00:00Z", "comment.added", { personId: closed.id });
    await anActivity(tx, project, partner, "2026-03-03T10:00:00Z", "comment.added", { personId: partner.contributor });
    await seal(tx);
    await anActivity(tx, project, former, "2026-03-04T10:00:00Z", "comment.added", { personId: partner.contributor });
    await tx.insert(personAliases).values({ fromPersonId: closed.id, personId: partner.contributor });
    const alias = { projectId: project.id, fromOrganisationId: replaced.id, organisationId: partner.organisationId };
    await tx.insert(organisationAliases).values(alias);
    const api = await callAs(other.viewer, tx);
    const { organisationId } = partner;
    const [, figures] = await api.activity.partners({ slug });
    expect(figures).toMatchObject({ organisationId, activities: 3, comments: 3, people: 1 });
    expect(await api.activity.partnerPeople({ slug, organisationId })).toMatchObject([
      { id: partner.contributor, activities: 3 },
    ]);
    const feed = await api.activity.list({ slug, organisationId, personId: partner.contributor });
    expect(feed.items.map((row) => [row.organisation?.id, row.personId])).toEqual(
      Array.from({ length: 3 }, () => [organisationId, partner.contributor]),
    );
    const { acts } = await api.activity.heat({ slug });
    expect(acts).toEqual([{ organisationId, month: "2026-03", acts: 3 }]);
  });

  test("count outputs by role and due date, and list exactly those", async ({ tx }) => {
    const project = await aProject(tx);
    const lead = project.partner;
    const due = (dueOn: string, number: number) => anOutput(tx, project, { lead, dueOn, number });
    const [onTheDay, dayAfter] = [await due("2026-03-10", 1), await due("2026-03-10", 2)];
    await due("2026-03-15", 3);
    await due("2026-03-16", 4);
    await anOutput(tx, project, { lead, number: 5 });
    await anOutput(tx, project, { lead: project.other, contributors: [lead], dueOn: "2026-03-01", number: 6 });
    await submitted(tx, onTheDay, new Date("2026-03-10T22:59:59Z"));
    await submitted(tx, dayAfter, new Date("2026-03-10T23:00:00Z"));
    const api = await callAs(project.coordinator.manager, tx);
    const { organisationId } = lead;
    const figures = async (period: object) =>
      (await api.activity.partners({ slug: project.slug, ...period })).find(
        (one) => one.organisationId === organisationId,
      );
    expect(await figures({})).toMatchObject({ led: 5, contributed: 1, onTime: 1, late: 2 });
    expect(await figures({ from: "2026-03-11" })).toMatchObject({ led: 5, contributed: 1, onTime: 0, late: 1 });
    const shown = async (show?: "led" | "contributed" | "onTime" | "late") =>
      (await api.activity.partnerOutputs({ slug: project.slug, organisationId, show })).items.map(
        ({ number }) => number,
      );
    expect(await shown()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await shown("led")).toEqual([1, 2, 3, 4, 5]);
    expect(await shown("contributed")).toEqual([6]);
    expect(await shown("onTime")).toEqual([1]);
    expect(await shown("late")).toEqual([2, 3]);
  });

  test("count the reviews asked of an organisation with their median delay", async ({ tx }) => {
    const project = await aProject(tx);
    const { slug } = project;
    const day = (number: number) => new Date(Date.UTC(2026, 2, number, 9));
    for (const [asked, given] of [
      [1, 2],
      [2, 6],
      [3, 13],
      [4, null],
    ] as const) {
      const output = await anOutput(tx, project);
      await submitted(tx, output, day(asked), { side: project.other, given: given === null ? null : day(given) });
    }
    const api = await callAs(project.coordinator.manager, tx);
    const { organisationId } = project.other;
    const figures = async (period: object) =>
      (await api.activity.partners({ slug, ...period })).find((one) => one.organisationId === organisationId);
    expect(await figures({})).toMatchObject({ reviewsAsked: 4, reviewsGiven: 3, reviewDays: 4 });
    expect(await figures({ from: "2026-03-04" })).toMatchObject({ reviewsAsked: 1, reviewsGiven: 0, reviewDays: null });
    const listed = async (input: object) =>
      (await api.activity.partnerReviews({ slug, organisationId, ...input })).items.map(({ askedAt }) =>
        askedAt.getUTCDate(),
      );
    expect(await listed({})).toEqual([4, 3, 2, 1]);
    expect(await listed({ given: true })).toEqual([3, 2, 1]);
    expect(await listed({ from: "2026-03-02", to: "2026-03-03" })).toEqual([3, 2]);
  });

  test("leave evaluators out, and refuse organisations and periods that make no sense", async ({ tx }) => {
    const project = await aProject(tx);
    const elsewhere = await aProject(tx);
    const { slug } = project;
    const api = await callAs(project.partner.viewer, tx, { now: noon });
    expect((await api.activity.partners({ slug })).map(({ kind }) => kind)).toEqual([
      "coordinator",
      "partner",
      "partner",
    ]);
    const { organisationId } = elsewhere.partner;
    expect(await problemOf(api.activity.partner({ slug, organisationId }))).toBe("participation.not_found");
    expect(await problemOf(api.activity.partners({ slug, from: "2026-02-02", to: "2026-02-01" }))).toBe(
      "input.invalid",
    );
  });
});

test("a period is split into whole months and the days at its edges", () => {
  const split = (from?: string, to?: string) => Object.values(splitPeriod(from, to));
  expect(split()).toEqual([null, null, null, null]);
  expect(split("2026-02-01", "2026-03-31")).toEqual(["2026-02-01", "2026-02-01", "2026-04-01", "2026-04-01"]);
  expect(split("2026-02-02", "2026-04-29")).toEqual(["2026-02-02", "2026-03-01", "2026-04-01", "2026-04-30"]);
  expect(split("2026-02-02", "2026-02-28")).toEqual(["2026-02-02", "2026-03-01", "2026-03-01", "2026-03-01"]);
  expect(split("2026-12-31", "2027-01-01")).toEqual(["2026-12-31", "2027-01-02", "2027-01-02", "2027-01-02"]);
  expect(split("2026-12-31")).toEqual(["2026-12-31", "2027-01-01", null, null]);
});
