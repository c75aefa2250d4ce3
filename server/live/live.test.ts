import { and, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Db } from "@/db/client";
import { participationPeople, sessions } from "@/db/schema";
import { loadActor } from "@/server/auth/session";
import { endSession, startSession } from "@/server/auth/session-rows";
import { record } from "@/server/events/record";
import { notify } from "@/server/mail/notify";
import { signal } from "@/server/signal";
import { callAs, watch } from "@/server/testing/caller";
import { ownDatabase } from "@/server/testing/db";
import { aProject, type TestProject } from "@/server/testing/factories";
import { askForStream, eventsOf, nothingMissed, openLiveServer } from "@/server/testing/live-server";
import { aSession, cookieOf, noDevice } from "@/server/testing/session";
import { anOutput, aSubmission, aVersion } from "@/server/testing/work-factories";

let db: Db;
let url: string;
let close: () => Promise<void>;
let first: Awaited<ReturnType<typeof openLiveServer>>;
let second: Awaited<ReturnType<typeof openLiveServer>>;
let project: TestProject;
const opened: { leave: () => Promise<void> }[] = [];

beforeAll(async () => {
  ({ db, url, close } = await ownDatabase());
  first = await openLiveServer(url);
  second = await openLiveServer(url, { beatMs: 50 });
});
beforeEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.leave()));
  project = await aProject(db);
});
afterAll(async () => {
  await Promise.all(opened.map((one) => one.leave()));
  await first.shut();
  await second.shut();
  await close();
});

async function follow(person: string, options: { at?: typeof first; since?: number; lastEventId?: string } = {}) {
  const { at = first, ...how } = options;
  const answer = await askForStream(at.base, { person, cookie: await aSession(db, person), ...how });
  expect(answer.status).toBe(200);
  const events = eventsOf(answer);
  opened.push(events);
  return events;
}

/** Records an act of the coordinator's manager in the project. */
async function act(tx: Db = db): Promise<void> {
  const loaded = await loadActor(db, project.coordinator.manager, new Date());
  const by = { actor: loaded?.actor ?? null, now: new Date() };
  await record(tx, by, { projectId: project.id }, { type: "project.exported", data: {} });
}

/** Sent after what a stream must not be told: when it is the next event, nothing came before it. */
const mark = (personId: string) => signal(db, [{ about: "person", personId }]);

/** Waits until both instances listen, which they tell their streams. */
beforeAll(async () => {
  const { coordinator } = await aProject(db);
  for (const at of [first, second]) {
    await vi.waitFor(async () => {
      const stream = eventsOf(
        await askForStream(at.base, { person: coordinator.manager, cookie: await aSession(db, coordinator.manager) }),
      );
      opened.push(stream);
      await mark(coordinator.manager);
      expect(await stream.next()).toBe("*");
    });
  }
});

