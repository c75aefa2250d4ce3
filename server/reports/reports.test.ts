import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterEach, describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { addresses, mails, pageReports, projects, publications } from "@/db/schema";
import type { ReportedKind } from "@/domain/reports";
import { addReportInput } from "@/domain/schemas/reports";
import { adoptEnv, env } from "@/server/env";
import { payloads } from "@/server/jobs/payloads";
import { notify } from "@/server/mail/notify";
import { erasePerson } from "@/server/people/commands/erase-person";
import { sendMail } from "@/server/mail/send";
import { race } from "@/server/testing/barrier";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { anAddress, aPerson, aProject, noon } from "@/server/testing/factories";
import { aPublication } from "@/server/testing/publication-factories";
import { aPractice } from "@/server/testing/work-factories";
import { mailReports } from "./commands/mail-reports";

const usual = env();
afterEach(() => {
  adoptEnv(usual);
});

async function aStage(tx: Db) {
  const project = await aProject(tx);
  const publication = await aPublication(tx, project);
  const practice = await aPractice(tx, project, { status: "published" });
  const operator = await aPerson(tx);
  adoptEnv({ ...usual, OPERATORS: [operator.address] });
  const slugs: Record<ReportedKind, string> = {
    outputs: publication.slug,
    practices: practice.slug,
    partnerships: project.slug,
    partners: `o-${project.partner.organisationId}`,
  };
  return {
    ...{ project, publication, practice, operator, slugs },
    asOperator: await callAs(operator.id, tx),
    everyone: await callAs(null, tx),
  };
}
type Stage = Awaited<ReturnType<typeof aStage>>;

const words = { reason: "content", text: "The second page is empty." } as const;

async function aReport({ everyone, slugs }: Stage, kind: ReportedKind = "outputs", email = "") {
  const id = uuid();
  await everyone.reports.add({ ...words, id, kind, slug: slugs[kind], email });
  return id;
}

const stored = (tx: Db, id: string) => tx.select().from(pageReports).where(eq(pageReports.id, id));

describe("a visitor", () => {
  test("reports a public page of each kind, once for a repeated request", async ({ tx }) => {
    const stage = await aStage(tx);
    for (const [kind, slug] of Object.entries(stage.slugs) as [ReportedKind, string][]) {
      const input = { ...words, id: uuid(), kind, slug, email: " Reader@Example.org " };
      const { jobNames } = await watch(tx, () => stage.everyone.reports.add(input));
      expect(jobNames.filter((name) => name !== "mail_reports")).toEqual([]);
      await stage.everyone.reports.add({ ...input, text: "Sent a second time." });
      expect(await stored(tx, input.id)).toMatchObject([
        { kind, slug, ...words, email: "reader@example.org", reporterId: null, closedAt: null },
      ]);
    }
  });

  test("reports nothing that is not public", async ({ tx }) => {
    const { everyone, project, slugs } = await aStage(tx);
    const report = (kind: ReportedKind, slug: string) =>
      problemOf(everyone.reports.add({ ...words, id: uuid(), kind, slug }));
    const draft = await aPractice(tx, project, { status: "submitted" });
    const withdrawn = await aPublication(tx, project, { status: "withdrawn" });
    expect(await report("practices", draft.slug)).toBe("report.page_not_found");
    expect(await report("outputs", withdrawn.slug)).toBe("report.page_not_found");
    expect(await report("practices", slugs.outputs)).toBe("report.page_not_found");
    await tx.update(projects).set({ publicPage: false }).where(eq(projects.id, project.id));
    expect(await report("partnerships", slugs.partnerships)).toBe("report.page_not_found");
    expect(await report("partners", slugs.partners)).toBe("report.page_not_found");
  });

  test("says in some words what is wrong, with a valid address or none", async ({ tx }) => {
    const { everyone, slugs } = await aStage(tx);
    const report = (changes: object) =>
      problemOf(everyone.reports.add({ ...words, id: uuid(), kind: "outputs", slug: slugs.outputs, ...changes }));
    for (const invalid of [
      { text: "  too short  " },
      { text: "x".repeat(4_001) },
      { reason: "boring" },
      { email: "nobody" },
      { email: `${"x".repeat(300)}@example.org` },
    ]) {
      expect(await report(invalid)).toBe("input.invalid");
    }
    const unread = addReportInput.safeParse({ ...words, id: uuid(), kind: "outputs", slug: "a", email: "nobody" });
    expect(unread.error?.issues).toMatchObject([{ path: ["email"], message: "person.address_invalid" }]);
    expect(await report({ text: "0".repeat(4_000) })).toBe("");
  });

  test("sends ten reports an hour from one network", async ({ tx }) => {
    const shared = globalThis as typeof globalThis & { consortaLimiters?: unknown };
    const { slugs } = await aStage(tx);
    delete shared.consortaLimiters;
    adoptEnv({ ...usual, RATE_LIMIT_FACTOR: 1 });
    const visitor = await callAs(null, tx, { ip: "198.51.100.7" });
    const report = () => problemOf(visitor.reports.add({ ...words, id: uuid(), kind: "outputs", slug: slugs.outputs }));
    for (let sent = 0; sent < 10; sent += 1) expect(await report()).toBe("");
    expect(await report()).toBe("rate.limited");
    delete shared.consortaLimiters;
  });
});

