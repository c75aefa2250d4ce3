import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterEach, describe, expect } from "vitest";
import type { Db } from "@/db/client";
import {
  addresses,
  invitations,
  mails,
  pageReports,
  people,
  personTokens,
  projectDrafts,
  rateLimits,
} from "@/db/schema";
import { adoptEnv, env } from "@/server/env";
import { callAs, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aMember, anInvitation, anOrganisation, aPerson, aProject, noon } from "@/server/testing/factories";
import { enqueue } from "@/server/jobs/enqueue";
import { handlers, schedule } from "./handlers";

const after = (days: number) => new Date(noon.getTime() + days * 86_400_000);
const tidy = (tx: Db, now: Date) => handlers.tidy({ db: tx, now }, {});
const usual = env();
afterEach(() => {
  adoptEnv(usual);
});

test("the cleanup runs daily as a cron job", () => {
  expect(schedule).toContainEqual({ job: "tidy", at: "40 2 * * *" });
});

test("deletes expired and used tokens, and keeps valid ones", async ({ tx }) => {
  const person = await aPerson(tx);
  const token = (expiresAt: Date, usedAt: Date | null) => ({
    id: uuid(),
    purpose: "confirm" as const,
    hash: uuid(),
    personId: person.id,
    addressId: person.addressId,
    expiresAt,
    usedAt,
  });
  const live = token(after(2), null);
  await tx.insert(personTokens).values([live, token(after(0), null), token(after(2), noon)]);
  await tidy(tx, after(1));
  const left = await tx.select().from(personTokens).where(eq(personTokens.personId, person.id));
  expect(left.map((row) => row.id)).toEqual([live.id]);
});

test("deletes expired counters, and keeps current ones", async ({ tx }) => {
  const counters = [
    { key: "over", points: 3, expire: after(0).getTime() },
    { key: "running", points: 3, expire: after(2).getTime() },
  ];
  await tx.insert(rateLimits).values(counters);
  await tidy(tx, after(1));
  expect(await tx.$count(rateLimits, eq(rateLimits.key, "over"))).toBe(0);
  expect(await tx.$count(rateLimits, eq(rateLimits.key, "running"))).toBe(1);
});

test("deletes the address of a reporter 90 days after the report was closed", async ({ tx }) => {
  const report = (email: string, closedAt: Date | null) => ({
    id: uuid(),
    kind: "outputs" as const,
    subjectId: uuid(),
    slug: "a-guide",
    title: "A guide",
    reason: "rights" as const,
    text: "The picture is mine.",
    locale: "en",
    email,
    closedAt,
  });
  const rows = [report("old@x.example", after(0)), report("new@x.example", after(1)), report("open@x.example", null)];
  await tx.insert(pageReports).values(rows);
  await tidy(tx, new Date(after(90).getTime() + 1));
  const kept = await tx.select({ email: pageReports.email }).from(pageReports).orderBy(pageReports.id);
  expect(kept).toEqual([{ email: null }, { email: "new@x.example" }, { email: "open@x.example" }]);
});

test("deletes the content of stored e-mails after a month, only when a mail server is configured", async ({ tx }) => {
  const mail = (address: string, sentAt: Date) => ({
    id: uuid(),
    dedupeKey: uuid(),
    template: "confirm",
    address,
    subject: "A subject",
    html: "<p>Words</p>",
    text: "Words",
    status: "kept" as const,
    sentAt,
  });
  await tx.insert(mails).values([mail("old@example.org", noon), mail("new@example.org", after(20))]);
  const storedContent = async () =>
    Object.fromEntries((await tx.select().from(mails)).map((row) => [row.address, [row.subject, row.html, row.text]]));
  const whole = ["A subject", "<p>Words</p>", "Words"];
  await tidy(tx, after(31));
  expect(await storedContent()).toEqual({ "old@example.org": whole, "new@example.org": whole });
  adoptEnv({ ...usual, SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "office@example.org" });
  await tidy(tx, after(31));
  expect(await storedContent()).toEqual({ "old@example.org": ["A subject", null, null], "new@example.org": whole });
});

test("deletes permanently failed jobs after a month, and keeps waiting and recent ones", async ({ tx }) => {
  for (const [key, attempts, days] of [
    ["old", 12, 0],
    ["fresh", 12, 20],
    ["waiting", 11, 0],
  ] as const) {
    await enqueue(tx, "notify", { activityId: "1" }, { jobKey: key });
    await tx.execute(sql`update graphile_worker._private_jobs set attempts = ${attempts},
      updated_at = ${after(days).toISOString()}::timestamptz where key = ${key}`);
  }
  await tidy(tx, after(31));
  const left = await tx.execute<{ key: string }>(sql`select key from graphile_worker.jobs order by key`);
  expect(left.map((row) => row.key)).toEqual(["fresh", "waiting"]);
});

describe("an account without a confirmed address", () => {
  const unproven = (tx: Db) => aPerson(tx, { confirmed: false });
  const isOpen = async (tx: Db, id: string) =>
    (await tx.$count(people, sql`${people.id} = ${id} and ${people.closedAt} is null`)) === 1;

  test("is closed after thirty days without memberships, and its personal data is erased", async ({ tx }) => {
    const { id, name } = await unproven(tx);
    await tx.insert(projectDrafts).values({ id: uuid(), personId: id, data: {} });
    await tidy(tx, after(29));
    expect(await isOpen(tx, id)).toBe(true);
    const { types } = await watch(tx, () => tidy(tx, after(31)));
    expect(types).toEqual(["person.closed"]);
    expect(await isOpen(tx, id)).toBe(false);
    expect(await tx.$count(addresses, eq(addresses.personId, id))).toBe(0);
    expect(await tx.$count(projectDrafts, eq(projectDrafts.personId, id))).toBe(0);
    expect(await tx.$count(people, eq(people.name, name))).toBe(0);
    expect((await watch(tx, () => tidy(tx, after(32)))).types).toEqual([]);
  });

  test("is kept when it was used recently, belongs to something or invited someone; confirmed accounts are kept", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const keptIds = {
      confirmed: (await aPerson(tx)).id,
      seen: (await unproven(tx)).id,
      colleague: (await unproven(tx)).id,
      member: (await unproven(tx)).id,
      formerMember: (await unproven(tx)).id,
      founder: (await unproven(tx)).id,
      inviter: (await unproven(tx)).id,
      answered: (await unproven(tx)).id,
    };
    await tx
      .update(people)
      .set({ seenAt: after(10) })
      .where(eq(people.id, keptIds.seen));
    await anOrganisation(tx, { members: [keptIds.colleague] });
    const at = { projectId: project.id, participationId: project.partner.participationId };
    await aMember(tx, at, keptIds.member, "viewer");
    const former = await aMember(tx, at, keptIds.formerMember, "viewer");
    await tx.execute(sql`update participation_people set ended_at = now() where id = ${former}`);
    await tx.execute(sql`update projects set created_by = ${keptIds.founder} where id = ${project.id}`);
    const by = { ...project.partner, manager: keptIds.inviter };
    await anInvitation(tx, project, { participationId: at.participationId, by });
    const { id: accepted } = await anInvitation(tx, project, { participationId: at.participationId });
    await tx
      .update(invitations)
      .set({ status: "accepted", decidedBy: keptIds.answered })
      .where(eq(invitations.id, accepted));
    await tidy(tx, after(31));
    for (const [why, id] of Object.entries(keptIds)) expect([why, await isOpen(tx, id)]).toEqual([why, true]);
    expect((await (await callAs(keptIds.member, tx)).people.me()).addresses).toHaveLength(1);
  });
});
