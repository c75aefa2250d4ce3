import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { notifications, notificationSettings, participations } from "@/db/schema";
import type { ActivityEvent } from "@/domain/events/events";
import { loadActor } from "@/server/auth/session";
import { record } from "@/server/events/record";
import { notify } from "@/server/mail/notify";
import { aTask } from "@/server/testing/a-task";
import { race } from "@/server/testing/barrier";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aMember, aPerson, aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";

/** Runs the notify jobs of a mutation, each twice as after a crash; returns the jobs they enqueue. */
async function told(db: Db, mutate: () => Promise<unknown>, between?: () => Promise<unknown>) {
  const { jobs } = await watch(db, mutate);
  await between?.();
  const sent = await watch(db, async () => {
    for (const { name, payload } of [...jobs, ...jobs]) {
      if (name === "notify" && "activityId" in payload) await notify(db, noon, String(payload.activityId));
    }
  });
  return sent.jobs;
}

const listAs = async (db: Db, personId: string, input: { unread?: boolean } = {}) =>
  (await callAs(personId, db)).notifications.list(input);

const commented = { type: "comment.added", data: { subject: "output", number: 1, title: "Guide" } } as const;

/** Records an event about an output of the partner, caused by the other partner's contributor. */
async function happens(db: Db, project: TestProject, outputId: string, event: ActivityEvent = commented, by?: string) {
  const loaded = await loadActor(db, by ?? project.other.contributor, noon);
  if (!loaded) throw new Error("This person has no account.");
  await record(db, { actor: loaded.actor, now: noon }, { projectId: project.id, outputId }, event);
}

const submitted = {
  type: "output.submitted",
  data: { number: 1, title: "Guide", submissionId: uuid(), submission: 1 },
} as const;

