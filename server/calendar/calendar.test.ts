import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { calendarFeeds, outputs, participationPeople, participations, reviews, tasks } from "@/db/schema";
import { aTask } from "@/server/testing/a-task";
import { race } from "@/server/testing/barrier";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aPassword, aProject, type TestProject } from "@/server/testing/factories";
import { anOutput, aSubmission, aVersion } from "@/server/testing/work-factories";

const days = { from: "2026-03-01", to: "2026-03-31" };

/** One thing of each kind that is due in March, for the partner, the other partner and the evaluator. */
async function aBusyMonth(db: Db, project: TestProject) {
  const { partner, other, evaluator } = project;
  await anOutput(db, project, { title: "Guide", dueOn: "2026-03-20", contributors: [other] });
  const output = await anOutput(db, project, { title: "Course", dueOn: "2026-05-01", lead: other });
  const submission = await aSubmission(
    db,
    output,
    [await aVersion(db, output)],
    [partner.contributor, evaluator.contributor].map((personId, index) => ({
      personId,
      organisationId: (index === 0 ? partner : evaluator).organisationId,
    })),
  );
  await db.update(reviews).set({ dueOn: "2026-03-10" }).where(eq(reviews.submissionId, submission.id));
  await aTask(db, project, { title: "Posters", dueOn: "2026-03-20" });
  await aTask(db, project, { title: "Flyers", dueOn: "2026-03-21", assigneeId: partner.manager });
  await aTask(db, project, { title: "Dropped", dueOn: "2026-03-21", state: "dropped" });
  await aTask(db, project, { title: "Undated" });
}

const titles = (items: readonly { kind: string; title: string }[]) =>
  items.map(({ kind, title }) => `${kind} ${title}`);

describe("the calendar", () => {
  test("shows what waits for the person, for their organisation, or for everyone in the project", async ({ tx }) => {
    const project = await aProject(tx);
    await aBusyMonth(tx, project);
    const listAs = async (personId: string, who: "me" | "organisation" | "everyone", slug?: string) =>
      titles((await (await callAs(personId, tx)).calendar.list({ who, slug, ...days })).items);
    const { partner, other, coordinator, evaluator } = project;
    expect(await listAs(partner.contributor, "me")).toEqual(["review Course", "output Guide", "task Posters"]);
    expect(await listAs(partner.manager, "me")).toEqual(["output Guide", "task Posters", "task Flyers"]);
    expect(await listAs(partner.viewer, "organisation")).toEqual([
      "review Course",
      "output Guide",
      "task Posters",
      "task Flyers",
    ]);
    expect(await listAs(other.contributor, "organisation")).toEqual(["output Guide"]);
    expect(await listAs(coordinator.manager, "organisation")).toEqual([]);
    expect(await listAs(coordinator.manager, "everyone", project.slug)).toEqual([
      "review Course",
      "review Course",
      "output Guide",
      "task Posters",
      "task Flyers",
    ]);
    for (const who of ["me", "organisation", "everyone"] as const) {
      expect(await listAs(evaluator.contributor, who), who).toEqual(["review Course"]);
      expect(await listAs(evaluator.manager, who), who).toEqual([]);
    }
  });

  test("shows nothing of other projects, and nothing after the participation ended", async ({ tx }) => {
    const project = await aProject(tx);
    const elsewhere = await aProject(tx);
    await aBusyMonth(tx, elsewhere);
    const list = async () =>
      (await callAs(project.partner.contributor, tx)).calendar.list({ who: "everyone", ...days });
    expect((await list()).items).toEqual([]);
    await anOutput(tx, project, { dueOn: days.from, title: "Ours" });
    expect(titles((await list()).items)).toEqual(["output Ours"]);
    await tx.update(participations).set({ endedOn: "2026-03-01" }).where(eq(participations.projectId, project.id));
    expect((await list()).items).toEqual([]);
  });

  test("says what is done and what is late, and keeps the first and the last day of the period", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project, { title: "Approved", status: "approved", dueOn: days.from });
    await anOutput(tx, project, { title: "Late", dueOn: "2026-03-15" });
    await anOutput(tx, project, { title: "Today", dueOn: "2026-03-16" });
    await aTask(tx, project, { title: "Finished", dueOn: days.to, state: "done" });
    await anOutput(tx, project, { dueOn: "2026-02-28" });
    await anOutput(tx, project, { dueOn: "2026-04-01" });
    const api = await callAs(project.partner.manager, tx);
    const list = async () =>
      (await api.calendar.list({ slug: project.slug, who: "everyone", ...days })).items.map(({ title, done, late }) => [
        title,
        done,
        late,
      ]);
    const others = [
      ["Late", false, true],
      ["Today", false, false],
      ["Finished", true, false],
    ];
    expect(await list()).toEqual([["Approved", true, false], ...others]);
    await tx.update(outputs).set({ changedSinceApproval: true }).where(eq(outputs.id, output.id));
    expect(await list()).toEqual([["Approved", false, true], ...others]);
  });

  test("continues after two hundred entries, also in the middle of a day", async ({ tx }) => {
    const project = await aProject(tx);
    const { partner, coordinator } = project;
    const many = Array.from({ length: 250 }, (_, index) => ({
      id: uuid(),
      projectId: project.id,
      title: `Task ${String(index)}`,
      organisationId: partner.organisationId,
      askedBy: coordinator.manager,
      askedForId: coordinator.organisationId,
      dueOn: "2026-03-20",
      state: "open" as const,
    }));
    await tx.insert(tasks).values(many);
    const api = await callAs(partner.manager, tx);
    const { rows, pages } = await everyRow((cursor) =>
      api.calendar.list({ slug: project.slug, who: "everyone", ...days, cursor }),
    );
    expect(pages).toBe(2);
    expect(rows.map(({ id }) => id).sort()).toEqual(many.map(({ id }) => id).sort());
  });
});

