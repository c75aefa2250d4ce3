import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { mails, notifications, participationPeople, people } from "@/db/schema";
import type { ActivityEvent } from "@/domain/events/events";
import { mailLocales } from "@/domain/people";
import { defaultSettings } from "@/domain/notifications";
import { loadActor } from "@/server/auth/session";
import { record } from "@/server/events/record";
import { payloads } from "@/server/jobs/payloads";
import { sendMail } from "@/server/mail/send";
import { race } from "@/server/testing/barrier";
import { callAs, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";
import { handlers } from "@/server/worker/handlers";
import { makeDigests } from "./commands/make-digests";

const at = (moment: string) => new Date(`${moment}Z`);

async function stage(tx: Db, locale = "en") {
  const project = await aProject(tx);
  const output = await anOutput(tx, project);
  await tx.update(people).set({ locale }).where(eq(people.id, project.partner.manager));
  return { project, outputId: output.id, personId: project.partner.manager };
}

const dueMoved: ActivityEvent = {
  type: "output.due_moved",
  data: { number: 3, title: "Guide", from: null, dueOn: "2026-04-01", reason: "Exams." },
};

/** Moves a due date, which is news for the team of the output; returns the jobs that e-mail it at once. */
async function moved(tx: Db, project: TestProject, outputId: string, now = noon, event = dueMoved) {
  const by = await loadActor(tx, project.coordinator.contributor, now);
  const { jobs } = await watch(tx, () =>
    record(tx, { actor: by?.actor ?? null, now }, { projectId: project.id, outputId }, event),
  );
  const mailed = await watch(tx, async () => {
    for (const { name, payload } of jobs) {
      if (name === "notify") {
        await handlers.notify({ db: tx, now, lastTry: false }, payloads.notify.parse(payload));
      }
    }
  });
  return mailed.jobs;
}

type Mail = Parameters<typeof sendMail>[2];

/** The digests for a person that the cron job enqueues at a moment. */
async function digests(tx: Db, moment: string, personId: string): Promise<Mail[]> {
  const { jobs } = await watch(tx, () => makeDigests(tx, at(moment)));
  return jobs.map(({ payload }) => payload as Mail).filter((mail) => mail.personId === personId);
}

const sentTo = (tx: Db, personId: string) => tx.select().from(mails).where(eq(mails.personId, personId));

const choose = async (tx: Db, personId: string, settings: object) =>
  (await callAs(personId, tx)).notifications.saveSettings({ ...defaultSettings, ...settings });

// `noon` is Monday, 16 March 2026, 12:00 UTC.
describe("a digest", () => {
  test("is made once a day at the person's hour, in their time zone, of what happened before it", async ({ tx }) => {
    const { project, outputId, personId } = await stage(tx);
    const far = project.partner.contributor;
    await tx.update(people).set({ timeZone: "Pacific/Auckland" }).where(eq(people.id, far));
    expect(await moved(tx, project, outputId)).toEqual([]);
    await moved(tx, project, outputId);
    // Seven in Brussels is six UTC; seven in Auckland is eighteen UTC of the day before.
    expect(await digests(tx, "2026-03-16T18:00:00", personId)).toEqual([]);
    expect(await digests(tx, "2026-03-17T05:50:00", personId)).toEqual([]);
    await moved(tx, project, outputId, at("2026-03-17T06:05:00"));
    const [digest, ...others] = await digests(tx, "2026-03-17T06:10:00", personId);
    expect(others).toEqual([]);
    expect(digest?.props).toMatchObject({ count: 2 });
    expect(await digests(tx, "2026-03-17T06:20:00", personId)).toEqual([]);
    expect((await digests(tx, "2026-03-18T06:00:00", personId))[0]?.props).toMatchObject({ count: 1 });
    expect(await digests(tx, "2026-03-19T06:00:00", personId)).toEqual([]);
  });

  test("comes at seven in Auckland", async ({ tx }) => {
    const { project, outputId, personId } = await stage(tx);
    await tx.update(people).set({ timeZone: "Pacific/Auckland" }).where(eq(people.id, personId));
    await moved(tx, project, outputId);
    expect(await digests(tx, "2026-03-16T17:50:00", personId)).toEqual([]);
    expect(await digests(tx, "2026-03-16T18:00:00", personId)).toHaveLength(1);
  });

  test("comes once on the days when the clocks change", async ({ tx }) => {
    const { project, outputId, personId } = await stage(tx);
    await choose(tx, personId, { hour: 2 });
    // On 29 March two o'clock is left out in Brussels; on 25 October it comes twice.
    const sent: string[] = [];
    for (const [happens, ...moments] of [
      ["2026-03-28T12:00:00", "2026-03-29T00:50:00", "2026-03-29T01:00:00", "2026-03-29T01:10:00"],
      ["2026-10-24T12:00:00", "2026-10-24T23:50:00", "2026-10-25T00:00:00", "2026-10-25T01:00:00"],
    ]) {
      await moved(tx, project, outputId, at(happens ?? ""));
      for (const moment of moments) if ((await digests(tx, moment, personId)).length > 0) sent.push(moment);
    }
    expect(sent).toEqual(["2026-03-29T01:00:00", "2026-10-25T00:00:00"]);
  });

  test("comes weekly, or not at all, as the person chose, and late when the server was down", async ({ tx }) => {
    const { project, outputId, personId } = await stage(tx);
    await choose(tx, personId, { news: "weekly", weekday: 3 });
    await moved(tx, project, outputId);
    expect(await digests(tx, "2026-03-17T06:00:00", personId)).toEqual([]);
    expect(await digests(tx, "2026-03-18T19:00:00", personId)).toHaveLength(1);
    await moved(tx, project, outputId, at("2026-03-19T12:00:00"));
    await choose(tx, personId, { news: "never" });
    await moved(tx, project, outputId, at("2026-03-19T12:00:00"));
    await choose(tx, personId, {});
    expect(await digests(tx, "2026-03-25T06:00:00", personId)).toEqual([]);
    expect((await (await callAs(personId, tx)).notifications.list({})).items).toHaveLength(3);
  });

  test("comes after a pause, with what would have come at once", async ({ tx }) => {
    const { project, outputId, personId } = await stage(tx);
    await choose(tx, personId, { news: "at_once" });
    const atOnce = await moved(tx, project, outputId);
    expect(JSON.stringify(atOnce)).toContain(personId);
    await choose(tx, personId, { news: "at_once", pausedUntil: "2026-03-20" });
    expect(JSON.stringify(await moved(tx, project, outputId))).not.toContain(personId);
    expect(await digests(tx, "2026-03-19T06:00:00", personId)).toEqual([]);
    // What was sent at once is not in it.
    expect((await digests(tx, "2026-03-20T06:00:00", personId))[0]?.props).toMatchObject({ count: 1 });
  });

  test("waits for the end of a pause as the person's calendar shows it", async ({ tx }) => {
    const { project, outputId, personId } = await stage(tx);
    await choose(tx, personId, { news: "at_once", pausedUntil: "2026-03-20" });
    await tx.update(people).set({ timeZone: "Pacific/Auckland" }).where(eq(people.id, personId));
    // Eleven UTC is midnight in Auckland, half a day before Brussels.
    const isMailed = async (moment: string) =>
      JSON.stringify(await moved(tx, project, outputId, at(moment))).includes(personId);
    expect([await isMailed("2026-03-19T10:50:00"), await isMailed("2026-03-19T11:10:00")]).toEqual([false, true]);
  });

  test("is one e-mail when two workers make it at the same time", async () => {
    const own = await ownDatabase();
    try {
      const { project, outputId, personId } = await stage(own.db);
      await moved(own.db, project, outputId);
      await choose(own.db, personId, {});
      const now = at("2026-03-17T06:00:00");
      const { jobs } = await watch(own.db, () =>
        race(own.db, sql`select from notification_settings where person_id = ${personId} for update`, [
          () => makeDigests(own.db, now),
          () => makeDigests(own.db, now),
        ]),
      );
      const made = jobs.filter(({ payload }) => "personId" in payload && payload.personId === personId);
      expect(made).toHaveLength(1);
    } finally {
      await own.close();
    }
  });
});

describe("an e-mail at once", () => {
  /** The e-mail of a person about an event, and a function that sends it and returns how many were sent. */
  function waiting(tx: Db, personId: string, jobs: Awaited<ReturnType<typeof moved>>) {
    const mail = jobs.map(({ payload }) => payload as Mail).find((one) => one.personId === personId);
    if (!mail) throw new Error("No e-mail was made.");
    return async () => {
      await sendMail(tx, noon, { ...mail, dedupeKey: uuid() });
      return (await sentTo(tx, personId)).length;
    };
  }

  test("is not sent about what was read or muted while it waited", async ({ tx }) => {
    const { project, outputId, personId } = await stage(tx);
    await choose(tx, personId, { news: "at_once" });
    const send = waiting(tx, personId, await moved(tx, project, outputId));
    const api = await callAs(personId, tx);
    for (const subject of [{ type: "output", id: outputId } as const, { type: "project", id: project.id } as const]) {
      await api.notifications.mute({ subject });
      expect(await send()).toBe(0);
      await api.notifications.unmute({ subject });
    }
    await api.notifications.read({ all: true });
    expect(await send()).toBe(0);
    await tx.update(notifications).set({ readAt: null });
    expect(await send()).toBe(1);
  });

  test("is sent about what is asked of the person, although it was read", async ({ tx }) => {
    const { project, outputId } = await stage(tx);
    const { manager } = project.coordinator;
    const data = { number: 3, title: "Guide", submissionId: uuid(), submission: 1 };
    const jobs = await moved(tx, project, outputId, noon, { type: "output.submitted", data });
    const send = waiting(tx, manager, jobs);
    await (await callAs(manager, tx)).notifications.read({ all: true });
    expect(await send()).toBe(1);
  });
});

describe("a digest that is sent", () => {
  test("tells nothing that is read, muted, removed or no longer to be seen, and is not sent when nothing is left", async ({
    tx,
  }) => {
    const { project, outputId, personId } = await stage(tx);
    const second = await anOutput(tx, project);
    await moved(tx, project, outputId);
    await moved(tx, project, second.id);
    const [digest] = await digests(tx, "2026-03-17T06:00:00", personId);
    if (!digest) throw new Error("No digest was made.");
    const api = await callAs(personId, tx);
    await api.notifications.mute({ subject: { type: "output", id: second.id } });
    await sendMail(tx, noon, digest);
    const [mail] = await sentTo(tx, personId);
    expect(mail?.text).toContain(outputId);
    expect(mail?.text).not.toContain(second.id);
    const whole = { type: "project", id: project.id } as const;
    await api.notifications.mute({ subject: whole });
    await sendMail(tx, noon, { ...digest, dedupeKey: uuid() });
    await api.notifications.unmute({ subject: whole });
    await api.notifications.read({ all: true });
    await sendMail(tx, noon, { ...digest, dedupeKey: uuid() });
    await tx.update(notifications).set({ readAt: null });
    await tx.update(participationPeople).set({ endedAt: noon }).where(eq(participationPeople.personId, personId));
    await sendMail(tx, noon, { ...digest, dedupeKey: uuid() });
    expect(await sentTo(tx, personId)).toHaveLength(1);
  });

  test.for(mailLocales)("is complete in %s, in both forms, with each address once", async (locale, { tx }) => {
    const { project, outputId, personId } = await stage(tx, locale);
    for (let index = 0; index < 45; index += 1) await moved(tx, project, outputId);
    const [digest] = await digests(tx, "2026-03-17T06:00:00", personId);
    if (!digest) throw new Error("No digest was made.");
    await sendMail(tx, noon, digest);
    const [mail] = await sentTo(tx, personId);
    const text = mail?.text ?? "";
    expect(mail?.subject).toMatch(/45/u);
    expect(text).toMatch(/O3 Guide/u);
    expect(`${mail?.subject ?? ""} ${text}`).not.toMatch(/[{}<>]|digest\.|undefined/u);
    if (locale !== "en") expect(text).not.toMatch(/ moved | concern|Open your|You receive/u);
    const links = text.match(/https?:\/\/[^\s\]]+/gu) ?? [];
    expect(links).toEqual([...new Set(links)]);
    expect(links.some((link) => link.includes("/stop/"))).toBe(true);
    expect(mail?.html).toContain(`lang="${locale}"`);
  });
});
