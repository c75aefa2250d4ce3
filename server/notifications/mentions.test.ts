import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { mails, notifications, participationPeople } from "@/db/schema";
import type { CommentVisibility } from "@/domain/comments";
import { payloads } from "@/server/jobs/payloads";
import { callAs, problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";
import { handlers } from "@/server/worker/handlers";

const context = (tx: Db) => ({ db: tx, now: noon, lastTry: false });

type Remark = { by: string; mentions?: string[]; visibility?: CommentVisibility; replyTo?: string };

/** Adds a comment on an output and runs its jobs, each twice as after a crash; returns the id of the comment. */
async function comment(tx: Db, outputId: string, { by, mentions = [], visibility = "everyone", replyTo }: Remark) {
  const id = uuid();
  const api = await callAs(by, tx);
  const subject = { type: "output", id: outputId } as const;
  const { jobs } = await watch(tx, () =>
    api.comments.add({ id, subject, text: "Hello.", mentions, visibility, replyTo: replyTo ?? null }),
  );
  await watch(tx, async () => {
    for (const { name, payload } of [...jobs, ...jobs]) {
      if (name === "mail_mention") await handlers.mail_mention(context(tx), payloads.mail_mention.parse(payload));
      if (name === "notify") await handlers.notify(context(tx), payloads.notify.parse(payload));
    }
  });
  return id;
}

const listAs = async (tx: Db, personId: string) => (await callAs(personId, tx)).notifications.list({});

const someOutput = async (tx: Db): Promise<{ project: TestProject; outputId: string }> => {
  const project = await aProject(tx);
  return { project, outputId: (await anOutput(tx, project)).id };
};

describe("a mention", () => {
  test("is told once, as the reason before all others, also to people who do not work on the subject", async ({
    tx,
  }) => {
    const { project, outputId } = await someOutput(tx);
    const { partner, other } = project;
    await comment(tx, outputId, { by: project.coordinator.contributor, mentions: [partner.manager, other.viewer] });
    for (const personId of [partner.manager, other.viewer]) {
      expect(await listAs(tx, personId)).toMatchObject({
        unread: 1,
        items: [
          {
            event: { type: "comment.added", data: { subject: "output" } },
            why: "mentioned",
            subject: { type: "output", id: outputId },
            path: `/projects/${project.slug}/outputs/${outputId}`,
          },
        ],
      });
    }
    expect((await listAs(tx, partner.contributor)).items).toMatchObject([{ why: "output_team" }]);
  });

  test("in a comment of limited visibility is told to that person alone", async ({ tx }) => {
    const { project, outputId } = await someOutput(tx);
    const { manager, contributor, viewer } = project.partner;
    await comment(tx, outputId, { by: contributor, mentions: [manager], visibility: "organisation" });
    expect((await listAs(tx, manager)).items).toMatchObject([{ why: "mentioned", personId: contributor }]);
    for (const other of [viewer, project.coordinator.manager]) expect((await listAs(tx, other)).items).toEqual([]);
  });

  test("is not sent by e-mail once its author removed it or the person left", async ({ tx }) => {
    const { project, outputId } = await someOutput(tx);
    const { manager, contributor } = project.partner;
    const author = await callAs(contributor, tx);
    const sent = async (meanwhile: (commentId: string) => Promise<unknown>) => {
      const { answer, jobs } = await watch(tx, () => comment(tx, outputId, { by: contributor, mentions: [manager] }));
      await meanwhile(answer);
      const before = await tx.$count(mails);
      for (const { name, payload } of jobs) {
        if (name === "send_mail") await handlers.send_mail(context(tx), payloads.send_mail.parse(payload));
      }
      return (await tx.$count(mails)) - before;
    };
    expect(await sent(() => Promise.resolve())).toBe(1);
    expect(await sent((commentId) => author.comments.remove({ commentId }))).toBe(0);
    const leave = () =>
      tx.update(participationPeople).set({ endedAt: noon }).where(eq(participationPeople.personId, manager));
    expect(await sent(leave)).toBe(0);
  });

  test("is not shown once its author removed it or the person cannot read it any more", async ({ tx }) => {
    const { project, outputId } = await someOutput(tx);
    const { manager, contributor } = project.partner;
    const id = await comment(tx, outputId, { by: contributor, mentions: [manager] });
    await (await callAs(contributor, tx)).comments.remove({ commentId: id });
    expect(await listAs(tx, manager)).toMatchObject({ items: [], unread: 0 });
    await comment(tx, outputId, { by: contributor, mentions: [manager], visibility: "organisation" });
    expect((await listAs(tx, manager)).unread).toBe(1);
    // The manager moves to the other partner.
    await tx
      .update(participationPeople)
      .set({ participationId: project.other.participationId })
      .where(eq(participationPeople.personId, manager));
    expect(await listAs(tx, manager)).toMatchObject({ items: [], unread: 0 });
  });
});

describe("a muted thread", () => {
  test("tells of no more replies in it, but of mentions and of other threads", async ({ tx }) => {
    const { project, outputId } = await someOutput(tx);
    const { manager, contributor } = project.partner;
    const first = await comment(tx, outputId, { by: contributor });
    const reply = await comment(tx, outputId, { by: contributor, replyTo: first });
    const api = await callAs(manager, tx);
    const items = () => listAs(tx, manager).then((list) => list.items.map((item) => [item.why, item.threadMuted]));
    expect((await listAs(tx, manager)).items.map(({ threadId }) => threadId)).toEqual([first, first]);
    await api.notifications.mute({ subject: { type: "thread", id: first } });
    await comment(tx, outputId, { by: contributor, replyTo: reply });
    expect(await items()).toEqual([
      ["output_team", { until: null }],
      ["output_team", { until: null }],
    ]);
    await comment(tx, outputId, { by: contributor, replyTo: first, mentions: [manager] });
    await comment(tx, outputId, { by: contributor });
    expect(await items()).toHaveLength(4);
    await api.notifications.unmute({ subject: { type: "thread", id: first } });
    expect((await items()).map(([, muted]) => muted)).toEqual([null, null, null, null]);
  });

  test("must be one that the person was told of", async ({ tx }) => {
    const { project, outputId } = await someOutput(tx);
    const id = await comment(tx, outputId, { by: project.partner.contributor, visibility: "organisation" });
    const api = await callAs(project.partner.manager, tx);
    const refused = await problemOf(api.notifications.mute({ subject: { type: "thread", id } }));
    expect(refused).toBe("notification.not_found");
  });
});

test("a comment removed before the job runs tells nobody", async ({ tx }) => {
  const { project, outputId } = await someOutput(tx);
  const api = await callAs(project.partner.contributor, tx);
  const id = uuid();
  const subject = { type: "output", id: outputId } as const;
  const { jobs } = await watch(tx, () =>
    api.comments.add({ id, subject, text: "Wrong place.", visibility: "everyone", mentions: [], replyTo: null }),
  );
  await api.comments.remove({ commentId: id });
  for (const { name, payload } of jobs) {
    if (name === "notify") await handlers.notify(context(tx), payloads.notify.parse(payload));
  }
  expect(await tx.select().from(notifications).where(eq(notifications.projectId, project.id))).toEqual([]);
});