describe("a notification", () => {
  test("is added once for each person concerned, with the most personal reason, and never about own work", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { coordinator, partner, other, evaluator } = project;
    // The coordinator's manager is in the team of the output and coordinates.
    const output = await anOutput(tx, project, { lead: coordinator, contributors: [partner] });
    const jobs = await told(tx, () => happens(tx, project, output.id, commented, partner.contributor));
    expect(jobs).toEqual([]);
    const rows = await tx.select().from(notifications).where(eq(notifications.projectId, project.id));
    expect(new Map(rows.map(({ personId, why }) => [personId, why]))).toEqual(
      new Map([
        [coordinator.manager, "output_team"],
        [coordinator.contributor, "output_team"],
        [partner.manager, "output_team"],
      ]),
    );
    expect(rows).toHaveLength(3);
    const { items, unread } = await listAs(tx, partner.manager);
    expect(unread).toBe(1);
    expect(items).toMatchObject([
      {
        event: commented,
        why: "output_team",
        subject: { type: "output", id: output.id },
        projectSlug: project.slug,
        path: `/projects/${project.slug}/outputs/${output.id}`,
        at: noon,
        readAt: null,
      },
    ]);
    for (const stranger of [partner.contributor, partner.viewer, other.manager, evaluator.manager]) {
      expect((await listAs(tx, stranger)).items).toEqual([]);
    }
  });

  test("of a comment on a task without mentions goes to both sides of the task, at once", async ({ tx }) => {
    const project = await aProject(tx);
    const { coordinator, partner, other } = project;
    const tasks = [await aTask(tx, project), await aTask(tx, project, { assigneeId: partner.contributor })];
    const sent = [];
    for (const taskId of tasks) {
      const asks = await callAs(other.contributor, tx);
      const comment = { id: uuid(), subject: { type: "task", id: taskId }, text: "How many?", visibility: "everyone" };
      sent.push(...(await told(tx, () => asks.comments.add(comment as Parameters<typeof asks.comments.add>[0]))));
    }
    // An e-mail that is enqueued again is sent once.
    const people = new Map(
      sent.flatMap(({ payload }) =>
        "dedupeKey" in payload && "personId" in payload ? [[payload.dedupeKey, payload.personId] as const] : [],
      ),
    );
    const [asker, manager, assignee] = [coordinator.manager, partner.manager, partner.contributor];
    expect([...people.values()].sort()).toEqual([asker, manager, asker, assignee].sort());
    expect(await listAs(tx, assignee)).toMatchObject({ items: [{ why: "task_people", subject: { id: tasks[1] } }] });
  });

  test("is added by the job: recording writes the same, however many people are concerned", async ({ tx }) => {
    const project = await aProject(tx);
    for (let index = 0; index < 30; index += 1) {
      const at = { projectId: project.id, participationId: project.partner.participationId };
      await aMember(tx, at, (await aPerson(tx)).id, "contributor");
    }
    const output = await anOutput(tx, project);
    const { jobNames } = await watch(tx, () => happens(tx, project, output.id));
    expect(jobNames).toEqual(["notify"]);
    expect(await tx.select().from(notifications).where(eq(notifications.projectId, project.id))).toEqual([]);
  });

  test("is not shown after the participation ended, and not added when it ends before the job runs", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    const { manager, participationId } = project.partner;
    await told(tx, () => happens(tx, project, output.id));
    expect(await listAs(tx, manager)).toMatchObject({ items: [{}], unread: 1 });
    const end = () =>
      tx.update(participations).set({ endedOn: "2026-03-01" }).where(eq(participations.id, participationId));
    await told(tx, () => happens(tx, project, output.id), end);
    expect(await listAs(tx, manager)).toMatchObject({ items: [], unread: 0 });
    const rows = await tx.select().from(notifications).where(eq(notifications.personId, manager));
    expect(rows).toHaveLength(1);
  });

  test("is read on every device; those of other people stay unread", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    const { manager, contributor } = project.partner;
    await told(tx, async () => {
      await happens(tx, project, output.id);
      await happens(tx, project, output.id);
    });
    const { items } = await listAs(tx, manager);
    const api = await callAs(manager, tx);
    const theirs = (await listAs(tx, contributor)).items.map(({ id }) => id);
    await api.notifications.read({ ids: [items[0]?.id ?? "", ...theirs] });
    const unread = await listAs(tx, manager, { unread: true });
    expect(unread.items.map(({ id }) => id)).toEqual([items[1]?.id]);
    expect(await api.notifications.unread()).toBe(1);
    await api.notifications.read({ all: true });
    expect(await listAs(tx, manager)).toMatchObject({ unread: 0, items: [{ readAt: noon }, { readAt: noon }] });
    expect((await listAs(tx, contributor)).unread).toBe(2);
  });

  test("list continues by cursor without repeating or losing a line", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    await told(tx, async () => {
      for (let index = 0; index < 30; index += 1) await happens(tx, project, output.id);
    });
    const api = await callAs(project.partner.manager, tx);
    const { rows, pages } = await everyRow((cursor) => api.notifications.list({ cursor }));
    expect([pages, new Set(rows.map(({ id }) => id)).size]).toEqual([2, 30]);
  });

  test("is added once when two workers run the same job", async () => {
    const own = await ownDatabase();
    try {
      const project = await aProject(own.db);
      const output = await anOutput(own.db, project);
      const { jobs } = await watch(own.db, () => happens(own.db, project, output.id));
      const [job] = jobs;
      const activityId = job && "activityId" in job.payload ? String(job.payload.activityId) : "";
      // Both have read who is told when the first one writes.
      await race(own.db, sql`lock table notifications in exclusive mode`, [
        () => notify(own.db, noon, activityId),
        () => notify(own.db, noon, activityId),
      ]);
      const rows = await own.db.select().from(notifications);
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map(({ personId }) => personId)).size).toBe(rows.length);
    } finally {
      await own.close();
    }
  });
});

