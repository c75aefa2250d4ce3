import { and, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { mails, practiceTranslations } from "@/db/schema";
import { defaultSettings } from "@/domain/notifications";
import { mostFollows } from "@/domain/follows";
import { sendMail } from "@/server/mail/send";
import { stopUrl } from "@/server/mail/stop";
import { aReplication } from "@/server/testing/a-replication";
import { race } from "@/server/testing/barrier";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aProject, noon } from "@/server/testing/factories";
import { aPractice } from "@/server/testing/work-factories";
import { tellFollowers } from "./commands/tell-followers";

type Mail = Parameters<typeof sendMail>[2];
const at = (moment: string) => new Date(`${moment}Z`);
const heritage = { search: { topic: "heritage" as const }, name: "Heritage" };

/** The e-mails about what a person follows that the cron job enqueues at a moment. */
async function letters(db: Db, moment: string, personId: string): Promise<Mail[]> {
  const { jobs } = await watch(db, () => tellFollowers(db, at(moment)));
  return jobs.map(({ payload }) => payload as Mail).filter((mail) => mail.personId === personId);
}

/** The text of the e-mail that is sent then, or null when nothing is new. */
async function sent(db: Db, letter: Mail | undefined): Promise<string | null> {
  if (!letter) throw new Error("No e-mail was made.");
  await sendMail(db, noon, letter);
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.dedupeKey, letter.dedupeKey)));
  return mail?.text ?? null;
}

// `noon` is Monday, 16 March 2026, 12:00 UTC; the e-mails come on Mondays at seven in Brussels.
const mondays = ["2026-03-23T06:05:00", "2026-03-30T05:05:00", "2026-04-06T05:05:00"] as const;

test("a person follows practices and searches once, sees them by page, and stops", async ({ tx }) => {
  const project = await aProject(tx);
  const [personId, other] = [project.other.contributor, project.partner.contributor];
  const { id: practiceId, slug } = await aPractice(tx, project, { status: "published", title: "Bees" });
  const api = await callAs(personId, tx);
  const id = uuid();
  await api.follows.add({ id, practiceId });
  await api.follows.add({ id, practiceId });
  await api.follows.add({ id: uuid(), practiceId });
  await api.follows.add({ id: uuid(), ...heritage });
  const { items, stopped } = await api.follows.list({});
  expect([items.length, stopped]).toEqual([2, false]);
  expect(items).toMatchObject([
    { id, search: null, practice: { id: practiceId, title: "Bees", slug } },
    { search: "topic=heritage", name: "Heritage", practice: null },
  ]);
  const { id: draft } = await aPractice(tx, project, { status: "submitted" });
  expect(await problemOf(api.follows.add({ id: uuid(), practiceId: draft }))).toBe("practice.not_found");
  expect(await problemOf((await callAs(other, tx)).follows.add({ id, practiceId }))).toBe("input.id_taken");
  await (await callAs(other, tx)).follows.remove({ followId: id });
  expect((await api.follows.list({})).items).toHaveLength(2);
  await api.follows.remove({ followId: id });
  expect((await api.follows.list({})).items).toHaveLength(1);
  for (let index = 1; index < mostFollows; index += 1) {
    await api.follows.add({ id: uuid(), search: { text: `bees ${index}` }, name: "Bees" });
  }
  expect((await everyRow((cursor) => api.follows.list({ cursor }))).rows).toHaveLength(mostFollows);
  expect(await problemOf(api.follows.add({ id: uuid(), practiceId }))).toBe("follow.too_many");
});