describe("a stream", () => {
  it("names the project of an act of another instance within a second, and says nothing else", async () => {
    const streams = [await follow(project.partner.viewer), await follow(project.partner.viewer, { at: second })];
    const began = Date.now();
    await act();
    for (const stream of streams) expect(await stream.next()).toBe(project.slug);
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it("is told of an act when its transaction is committed, and never of one that is rolled back", async () => {
    const { manager } = project.partner;
    const stream = await follow(manager, { at: second });
    await db.transaction(async (tx) => {
      await act(tx);
      await mark(manager);
      expect(await stream.next()).toBe("*");
    });
    expect(await stream.next()).toBe(project.slug);
    const undone = db.transaction(async (tx) => {
      await act(tx);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await mark(manager);
    expect(await stream.next()).toBe("*");
  });

  it("is not told of projects that its person does not take part in, or has left", async () => {
    const [member, { coordinator: stranger }] = [project.partner.contributor, await aProject(db)];
    const streams = [await follow(member), await follow(stranger.manager)];
    await db
      .update(participationPeople)
      .set({ endedAt: new Date() })
      .where(and(eq(participationPeople.projectId, project.id), eq(participationPeople.personId, member)));
    await act();
    for (const [index, personId] of [member, stranger.manager].entries()) {
      await mark(personId);
      expect(await streams[index]?.next()).toBe("*");
    }
  });

  it("of an evaluator is not told how busy a project is", async () => {
    const { contributor } = project.evaluator;
    const stream = await follow(contributor);
    await act();
    await mark(contributor);
    expect(await stream.next()).toBe("*");
  });

  it("is told of a notification of its person when the job has added it", async () => {
    const { manager } = project.partner;
    const output = await anOutput(db, project);
    const loaded = await loadActor(db, project.coordinator.manager, new Date());
    const by = { actor: loaded?.actor ?? null, now: new Date() };
    const data = { number: output.number, title: output.title, from: null, dueOn: "2026-12-01", reason: "Exams." };
    const { jobs } = await watch(db, () =>
      record(db, by, { projectId: project.id, outputId: output.id }, { type: "output.due_moved", data }),
    );
    const [{ payload } = { payload: {} }] = jobs.filter(({ name }) => name === "notify");
    const stream = await follow(manager, { at: second });
    await notify(db, new Date(), "activityId" in payload ? String(payload.activityId) : "");
    expect(await stream.next()).toBe("*");
  });

  it("is told of a comment only when its person can read it", async () => {
    const { partner, other, evaluator } = project;
    const output = await anOutput(db, project, { status: "in_review" });
    const asked = { personId: evaluator.contributor, organisationId: evaluator.organisationId };
    const submission = await aSubmission(db, output, [await aVersion(db, output)], [asked]);
    const [colleague, elsewhere, reviewer] = [
      await follow(partner.viewer),
      await follow(other.manager),
      await follow(evaluator.contributor),
    ];
    const api = await callAs(partner.contributor, db, { now: new Date() });
    const comment = (visibility: "organisation" | "everyone") =>
      api.comments.add({
        id: uuid(),
        subject: { type: "submission", id: submission.id },
        text: "A comment.",
        visibility,
        mentions: [],
      });
    await comment("organisation");
    expect(await colleague.next()).toBe(project.slug);
    await mark(other.manager);
    await mark(evaluator.contributor);
    expect([await elsewhere.next(), await reviewer.next()]).toEqual(["*", "*"]);
    await comment("everyone");
    for (const stream of [colleague, elsewhere, reviewer]) expect(await stream.next()).toBe(project.slug);
  });
});

describe("the session of a stream", () => {
  it("has to exist, and to be of the person whose page it is", async () => {
    const [mine, other] = [project.partner.manager, project.other.manager];
    const cookie = await aSession(db, mine);
    const answers = [
      await askForStream(first.base, { person: mine }),
      await askForStream(first.base, { person: mine, cookie: `${cookie}x` }),
      await askForStream(first.base, { person: other, cookie }),
      await fetch(`${first.base}/api/live?person=${mine}`, { method: "POST", headers: { Cookie: cookie } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    for (const answer of answers) expect(await answer.text()).toBe("");
  });

  it("ends it at sign-out, on every instance, and leaves those of other sessions open", async () => {
    const person = project.partner.manager;
    const { sessionId } = await startSession(db, new Date(), person, noDevice);
    const cookie = await cookieOf(person, sessionId);
    const mine = eventsOf(await askForStream(second.base, { person, cookie }));
    const other = await follow(person, { at: second });
    await endSession(db, new Date(), person, sessionId);
    expect(await mine.next()).toBeNull();
    await mark(person);
    expect(await other.next()).toBe("*");
    await (await callAs(person, db, { now: new Date() })).people.signOutEverywhere();
    expect(await other.next()).toBeNull();
    expect((await askForStream(first.base, { person, cookie })).status).toBe(401);
  });

  it("ends it when it expires", async () => {
    const person = project.partner.manager;
    const stream = await follow(person, { at: second });
    const longAgo = new Date(Date.now() - 31 * 86_400_000);
    await db.update(sessions).set({ lastSeenAt: longAgo }).where(eq(sessions.personId, person));
    expect(await stream.next()).toBeNull();
  });

  it("has six streams at most: the seventh ends the oldest", async () => {
    const person = project.partner.manager;
    const cookie = await aSession(db, person);
    const streams = [];
    for (let index = 0; index < 7; index += 1) {
      streams.push(eventsOf(await askForStream(first.base, { person, cookie })));
    }
    opened.push(...streams);
    expect(await streams[0]?.next()).toBeNull();
    await mark(person);
    for (const stream of streams.slice(1)) expect(await stream.next()).toBe("*");
  });
});

describe("a stream that was cut", () => {
  it("is told at once what is newer than its page, or than the last event that it received", async () => {
    const { manager } = project.partner;
    // Within the margin for clocks that differ.
    const before = Date.now() + 1_000;
    const witness = await follow(project.coordinator.manager);
    await act();
    expect(await witness.next()).toBe(project.slug);
    for (const how of [{ since: before }, { since: 0, lastEventId: String(before) }]) {
      expect(await (await follow(manager, how)).next()).toBe(project.slug);
    }
    const later = await follow(manager, { since: nothingMissed() });
    await mark(manager);
    expect(await later.next()).toBe("*");
  });

  it("is told that anything may be newer when nobody knows", async () => {
    for (const since of [0, Date.now() - 11 * 60_000, Number.NaN]) {
      expect(await (await follow(project.partner.manager, { since })).next()).toBe("*");
    }
  });

  it("is told so when the instance lost its connection to the database", async () => {
    const stream = await follow(project.partner.manager);
    const ended = await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`);
    expect(ended).toHaveLength(2);
    expect(await stream.next()).toBe("*");
    await act();
    expect(await stream.next()).toBe(project.slug);
  });
});

it("ends all streams when the process ends", async () => {
  const third = await openLiveServer(url);
  const person = project.partner.manager;
  const cookie = await aSession(db, person);
  const stream = eventsOf(await askForStream(third.base, { person, cookie }));
  await third.streams.close();
  expect(await stream.next()).toBeNull();
  expect(await eventsOf(await askForStream(third.base, { person, cookie })).next()).toBeNull();
  await third.shut();
});