/** The secret in the address of a feed. */
async function secretOf(db: Db, personId: string, slug?: string): Promise<string> {
  const feed = await (await callAs(personId, db)).calendar.feed({ slug });
  return /\/calendar\/([\w-]+)\.ics$/.exec(feed?.address ?? "")?.[1] ?? "";
}

const readAs = async (db: Db, secret: string) => (await callAs(null, db)).calendar.read({ secret });

describe("a calendar address", () => {
  test("is read without a session, and has what waits for the person, or for everyone in the project", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    await aBusyMonth(tx, project);
    await aTask(tx, project, { title: "Finished", dueOn: "2026-03-22", state: "done" });
    const { manager } = project.partner;
    const api = await callAs(manager, tx);
    await api.calendar.renew({ id: uuid() });
    await api.calendar.renew({ id: uuid(), slug: project.slug });
    const [own, ofProject] = [await secretOf(tx, manager), await secretOf(tx, manager, project.slug)];
    const first = await readAs(tx, own);
    expect([first.acronym, titles(first.days)]).toEqual([null, ["output Guide", "task Posters", "task Flyers"]]);
    const second = await readAs(tx, ofProject);
    expect(titles(second.days)).toEqual([
      "review Course",
      "review Course",
      "output Guide",
      "task Posters",
      "task Flyers",
      "output Course",
    ]);
    expect(second.acronym).not.toBeNull();
    const evaluator = project.evaluator.contributor;
    await (await callAs(evaluator, tx)).calendar.renew({ id: uuid() });
    expect(titles((await readAs(tx, await secretOf(tx, evaluator))).days)).toEqual(["review Course"]);
  });

  test("is found without days, with the time of each day's last change", async ({ tx }) => {
    const project = await aProject(tx);
    const { manager } = project.partner;
    const api = await callAs(manager, tx);
    await api.calendar.renew({ id: uuid() });
    const secret = await secretOf(tx, manager);
    expect((await readAs(tx, secret)).days).toEqual([]);
    const taskId = await aTask(tx, project, { dueOn: "2026-03-20", state: "open" });
    const moved = new Date("2026-03-17T08:00:00.000Z");
    const later = await callAs(manager, tx, { now: moved });
    await later.tasks.moreTime({ id: uuid(), taskId, dueOn: "2026-03-27", reason: "Exams." });
    const { days: found } = await readAs(tx, secret);
    expect(found.map(({ dueOn, revision, changedAt }) => [dueOn, revision, changedAt])).toEqual([
      ["2026-03-27", 2, moved],
    ]);
  });

  test("is not found after it was renewed, and a repeated request does not bring it back", async ({ tx }) => {
    const project = await aProject(tx);
    const { manager, contributor } = project.partner;
    const api = await callAs(manager, tx);
    const id = uuid();
    const { types } = await watch(tx, async () => {
      await api.calendar.renew({ id });
      await api.calendar.renew({ id });
    });
    expect(types).toEqual(["person.calendar_renewed"]);
    const secret = await secretOf(tx, manager);
    await readAs(tx, secret);
    await api.calendar.renew({ id: uuid() });
    expect(await problemOf(readAs(tx, secret))).toBe("calendar.not_found");
    await api.calendar.renew({ id });
    expect(await problemOf(readAs(tx, secret))).toBe("calendar.not_found");
    await readAs(tx, await secretOf(tx, manager));
    expect(await problemOf((await callAs(contributor, tx)).calendar.renew({ id }))).toBe("input.id_taken");
  });

  test("is stored as a hash only", async ({ tx }) => {
    const { partner } = await aProject(tx);
    await (await callAs(partner.manager, tx)).calendar.renew({ id: uuid() });
    const secret = await secretOf(tx, partner.manager);
    expect(secret.length).toBeGreaterThan(40);
    const rows = await tx.select().from(calendarFeeds).where(eq(calendarFeeds.personId, partner.manager));
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test.for(["the participation ended", "the person was removed", "the account was closed"])(
    "of a project is not found after %s",
    async (what, { tx }) => {
      const project = await aProject(tx);
      const { contributor, participationId } = project.partner;
      const api = await callAs(contributor, tx);
      await api.calendar.renew({ id: uuid(), slug: project.slug });
      await api.calendar.renew({ id: uuid() });
      const [secret, own] = [await secretOf(tx, contributor, project.slug), await secretOf(tx, contributor)];
      await anOutput(tx, project, { dueOn: "2026-03-20" });
      expect((await readAs(tx, own)).days).toHaveLength(1);
      if (what === "the participation ended") {
        await tx.update(participations).set({ endedOn: "2026-03-01" }).where(eq(participations.id, participationId));
      } else if (what === "the person was removed") {
        await tx
          .update(participationPeople)
          .set({ endedAt: new Date() })
          .where(eq(participationPeople.personId, contributor));
      } else await api.people.closeAccount({ password: aPassword });
      expect(await problemOf(readAs(tx, secret))).toBe("calendar.not_found");
      if (what === "the account was closed") expect(await problemOf(readAs(tx, own))).toBe("calendar.not_found");
      else expect((await readAs(tx, own)).days).toEqual([]);
    },
  );

  test("leaves one valid address when two renewals happen at the same time", async () => {
    const own = await ownDatabase();
    try {
      const { partner } = await aProject(own.db);
      const [one, two] = [await callAs(partner.manager, own.db), await callAs(partner.manager, own.db)];
      const lock = sql`select 1 from people where id = ${partner.manager} for update`;
      await race(own.db, lock, [() => one.calendar.renew({ id: uuid() }), () => two.calendar.renew({ id: uuid() })]);
      const rows = await own.db.select().from(calendarFeeds).where(eq(calendarFeeds.personId, partner.manager));
      expect(rows).toHaveLength(2);
      expect(rows.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
      await readAs(own.db, await secretOf(own.db, partner.manager));
    } finally {
      await own.close();
    }
  });
});