describe("the e-mail about what a person follows", () => {
  test("comes once a week with what is new, and not when nothing is", async ({ tx }) => {
    const project = await aProject(tx);
    const personId = project.other.contributor;
    const published = (title: string, moment: string) =>
      aPractice(tx, project, { status: "published", title, publishedAt: at(moment), texts: { topics: ["heritage"] } });
    await published("Old songs", "2026-03-10T12:00:00");
    const api = await callAs(personId, tx);
    await api.follows.add({ id: uuid(), ...heritage });
    // Something that fits two searches is told once.
    await api.follows.add({ id: uuid(), search: { text: "songs" }, name: "Songs" });
    expect(await letters(tx, "2026-03-17T06:05:00", personId)).toEqual([]);
    expect(await letters(tx, "2026-03-23T05:55:00", personId)).toEqual([]);
    await published("New songs", "2026-03-18T12:00:00");
    const [letter, ...more] = await letters(tx, mondays[0], personId);
    expect(more).toEqual([]);
    const text = (await sent(tx, letter)) ?? "";
    expect(text.split("New songs")).toHaveLength(2);
    expect(text).not.toContain("Old songs");
    expect(await letters(tx, "2026-03-23T06:15:00", personId)).toEqual([]);
    expect(await letters(tx, "2026-03-24T06:05:00", personId)).toEqual([]);
    // The clocks changed on 29 March.
    expect(await sent(tx, (await letters(tx, mondays[1], personId))[0])).toBeNull();
    await published("Newest songs", "2026-03-31T12:00:00");
    expect(await sent(tx, (await letters(tx, mondays[2], personId))[0])).toContain("Newest songs");
  });

  test("tells of reports, changes and translations of a practice, while it is public", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: practiceId } = await aPractice(tx, project, { status: "published", title: "Bees" });
    const api = await callAs(project.other.contributor, tx);
    await api.follows.add({ id: uuid(), practiceId });
    const later = at("2026-03-18T12:00:00");
    await aReplication(tx, practiceId, project.other, { status: "published" });
    await tx.execute(
      sql`update replications set published_at = ${later.toISOString()} where practice_id = ${practiceId}`,
    );
    await tx.insert(practiceTranslations).values({
      ...{ practiceId, language: "el", origin: "human", texts: {}, sources: {}, lastSaveId: uuid() },
      ...{ translatorId: project.partner.manager, updatedAt: later },
    });
    const [letter] = await letters(tx, mondays[0], project.other.contributor);
    const text = (await sent(tx, letter)) ?? "";
    expect(text).toContain("1 organisation reports how it went.");
    expect(text).toContain("New or changed translation: Greek.");
    expect(text).not.toContain("The practice was changed.");
    const coordinator = await callAs(project.coordinator.manager, tx);
    await coordinator.practices.withdraw({ practiceId, reason: "A name is in it." });
    expect(await sent(tx, letter && { ...letter, dedupeKey: uuid() })).toBeNull();
    expect((await api.follows.list({})).items[0]?.practice).toEqual({ id: practiceId, title: null, slug: null });
  });

  test("stops by its link, and comes again when the person follows something else", async ({ tx }) => {
    const project = await aProject(tx);
    const personId = project.other.contributor;
    const api = await callAs(personId, tx);
    await api.follows.add({ id: uuid(), ...heritage });
    await aPractice(tx, project, {
      ...{ status: "published", publishedAt: at("2026-03-18T12:00:00"), texts: { topics: ["heritage"] } },
    });
    const [letter] = await letters(tx, mondays[0], personId);
    const token = stopUrl(letter?.address ?? "", "follows").split("/stop/")[1] ?? "";
    await (await callAs(null, tx)).public.stopMail({ token });
    expect(await sent(tx, letter)).toBeNull();
    expect((await api.follows.list({})).stopped).toBe(true);
    await api.follows.add({ id: uuid(), search: { country: "GR" }, name: "Greece" });
    expect((await api.follows.list({})).stopped).toBe(false);
    expect(await sent(tx, letter)).toContain("Heritage");
  });

  test("is one e-mail when two workers make it at the same time, and waits for the end of a pause", async () => {
    const own = await ownDatabase();
    try {
      const personId = (await aProject(own.db)).other.contributor;
      const api = await callAs(personId, own.db);
      await api.follows.add({ id: uuid(), ...heritage });
      await api.notifications.saveSettings({ ...defaultSettings, pausedUntil: "2026-03-25" });
      expect(await letters(own.db, mondays[0], personId)).toEqual([]);
      const { jobs } = await watch(own.db, () =>
        race(own.db, sql`select from notification_settings where person_id = ${personId} for update`, [
          () => tellFollowers(own.db, at(mondays[1])),
          () => tellFollowers(own.db, at(mondays[1])),
        ]),
      );
      expect(jobs.filter(({ payload }) => "personId" in payload && payload.personId === personId)).toHaveLength(1);
    } finally {
      await own.close();
    }
  });
});
