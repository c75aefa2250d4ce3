import { and, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { mails, participationPeople, participations, people, projects } from "@/db/schema";
import { defaultSettings } from "@/domain/notifications";
import { mailLocales } from "@/domain/people";
import { loadActor } from "@/server/auth/session";
import { record } from "@/server/events/record";
import { sendMail } from "@/server/mail/send";
import { findStop } from "@/server/mail/stop";
import { race } from "@/server/testing/barrier";
import { callAs, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";
import { makeWeekly } from "./commands/make-weekly";

type Mail = Parameters<typeof sendMail>[2];

/** A day of March or April 2026; the 2nd, 9th, 16th, 23rd and 30th of March are Mondays. */
const on = (day: string) => new Date(`2026-${day}T06:20:00Z`);

/** A running project whose partners joined on a day. */
async function stage(tx: Db, joined = on("03-01")) {
  const project = await aProject(tx);
  await tx.update(projects).set({ status: "running" }).where(eq(projects.id, project.id));
  await tx.update(participations).set({ joinedAt: joined }).where(eq(participations.projectId, project.id));
  return project;
}

/** The e-mails of a kind about the project that the job enqueues at a moment. */
async function made(tx: Db, project: TestProject, now: Date, template: "weekly" | "quiet") {
  const { jobs } = await watch(tx, () => makeWeekly(tx, now));
  const ofProject = [project.coordinator, project.partner, project.other].flatMap(({ manager }) => manager);
  return jobs
    .map(({ payload }) => payload as Mail)
    .filter((mail) => mail.template === template && ofProject.includes(mail.personId ?? ""));
}

const acted = async (
  tx: Db,
  project: TestProject,
  personId: string,
  now: Date,
  outputId: string,
  organisationId = project.partner.organisationId,
) => {
  const by = await loadActor(tx, personId, now);
  await record(
    tx,
    { actor: by?.actor ?? null, now },
    { projectId: project.id, outputId, organisationId },
    {
      type: "output.due_moved",
      data: { number: 3, title: "Guide", from: null, dueOn: "2026-05-01", reason: "Exams." },
    },
  );
};

async function sent(tx: Db, now: Date, jobs: readonly Mail[]) {
  await tx.delete(mails);
  for (const job of jobs) await sendMail(tx, now, { ...job, dedupeKey: uuid() });
  return tx.select().from(mails);
}

describe("the weekly e-mail to coordinators", () => {
  test("is made once a week for each running project, for the managers of the coordinator", async ({ tx }) => {
    const project = await stage(tx);
    const [mail, ...others] = await made(tx, project, on("03-02"), "weekly");
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ personId: project.coordinator.manager, props: { projectId: project.id } });
    expect(await made(tx, project, on("03-04"), "weekly")).toEqual([]);
    // The server was down on Monday.
    expect(await made(tx, project, on("03-11"), "weekly")).toHaveLength(1);
    await tx.update(projects).set({ status: "closed" }).where(eq(projects.id, project.id));
    expect(await made(tx, project, on("03-16"), "weekly")).toEqual([]);
  });

  test("names an organisation that was quiet for 21 days and was told a week before, in private", async ({ tx }) => {
    const project = await stage(tx);
    const output = await anOutput(tx, project);
    const { partner, other, coordinator } = project;
    await acted(tx, project, partner.contributor, on("03-12"), output.id);
    expect(await made(tx, project, on("03-09"), "quiet")).toEqual([]);
    const notices = await made(tx, project, on("03-16"), "quiet");
    expect(notices.map(({ personId }) => personId)).toEqual([other.manager]);
    const [notice] = await sent(tx, on("03-16"), notices);
    expect(notice?.subject).toContain("since 1 March 2026");
    expect(notice?.text).toContain("Only the managers of your organisation get this e-mail.");

    const [letter] = await made(tx, project, on("03-23"), "weekly");
    const read = async (now: Date) => (await sent(tx, now, letter ? [letter] : []))[0]?.text ?? "";
    const shortName = await shortNameOf(tx, other.organisationId);
    expect(await read(on("03-20"))).not.toContain(`${shortName}: last active`);
    expect(await read(on("03-23"))).toContain(`${shortName}: last active on 1 March 2026`);
    // It is not told again while it stays quiet, and not named once somebody was active.
    expect(await made(tx, project, on("03-30"), "quiet")).toMatchObject([{ personId: partner.manager }]);
    await acted(tx, project, other.contributor, on("03-22"), output.id, other.organisationId);
    expect(await read(on("03-23"))).not.toContain("last active");
    expect(coordinator.manager).toBe(letter?.personId);
  });

  test("is not sent when it was switched off or stopped, to someone who left, nor with nothing to tell", async ({
    tx,
  }) => {
    const project = await stage(tx);
    const output = await anOutput(tx, project);
    const personId = project.coordinator.manager;
    const jobs = await made(tx, project, on("03-02"), "weekly");
    expect(await sent(tx, on("03-02"), jobs)).toEqual([]);
    await acted(tx, project, project.partner.contributor, on("03-01"), output.id);
    const [mail] = await sent(tx, on("03-02"), jobs);
    expect(mail?.text).toContain("O3 Guide to 1 May 2026");
    const api = await callAs(personId, tx);
    await api.notifications.saveSettings({ ...defaultSettings, letter: false });
    expect(await sent(tx, on("03-02"), jobs)).toEqual([]);
    await api.notifications.saveSettings(defaultSettings);
    const token = /\/stop\/(\S+)/u.exec(mail?.text ?? "")?.[1] ?? "";
    expect(findStop(token)?.kind).toBe("letters");
    await (await callAs(null, tx)).public.stopMail({ token });
    expect((await api.notifications.settings()).letter).toBe(false);
    expect(await sent(tx, on("03-02"), jobs)).toEqual([]);
    await api.notifications.saveSettings(defaultSettings);
    expect(await sent(tx, on("03-02"), jobs)).toHaveLength(1);
    await tx
      .update(participationPeople)
      .set({ endedAt: noon })
      .where(and(eq(participationPeople.personId, personId), eq(participationPeople.projectId, project.id)));
    expect(await sent(tx, on("03-02"), jobs)).toEqual([]);
  });

  test.for(mailLocales)("tells what moved and what is late in %s", async (locale, { tx }) => {
    const project = await stage(tx);
    const output = await anOutput(tx, project, { dueOn: "2026-02-01" });
    await acted(tx, project, project.partner.contributor, on("03-01"), output.id);
    await tx.update(people).set({ locale }).where(eq(people.id, project.coordinator.manager));
    const [mail] = await sent(tx, on("03-02"), await made(tx, project, on("03-02"), "weekly"));
    expect(mail?.text).toContain(output.title);
    expect(mail?.html).toContain(`lang="${locale}"`);
    if (locale !== "en") expect(mail?.text).not.toMatch(/ moved |was due|What/u);
  });

  test("names quiet organisations after as many days as the coordinator chose", async ({ tx }) => {
    const project = await stage(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const set = () => coordinator.projects.setQuietDays({ projectId: project.id, quietDays: 14 });
    expect((await watch(tx, set)).types).toEqual(["project.updated"]);
    expect((await watch(tx, set)).types).toEqual([]);
    // Joined on 1 March: told after seven days, named after fourteen.
    expect(await made(tx, project, on("03-02"), "quiet")).toEqual([]);
    expect((await made(tx, project, on("03-09"), "quiet")).length).toBeGreaterThan(0);
    const [mail] = await sent(tx, on("03-16"), await made(tx, project, on("03-16"), "weekly"));
    expect(mail?.text).toContain("Not active for 14 days or more");
  });

  test("is one e-mail when two workers make it at the same time", async () => {
    const own = await ownDatabase();
    try {
      const project = await stage(own.db);
      const { jobs } = await watch(own.db, () =>
        race(own.db, sql`select from projects where id = ${project.id} for update`, [
          () => makeWeekly(own.db, on("03-02")),
          () => makeWeekly(own.db, on("03-02")),
        ]),
      );
      expect(jobs.map(({ payload }) => (payload as Mail).personId)).toEqual([project.coordinator.manager]);
    } finally {
      await own.close();
    }
  });
});

async function shortNameOf(tx: Db, organisationId: string): Promise<string | undefined> {
  const [row] = await tx.execute<{ name: string }>(
    sql`select short_name as name from organisations where id = ${organisationId}`,
  );
  return row?.name;
}