describe("operators", () => {
  test("see open reports first, the newest first, in pages", async ({ tx }) => {
    const stage = await aStage(tx);
    const at = (minute: number) => new Date(noon.getTime() + minute * 60_000);
    const rows = Array.from({ length: 30 }, (_, minute) => ({
      id: uuid(),
      kind: "outputs" as const,
      subjectId: stage.publication.id,
      slug: stage.slugs.outputs,
      title: `Report ${minute}`,
      ...words,
      locale: "en",
      createdAt: at(minute),
      closedAt: minute % 3 === 0 ? at(60) : null,
    }));
    await tx.insert(pageReports).values(rows);
    const { rows: seen, pages } = await everyRow((cursor) => stage.asOperator.reports.list({ cursor }));
    const order = [...rows].reverse();
    const expected = [...order.filter((row) => !row.closedAt), ...order.filter((row) => row.closedAt)];
    expect(seen.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
    expect(pages).toBe(2);
    expect(await stage.asOperator.reports.open()).toBe(20);
  });

  test("close a report with an answer, which is sent to the address given or that of the account", async ({ tx }) => {
    const stage = await aStage(tx);
    const close = async (reportId: string) =>
      (await watch(tx, () => stage.asOperator.reports.close({ reportId, answer: "It is filled now." }))).jobs;
    const email = anAddress();
    const named = await aReport(stage, "outputs", email);
    expect(await stage.asOperator.reports.get({ reportId: named })).toMatchObject({ canAnswer: true, ...words });
    const jobs = await close(named);
    expect(jobs).toMatchObject([{ name: "send_mail", payload: { address: email, template: "pageReportAnswer" } }]);
    await sendMail(tx, noon, payloads.send_mail.parse(jobs[0]?.payload));
    const [mail] = await tx.select().from(mails).where(eq(mails.address, email));
    expect(mail?.text).toContain("It is filled now.");
    const reporter = await aPerson(tx);
    const own = uuid();
    const page = { kind: "practices" as const, slug: stage.slugs.practices };
    await (await callAs(reporter.id, tx)).reports.add({ ...words, ...page, id: own });
    expect(await close(own)).toMatchObject([{ payload: { address: reporter.address } }]);
    const nameless = await aReport(stage);
    expect(await stage.asOperator.reports.get({ reportId: nameless })).toMatchObject({ canAnswer: false });
    expect(await close(nameless)).toEqual([]);
    expect(await stored(tx, nameless)).toMatchObject([
      { outcome: "answered", closedBy: stage.operator.id, closedAt: noon, answer: "It is filled now." },
    ]);
    expect(await problemOf(close(nameless))).toBe("report.closed");
  });

  test("unpublish a page of each kind with a reason, and its owner is told", async ({ tx }) => {
    const stage = await aStage(tx);
    const { project, publication, operator, everyone, slugs } = stage;
    const gone = {
      outputs: async () => (await everyone.public.output({ slug: slugs.outputs })).state,
      practices: async () => (await everyone.public.practice({ slug: slugs.practices })).state,
      partnerships: () => problemOf(everyone.public.partnership({ slug: slugs.partnerships })),
      partners: () => problemOf(everyone.public.partner({ slug: slugs.partners })),
    };
    const told: Record<ReportedKind, string[]> = {
      outputs: [project.coordinator.manager],
      practices: [project.partner.contributor, project.coordinator.manager],
      partnerships: [project.coordinator.manager],
      partners: [project.partner.manager],
    };
    const events = {
      partners: "organisation.page_taken_down",
      partnerships: "project.page_taken_down",
      practices: "practice.taken_down",
      outputs: "output.taken_down",
    };
    const states = {
      partners: "organisation.not_found",
      partnerships: "project.not_found",
      practices: "withdrawn",
      outputs: "withdrawn",
    };
    // The organisation and the project first: their pages exist while something is published.
    for (const [kind, type] of Object.entries(events) as [ReportedKind, string][]) {
      const reportId = await aReport(stage, kind);
      const input = { reportId, reason: "It names a child.", answer: "Thank you." };
      const done = await watch(tx, () => stage.asOperator.reports.unpublish(input));
      const organisationId = kind === "partners" ? project.partner.organisationId : null;
      expect(done.events).toMatchObject([
        { type, personId: operator.id, organisationId, data: { reason: "It names a child." } },
      ]);
      expect(await gone[kind]()).toBe(states[kind]);
      const notice = done.jobs.find(({ name }) => name === "notify");
      const { activityId } = payloads.notify.parse(notice?.payload);
      const sent = await watch(tx, () => notify(tx, noon, activityId));
      const mailed = await Promise.all(sent.jobs.map(({ payload }) => aReader(tx, payload.address ?? "")));
      expect(mailed.sort()).toEqual([...new Set(told[kind])].sort());
      expect(sent.jobs[0]?.payload.props).toMatchObject({ quote: "It names a child." });
      expect(await stage.asOperator.reports.get({ reportId })).toMatchObject({
        outcome: "unpublished",
        publicSlug: null,
      });
      expect(await problemOf(stage.asOperator.reports.unpublish(input))).toBe("report.closed");
      if (kind === "partnerships") {
        await tx.update(projects).set({ publicPage: null }).where(eq(projects.id, project.id));
        expect(await stage.asOperator.reports.get({ reportId })).toMatchObject({ publicSlug: slugs.partnerships });
      }
    }
    const reasons = await tx.select({ reason: publications.withdrawReason }).from(publications);
    expect(reasons).toContainEqual({ reason: "It names a child." });
    expect(publication.slug).toBe(slugs.outputs);
  });

  test("get no rights in the project, and their own organisation does not appear in the record", async ({ tx }) => {
    const stage = await aStage(tx);
    const [own] = await tx.select().from(addresses).where(eq(addresses.personId, stage.project.other.manager));
    adoptEnv({ ...usual, OPERATORS: [stage.operator.address, own?.address ?? ""] });
    const member = await callAs(stage.project.other.manager, tx);
    const reportId = await aReport(stage);
    const input = { reportId, reason: "It names a child.", answer: "Thank you." };
    const { events } = await watch(tx, () => member.reports.unpublish(input));
    expect(events).toMatchObject([{ type: "output.taken_down", organisationId: null }]);
    expect(await problemOf(stage.asOperator.projects.get({ slug: stage.project.slug }))).toBe("project.not_found");
  });

  test("cannot unpublish a page that its owner has withdrawn meanwhile", async ({ tx }) => {
    const stage = await aStage(tx);
    const reportId = await aReport(stage);
    const coordinator = await callAs(stage.project.coordinator.manager, tx);
    await coordinator.publications.withdraw({ outputId: stage.publication.output.id, reason: "An error." });
    const unpublish = stage.asOperator.reports.unpublish({ reportId, reason: "It names a child.", answer: "Thanks." });
    expect(await problemOf(unpublish)).toBe("report.page_not_public");
    expect(await stored(tx, reportId)).toMatchObject([{ closedAt: null }]);
  });

  test("who answer at the same time close a report once", async () => {
    const own = await ownDatabase();
    const stage = await aStage(own.db);
    const reportId = await aReport(stage);
    const lock = sql`select from page_reports where id = ${reportId} for update`;
    const close = () => problemOf(stage.asOperator.reports.close({ reportId, answer: "Thank you." }));
    expect((await race(own.db, lock, [close, close])).sort()).toEqual(["", "report.closed"]);
    await own.close();
  });

  test("are told of open reports by e-mail, at most once an hour", async ({ tx }) => {
    const stage = await aStage(tx);
    const at = (minute: number) => new Date(noon.getTime() + minute * 60_000);
    const runAt = async () => {
      const jobs = await tx.execute<{ at: string }>(sql`select run_at::text as at from graphile_worker.jobs
        where key = 'mail_reports'`);
      return jobs.map((job) => new Date(job.at));
    };
    const mailed = async (minute: number) => {
      await tx.execute(sql`delete from graphile_worker._private_jobs where key = 'mail_reports'`);
      const { jobs } = await watch(tx, () => mailReports(tx, at(minute)));
      return jobs.filter(({ name }) => name === "send_mail").map(({ payload }) => [payload.address, payload.props]);
    };
    expect(await mailed(0)).toEqual([]);
    const first = await aReport(stage);
    expect(await runAt()).toHaveLength(1);
    expect(await mailed(1)).toEqual([[stage.operator.address, { count: 1 }]]);
    const second = await aReport(stage);
    expect(await mailed(2)).toEqual([]);
    expect(await runAt()).toEqual([at(61)]);
    expect(await mailed(61)).toEqual([[stage.operator.address, { count: 2 }]]);
    for (const reportId of [first, second]) await stage.asOperator.reports.close({ reportId, answer: "Done now." });
    expect(await mailed(200)).toEqual([]);
    expect(await runAt()).toEqual([]);
  });
});

test("closing an account removes its address and its name from reports, and keeps the words", async ({ tx }) => {
  const stage = await aStage(tx);
  const reporter = await aPerson(tx);
  const own = uuid();
  const page = { kind: "outputs" as const, slug: stage.slugs.outputs };
  await (await callAs(reporter.id, tx)).reports.add({ ...words, ...page, id: own });
  const signedOut = await aReport(stage, "outputs", reporter.address);
  const other = await aReport(stage, "outputs", "other@x.example");
  await erasePerson(tx, noon, reporter.id);
  expect(await stored(tx, own)).toMatchObject([{ reporterId: null, ...words }]);
  expect(await stored(tx, signedOut)).toMatchObject([{ email: null, ...words }]);
  expect(await stored(tx, other)).toMatchObject([{ email: "other@x.example" }]);
});

async function aReader(tx: Db, address: string): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`select person_id as id from addresses where address = ${address}`);
  return row?.id ?? "";
}
