import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { invitations, invitationTokens, mails, notifications } from "@/db/schema";
import { defaultSettings } from "@/domain/notifications";
import { loadActor } from "@/server/auth/session";
import { adoptEnv, env } from "@/server/env";
import { record } from "@/server/events/record";
import { makeDigests } from "@/server/notifications/commands/make-digests";
import { startWorker } from "@/server/worker/worker";
import { callAs, problemOf } from "@/server/testing/caller";
import { ownDatabase } from "@/server/testing/db";
import { aMember, anAddress, aPerson, aProject, type TestProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";
import { sendMail } from "./send";
import { findStop } from "./stop";

let db: Db;
let close: () => Promise<void>;
let stopWorker: () => Promise<void>;
let server: SMTPServer;
let port: number;
let project: TestProject;
const tried: string[] = [];
const arrived: { to: string[]; mail: ParsedMail }[] = [];
/** Replies to RCPT TO for some addresses; the others are accepted. */
const refused = new Map<string, { responseCode: number; message: string }>();

function aServer(): SMTPServer {
  return new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authMethods: ["PLAIN"],
    onAuth({ username, password }, _session, done) {
      if (username === "post@office" && password === "p/ss:w@rd") done(null, { user: username });
      else done(new Error("Wrong user or password."));
    },
    onRcptTo({ address }, _session, done) {
      const reply = refused.get(address);
      tried.push(address);
      if (reply) done(Object.assign(new Error(reply.message), { responseCode: reply.responseCode }));
      else done();
    },
    onData(stream, session, done) {
      void buffer(stream)
        .then((raw) => simpleParser(raw))
        .then((mail) => {
          arrived.push({ to: session.envelope.rcptTo.map((one) => one.address), mail });
          done();
        });
    },
  });
}

async function listen(on: number): Promise<void> {
  server = aServer();
  server.listen(on, "127.0.0.1");
  await once(server.server, "listening");
}

const unlisten = () =>
  new Promise<void>((resolve) => {
    server.close(resolve);
  });

beforeAll(async () => {
  const own = await ownDatabase();
  ({ db, close } = own);
  await listen(0);
  port = (server.server.address() as AddressInfo).port;
  adoptEnv({
    ...env(),
    SMTP_URL: `smtp://post%40office:p%2Fss%3Aw%40rd@127.0.0.1:${port}`,
    MAIL_FROM: "Consorta <office@example.org>",
  });
  ({ stop: stopWorker } = await startWorker(db, own.url));
});
beforeEach(async () => {
  project = await aProject(db);
});
afterAll(async () => {
  await stopWorker();
  await unlisten();
  await close();
});

async function invite(address: string, locale: "el" | "en"): Promise<void> {
  const api = await callAs(project.coordinator.manager, db, { now: new Date() });
  await api.projects.invitePeople({
    participationId: project.partner.participationId,
    emails: [address],
    role: "contributor",
    message: "Καλώς ήρθατε <όλοι>",
    locale,
  });
}

const mailTo = async (address: string) =>
  (await db.select().from(mails).where(eq(mails.address, address))).map(({ status, error, html, text }) => ({
    status,
    error,
    hasContent: html !== null || text !== null,
  }));
/** Whether the managers of the project see that the invitation was not delivered. */
async function undelivered(address: string): Promise<boolean | undefined> {
  const api = await callAs(project.coordinator.manager, db);
  const { items } = await api.projects.invitations({ slug: project.slug });
  const found = items.find((one) => one.address === address);
  return found && found.undeliveredAt !== null;
}

const waitingJobs = async (address: string) => {
  const rows = await db.execute(
    sql`select 1 from graphile_worker._private_jobs where payload->>'address' = ${address}`,
  );
  return rows.length;
};

const inTime = { timeout: 15_000, interval: 50 };

/** Runs the job of a waiting e-mail again as the given attempt, once the attempt before it has ended. */
const tryAgain = (address: string, attempt: number) =>
  expect
    .poll(
      () =>
        db.execute(sql`update graphile_worker._private_jobs set attempts = ${attempt - 1}, run_at = now()
          where payload->>'address' = ${address} and locked_at is null returning id`),
      inTime,
    )
    .toHaveLength(1);

/** What e-mails about a task say. */
const news = { title: "Posters", project: "ROOTS", organisation: "Escuela" };