describe("a muted subject", () => {
  test("adds no notification and sends no e-mail, until the time given or until it is unmuted", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    const { manager } = project.partner;
    const api = await callAs(manager, tx);
    const subject = { type: "output", id: output.id } as const;
    const moved = {
      type: "output.due_moved",
      data: { number: 1, title: "Guide", from: null, dueOn: "2026-04-01", reason: "Exams." },
    } as const;
    await told(tx, () => happens(tx, project, output.id));
    for (const personId of [manager, project.partner.contributor]) {
      await tx.insert(notificationSettings).values({ personId, news: "at_once" });
    }
    await api.notifications.mute({ subject });
    const mailed = await told(tx, () => happens(tx, project, output.id, moved));
    expect(mailed.length).toBeGreaterThan(0);
    expect(JSON.stringify(mailed)).not.toContain(manager);
    expect(await listAs(tx, manager)).toMatchObject({
      items: [{ muted: { until: null }, projectMuted: null }],
      unread: 1,
    });
    const another = await anOutput(tx, project);
    await told(tx, () => happens(tx, project, another.id));
    const mutedOf = async (personId: string) => (await listAs(tx, personId)).items.map(({ muted }) => muted);
    expect(await mutedOf(manager)).toEqual(expect.arrayContaining([null, { until: null }]));
    expect(await mutedOf(project.partner.contributor)).toEqual([null, null, null]);
    const later = new Date(noon.getTime() + 1);
    await api.notifications.mute({ subject, until: later });
    expect(await mutedOf(manager)).toEqual(expect.arrayContaining([null, { until: later }]));
    await api.notifications.mute({ subject, until: noon });
    expect(await mutedOf(manager)).toEqual([null, null]);
    expect(JSON.stringify(await told(tx, () => happens(tx, project, output.id, moved)))).toContain(manager);
    await api.notifications.mute({ subject });
    await api.notifications.unmute({ subject });
    await told(tx, () => happens(tx, project, output.id));
    expect((await listAs(tx, manager)).items).toHaveLength(4);
  });

  test("may be a project; what is asked of the person is told nevertheless", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    const { manager } = project.coordinator;
    const api = await callAs(manager, tx);
    await api.notifications.mute({ subject: { type: "project", id: project.id } });
    await told(tx, () => happens(tx, project, output.id));
    await told(tx, () => happens(tx, project, output.id, submitted));
    expect((await listAs(tx, manager)).items).toMatchObject([
      { event: submitted, why: "coordinators", muted: null, projectMuted: { until: null } },
    ]);
  });

  test("cannot be muted until a moment that is none, or that the database cannot hold", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.partner.manager, tx);
    const subject = { type: "project", id: project.id } as const;
    for (const until of [new Date(8.64e15), new Date(-8.64e15), new Date(Number.NaN), "soon", "2026-13-01T00:00:00Z"]) {
      expect(await problemOf(api.notifications.mute({ subject, until: until }))).toBe("input.invalid");
    }
  });

  test("must be one that the person was told of", async ({ tx }) => {
    const project = await aProject(tx);
    const elsewhere = await aProject(tx);
    const api = await callAs(project.partner.manager, tx);
    const task = await aTask(tx, project);
    for (const subject of [
      { type: "project", id: elsewhere.id },
      { type: "task", id: task },
    ] as const) {
      expect(await problemOf(api.notifications.mute({ subject }))).toBe("notification.not_found");
    }
  });
});

test("unread notifications are counted up to ninety-nine", async ({ tx }) => {
  const { partner } = await aProject(tx);
  await tx.execute(sql`insert into notifications (id, person_id, activity_id, why, subject_type, subject_id, at)
    select gen_random_uuid(), ${partner.manager}, n, 'subject', 'account', gen_random_uuid(), now()
    from generate_series(1, 200) n`);
  const api = await callAs(partner.manager, tx);
  expect(await api.notifications.unread()).toBe(99);
  expect(await (await callAs(partner.viewer, tx)).notifications.unread()).toBe(0);
});