describe("an invitation sent by SMTP", { timeout: 45_000 }, () => {
  it("goes to an address with an apostrophe unchanged", async () => {
    const address = `sinead.o'neill+${anAddress()}`;
    await invite(address, "en");
    await expect.poll(() => arrived.some(({ to }) => to.length === 1 && to.includes(address)), inTime).toBe(true);
  });

  it("has the right sender, recipient and language, as HTML and as text", async () => {
    const address = anAddress();
    await invite(address, "el");
    await expect.poll(() => arrived.some(({ to }) => to.includes(address)), inTime).toBe(true);
    const { mail, to } = arrived.find((one) => one.to.includes(address)) ?? {};
    expect(to).toEqual([address]);
    expect(mail?.from?.text).toBe('"Consorta" <office@example.org>');
    expect(mail?.to).toMatchObject({ text: address });
    expect(mail?.subject).toMatch(/[α-ω]/i);
    expect(mail?.text).toContain("Καλώς ήρθατε <όλοι>");
    expect(mail?.text).toMatch(/http:\/\/localhost:3000\/invite\/[\w-]+/);
    expect(mail?.html).toContain('lang="el"');
    expect(mail?.html).toContain("Καλώς ήρθατε &lt;όλοι&gt;");
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    const list = mail?.headers.get("list");
    expect(list).toMatchObject({ "unsubscribe-post": { name: "List-Unsubscribe=One-Click" } });
    const stop = new URL((list as { unsubscribe?: { url?: string } } | undefined)?.unsubscribe?.url ?? "");
    expect(findStop(stop.pathname.replace("/api/stop/", ""))).toEqual({ kind: "invitations", address });
    await expect.poll(() => mailTo(address), inTime).toEqual([{ status: "sent", error: null, hasContent: false }]);
  });

  it("about activity can be stopped by one click, and refers to the others about the same thing", async () => {
    const address = anAddress();
    const props = { what: "task_added", thread: "task.7", path: "/home", by: null, values: news, quote: "" };
    for (const dedupeKey of [`${address} 1`, `${address} 2`]) {
      await sendMail(db, new Date(), { dedupeKey, template: "news", address, locale: "en", props });
    }
    const sent = arrived.filter(({ to }) => to.includes(address)).map(({ mail }) => mail);
    expect(sent.map(({ references }) => references)).toEqual(["<task.7@localhost>", "<task.7@localhost>"]);
    expect(sent.map(({ inReplyTo }) => inReplyTo)).toEqual(["<task.7@localhost>", "<task.7@localhost>"]);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(2);
    for (const mail of sent) {
      expect(mail.headers.get("list")).toMatchObject({ "unsubscribe-post": { name: "List-Unsubscribe=One-Click" } });
      expect(mail.text).toContain("/stop/");
    }
  });

  it("that may have been sent before a crash is sent again with the same Message-ID", async () => {
    const address = anAddress();
    const props = { name: "Ana", token: "x".repeat(43), minutes: 60 };
    const job = { dedupeKey: address, template: "reset", address, locale: "en", props };
    await sendMail(db, new Date(), job);
    // The state that a killed process leaves between the server's reply and its own update.
    await db.update(mails).set({ status: "queued", sentAt: null }).where(eq(mails.address, address));
    await sendMail(db, new Date(), job);
    const ids = arrived.filter(({ to }) => to.includes(address)).map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it.each([
    { responseCode: 450, message: "4.2.0 Greylisted, try again later." },
    { responseCode: 530, message: "5.7.0 Authentication required." },
    { responseCode: 554, message: "5.7.1 Relay access denied." },
  ])("to an address that is refused with $responseCode $message is retried, and sent once accepted", async (reply) => {
    const address = anAddress();
    refused.set(address, reply);
    await invite(address, "en");
    const error = `EENVELOPE ${String(reply.responseCode)}`;
    await expect.poll(() => mailTo(address), inTime).toEqual([{ status: "queued", error, hasContent: false }]);
    expect(await undelivered(address)).toBe(false);
    refused.delete(address);
    await expect.poll(() => mailTo(address), inTime).toEqual([{ status: "sent", error: null, hasContent: false }]);
    expect(arrived.filter(({ to }) => to.includes(address))).toHaveLength(1);
  });

  it.each([
    { responseCode: 550, message: "No such mailbox." },
    { responseCode: 550, message: "5.1.1 User unknown." },
    { responseCode: 553, message: "5.1.3 Bad address." },
  ])(
    "to an address that is refused for good with $responseCode $message is not tried again, and is shown to its managers until sent again",
    async (reply) => {
      const address = anAddress();
      refused.set(address, reply);
      await invite(address, "en");
      await expect.poll(() => undelivered(address), inTime).toBe(true);
      const error = `EENVELOPE ${String(reply.responseCode)}`;
      expect(await mailTo(address)).toEqual([{ status: "failed", error, hasContent: false }]);
      expect(tried.filter((one) => one === address)).toHaveLength(1);
      await expect.poll(() => waitingJobs(address), inTime).toBe(0);
      refused.delete(address);
      const api = await callAs(project.coordinator.manager, db, { now: new Date() });
      const { items } = await api.projects.invitations({ slug: project.slug });
      await api.projects.resendInvitation({ invitationId: items[0]?.id ?? "" });
      expect(await undelivered(address)).toBe(false);
      await expect.poll(() => arrived.some(({ to }) => to.includes(address)), inTime).toBe(true);
    },
  );

  it("is not marked as undelivered by an older e-mail that fails after a newer one was sent", async () => {
    const address = anAddress();
    await invite(address, "en");
    const [older] = await db
      .select({ tokenId: invitationTokens.id, invitationId: invitations.id })
      .from(invitationTokens)
      .innerJoin(invitations, eq(invitations.id, invitationTokens.invitationId))
      .where(eq(invitations.address, address));
    const api = await callAs(project.coordinator.manager, db, { now: new Date() });
    await api.projects.resendInvitation({ invitationId: older?.invitationId ?? "" });
    await expect.poll(() => arrived.filter(({ to }) => to.includes(address)).length, inTime).toBe(2);
    refused.set(address, { responseCode: 550, message: "No such mailbox." });
    const texts = {
      title: "Title",
      acronym: "T",
      organisation: "School",
      inviter: "Ana",
      inviting: "CEPA",
      message: "",
    };
    const props = { ...texts, kind: "partner", tokenId: older?.tokenId, expiresAt: new Date().toISOString() };
    await sendMail(db, new Date(), { dedupeKey: address, template: "invitation", address, locale: "en", props });
    expect(tried.filter((one) => one === address)).toHaveLength(3);
    expect(await undelivered(address)).toBe(false);
  });

  it("holds links that answer a request once, in the HTML and in the text", async () => {
    const person = await aPerson(db);
    const { id: projectId, partner, coordinator } = project;
    await aMember(db, { projectId, participationId: partner.participationId }, person.id, "contributor");
    const api = await callAs(coordinator.manager, db, { now: new Date() });
    await api.tasks.add({ id: uuid(), projectId, title: "Print the posters", assignee: { personId: person.id } });
    await expect.poll(() => arrived.some(({ to }) => to.includes(person.address)), inTime).toBe(true);
    const { mail } = arrived.find(({ to }) => to.includes(person.address)) ?? {};
    const tokens = (text: string) => [...text.matchAll(/\/act\/([\w-]+)/gu)].map(([, token = ""]) => token);
    const [accept = "", done = ""] = tokens(mail?.text ?? "");
    expect(new Set(tokens(String(mail?.html)))).toEqual(new Set([accept, done]));
    const nobody = await callAs(null, db, { now: new Date() });
    expect(await problemOf(nobody.actLinks.act({ token: accept, version: 1 }))).toBe("");
    expect(await problemOf(nobody.actLinks.act({ token: accept, version: 1 }))).toBe("act_link.invalid");
  });

  it("is shown to operators as failed after the last attempt, with its kind and without its content", async () => {
    const address = anAddress();
    await unlisten();
    await invite(address, "en");
    await expect
      .poll(() => mailTo(address), inTime)
      .toEqual([{ status: "queued", error: "ESOCKET", hasContent: false }]);
    await tryAgain(address, 12);
    await expect
      .poll(() => mailTo(address), inTime)
      .toEqual([{ status: "failed", error: "ESOCKET", hasContent: false }]);
    await listen(port);
    expect(await undelivered(address)).toBe(true);
    const operator = await aPerson(db);
    adoptEnv({ ...env(), OPERATORS: [operator.address] });
    const api = await callAs(operator.id, db);
    const [trouble] = await api.instance.troubledMails();
    expect(trouble).toMatchObject({ template: "invitation", status: "failed", error: "ESOCKET" });
    expect(JSON.stringify(trouble)).not.toContain(address);
    expect((await api.instance.state()).failures).toMatchObject([{ task: "send_mail", attempts: 12 }]);
  });
});

async function addressOf(personId: string): Promise<string> {
  const [row] = await db.execute<{ address: string }>(
    sql`select address from addresses where person_id = ${personId} and is_primary`,
  );
  return row?.address ?? "";
}

describe("an address of a member that is refused for good", { timeout: 45_000 }, () => {
  const seenBy = async (viewer: string, personId: string) => {
    const { items } = await (await callAs(viewer, db)).projects.members({ slug: project.slug });
    return items.find((member) => member.personId === personId)?.refusedAt ?? null;
  };
  const send = (address: string, template: "news" | "confirm" | "reset", key: string) => {
    const about = { what: "task_added", path: "/home", by: null, values: news, quote: "" };
    const props = template === "news" ? about : { name: "Ana", token: "x".repeat(43), minutes: 60 };
    return sendMail(db, new Date(), { dedupeKey: `${address} ${key}`, template, address, locale: "en", props });
  };
  const triedAt = (address: string) => tried.filter((one) => one === address).length;

  it("is shown to those who may invite, gets only e-mails about its account, and is cleared by one that arrives", async () => {
    const personId = project.partner.contributor;
    const address = await addressOf(personId);
    refused.set(address, { responseCode: 550, message: "5.1.1 User unknown." });
    await send(address, "news", "1");
    const since = await seenBy(project.coordinator.manager, personId);
    expect(since).toBeInstanceOf(Date);
    expect(await seenBy(project.partner.manager, personId)).toEqual(since);
    expect(await seenBy(project.other.manager, personId)).toBeNull();
    expect(await seenBy(personId, personId)).toBeNull();
    expect((await (await callAs(personId, db)).people.me()).addresses).toMatchObject([{ refusedAt: since }]);

    await send(address, "news", "2");
    expect(triedAt(address)).toBe(1);
    await send(address, "reset", "3");
    expect(triedAt(address)).toBe(2);
    expect(await seenBy(project.coordinator.manager, personId)).toEqual(since);
    refused.delete(address);
    await send(address, "confirm", "4");
    expect(await seenBy(project.coordinator.manager, personId)).toBeNull();
    await send(address, "news", "5");
    expect(triedAt(address)).toBe(4);
  });

  it("is cleared when its owner confirms it again", async () => {
    const personId = project.partner.contributor;
    const address = await addressOf(personId);
    refused.set(address, { responseCode: 550, message: "5.1.1 User unknown." });
    await send(address, "news", "1");
    refused.delete(address);
    const api = await callAs(personId, db, { now: new Date() });
    const [own] = (await api.people.me()).addresses;
    await api.people.resendConfirmation({ addressId: own?.id ?? "" });
    await expect.poll(() => arrived.some(({ to }) => to.includes(address)), inTime).toBe(true);
    // As when the e-mail was delivered before a crash, so that its arrival was not stored.
    await db.execute(sql`update addresses set refused_at = now() where address = ${address}`);
    const { mail } = arrived.find(({ to }) => to.includes(address)) ?? {};
    const token = /\/confirm\/([\w-]+)/u.exec(mail?.text ?? "")?.[1] ?? "";
    await api.people.confirm({ token, password: "" });
    expect(await seenBy(project.coordinator.manager, personId)).toBeNull();
  });
});

it("digests made while the mail server is down for an hour arrive once, with all that happened", async () => {
  const { id: outputId } = await anOutput(db, project);
  const readers = [project.partner.manager, project.partner.contributor];
  for (const personId of readers) {
    // Midnight has come at every time of the day.
    await (await callAs(personId, db)).notifications.saveSettings({ ...defaultSettings, hour: 0 });
  }
  const now = new Date();
  const by = await loadActor(db, project.coordinator.contributor, now);
  for (const dueOn of ["2026-04-01", "2026-05-01"]) {
    await db.transaction((tx) =>
      record(
        tx,
        { actor: by?.actor ?? null, now },
        { projectId: project.id, outputId },
        { type: "output.due_moved", data: { number: 3, title: "Guide", from: null, dueOn, reason: "Exams." } },
      ),
    );
  }
  const waiting = sql`select from notifications where project_id = ${project.id} and digest is not null`;
  const ofReaders = sql`${waiting} and person_id in (${readers[0]}, ${readers[1]})`;
  await expect.poll(async () => (await db.execute(ofReaders)).length, inTime).toBe(4);
  await db
    .update(notifications)
    .set({ at: new Date(now.getTime() - 2 * 86_400_000) })
    .where(eq(notifications.projectId, project.id));

  await unlisten();
  await makeDigests(db, now);
  const addressesOfReaders = await Promise.all(readers.map(addressOf));
  for (const address of addressesOfReaders) {
    await expect
      .poll(() => mailTo(address), inTime)
      .toEqual([{ status: "queued", error: "ESOCKET", hasContent: false }]);
  }
  await makeDigests(db, new Date(now.getTime() + 3_600_000));
  await listen(port);
  for (const address of addressesOfReaders) {
    expect(await waitingJobs(address)).toBe(1);
    await tryAgain(address, 8);
    await expect.poll(() => mailTo(address), inTime).toEqual([{ status: "sent", error: null, hasContent: false }]);
    await expect.poll(() => waitingJobs(address), inTime).toBe(0);
    const got = arrived.filter(({ to }) => to.includes(address)).map(({ mail }) => mail.text ?? "");
    expect(got).toHaveLength(1);
    expect(got[0]).toContain("1 Apr 2026");
    expect(got[0]).toContain("1 May 2026");
  }
}, 45_000);
