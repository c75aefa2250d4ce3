import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect, vi } from "vitest";
import type { Db } from "@/db/client";
import { activity, mails, mailStops, outputs, people } from "@/db/schema";
import { mailLocales } from "@/domain/people";
import { adoptDemo } from "@/server/demo-mode";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { callAs, everyRow, problemOf, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anAddress, aPerson, aProject, noon, type TestProject } from "@/server/testing/factories";
import { anOutput, aPractice, aSubmission, aVersion } from "@/server/testing/work-factories";
import { keptMailsDir } from "./keep";
import { notify } from "./notify";
import { remind } from "./remind";
import { sendMail } from "./send";
import { findStop, stopUrl } from "./stop";

const mailTo = (tx: Db, address: string) => tx.select().from(mails).where(eq(mails.address, address));

const confirmation = (address: string) => ({
  dedupeKey: uuid(),
  template: "confirm",
  address,
  locale: "en",
  props: { name: "Νίκη", token: "raw-token", minutes: 60 },
});

const invitation = (address: string, locale: string) => ({
  ...confirmation(address),
  template: "invitation",
  locale,
  props: {
    token: "raw-token",
    title: "Ρίζες & κλαδιά",
    acronym: "ROOTS",
    organisation: "Szkoła nr 3",
    kind: "partner",
    inviter: "Ana <Ruiz>",
    inviting: "CEPA Norte",
    message: "Hello!\nSee you.",
    expiresAt: "2026-04-16T12:00:00.000Z",
  },
});

/** Runs the notify jobs of a mutation; returns the e-mails they would send. */
async function notified<T>(tx: Db, mutate: () => Promise<T>, change?: () => Promise<unknown>) {
  const { jobs } = await watch(tx, mutate);
  await change?.();
  const sent = await watch(tx, async () => {
    for (const { name, payload } of jobs) {
      if (name === "notify" && "activityId" in payload) await notify(tx, noon, String(payload.activityId));
    }
  });
  return sent.jobs.map((job) => job.payload);
}

/** Lets everyone get all e-mails at once, which is not the default. */
const allAtOnce = (tx: Db) =>
  tx.execute(sql`insert into notification_settings (person_id, news) select id, 'at_once' from people`);

async function addressesOf(tx: Db, ...ids: string[]) {
  const rows = await tx.execute<{ address: string }>(
    sql`select address from addresses where person_id in (${sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )})`,
  );
  return [...rows].map((row) => row.address).sort();
}

const submission = async (tx: Db, project: TestProject) => {
  const output = await anOutput(tx, project);
  const version = await aVersion(tx, output);
  const reviewerIds = [project.other.contributor];
  return { id: uuid(), outputId: output.id, versionIds: [version.id], reviewerIds };
};

describe("an e-mail", () => {
  test("is stored once, however often its job runs", async ({ tx }) => {
    const job = confirmation(anAddress());
    await sendMail(tx, noon, job);
    await sendMail(tx, noon, job);
    const stored = await mailTo(tx, job.address);
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ status: "kept", sentAt: noon });
    expect(stored[0]?.text).toContain("/confirm/raw-token");
  });

  test.for(mailLocales)(
    "of plain text contains each address once and speaks of no button in %s",
    async (locale, { tx }) => {
      for (const job of [confirmation(anAddress()), invitation(anAddress(), locale)]) {
        await sendMail(tx, noon, { ...job, locale });
        const [mail] = await mailTo(tx, job.address);
        const addresses = (mail?.text ?? "").match(/https?:\/\/[^\s\]]+/gu) ?? [];
        expect(addresses.length).toBeGreaterThan(0);
        expect(addresses).toEqual([...new Set(addresses)]);
        expect(mail?.html).toContain('class="address"');
        expect(mail?.text).not.toMatch(/button|knopf|schaltfläche|κουμπί|botón|bouton|pulsante|przycisk/iu);
      }
    },
  );

  test.for(mailLocales)("with an invitation is complete and escaped in %s", async (locale, { tx }) => {
    const job = invitation(anAddress(), locale);
    await sendMail(tx, noon, job);
    const [mail] = await mailTo(tx, job.address);
    expect(mail?.subject).toContain("ROOTS");
    expect(mail?.text).toContain(`/invite/raw-token?lang=${locale}`);
    expect(mail?.text).toContain("Szkoła nr 3");
    expect(mail?.html).toContain(`lang="${locale}"`);
    expect(mail?.html).toContain("Ana &lt;Ruiz&gt;");
    expect(mail?.html).not.toContain("<Ruiz>");
    expect(`${mail?.subject ?? ""} ${mail?.text ?? ""}`).not.toMatch(/[{}]|invitation\.[a-z]/);
  });

  test("falls back to English for an unknown locale, and fails without a template", async ({ tx }) => {
    const job = invitation(anAddress(), "tlh");
    await sendMail(tx, noon, job);
    expect((await mailTo(tx, job.address))[0]?.html).toContain('lang="en"');
    await expect(sendMail(tx, noon, { ...job, template: "nothing" })).rejects.toThrow();
  });

  test("shows the end of an invitation as a day in the recipient's time zone", async ({ tx }) => {
    const { id: far } = await aPerson(tx);
    await tx.update(people).set({ timeZone: "Pacific/Auckland" }).where(eq(people.id, far));
    const midnight = { ...invitation(anAddress(), "en").props, expiresAt: "2026-04-16T12:30:00.000Z" };
    for (const { personId, day } of [
      { personId: far, day: "17 April 2026" },
      { personId: undefined, day: "16 April 2026" },
    ]) {
      const job = { ...invitation(anAddress(), "en"), props: midnight, ...(personId ? { personId } : {}) };
      await sendMail(tx, noon, job);
      expect((await mailTo(tx, job.address))[0]?.text).toContain(day);
    }
  });

  test("is stopped by its unsubscribe link, only for that address and kind", async ({ tx }) => {
    const address = anAddress();
    const url = stopUrl(address, "invitations");
    const token = url.split("/").at(-1) ?? "";
    const everyone = await callAs(null, tx);
    expect(await everyone.public.stop({ token })).toEqual({ kind: "invitations", address, settings: null });
    expect(await tx.$count(mailStops, eq(mailStops.address, address))).toBe(0);
    await everyone.public.stopMail({ token });
    await everyone.public.stopMail({ token });
    await sendMail(tx, noon, invitation(address, "en"));
    expect(await mailTo(tx, address)).toEqual([]);
    await sendMail(tx, noon, confirmation(address));
    expect(await mailTo(tx, address)).toHaveLength(1);
    for (const forged of [
      `${token}x`,
      token.slice(1),
      "",
      "a.b",
      `${Buffer.from('["reminders","x"]').toString("base64url")}.`,
    ]) {
      expect(findStop(forged)).toBeNull();
      expect(await problemOf(everyone.public.stopMail({ token: forged }))).toBe("mail.stop_invalid");
    }
  });
});

describe("e-mails about events", () => {
  test("are sent to the audience of the event, never to the actor", async ({ tx }) => {
    const project = await aProject(tx);
    await allAtOnce(tx);
    const request = await submission(tx, project);
    const lead = await callAs(project.partner.contributor, tx);
    const sent = await notified(tx, () => lead.reviews.submit(request));
    expect(sent.map((mail) => mail.address).sort()).toEqual(
      await addressesOf(tx, project.coordinator.manager, project.other.contributor),
    );
    const coordinator = await callAs(project.coordinator.manager, tx);
    const reviewer = await callAs(project.other.contributor, tx);
    const { reviews } = await reviewer.reviews.submission({ submissionId: request.id });
    await reviewer.reviews.give({ reviewId: reviews[0]?.id ?? "", verdict: "approve" });
    const decided = await notified(tx, () =>
      coordinator.reviews.decide({ submissionId: request.id, verdict: "approve" }),
    );
    expect(decided.map((mail) => mail.address).sort()).toEqual(
      await addressesOf(tx, project.partner.manager, project.partner.contributor),
    );
    for (const mail of [...sent, ...decided]) {
      const props = mail.props as { path: string };
      expect(props.path).toBe(`/projects/${project.slug}/outputs/${request.outputId}/submissions/${request.id}`);
      await sendMail(tx, noon, {
        dedupeKey: uuid(),
        template: "news",
        address: mail.address ?? "",
        locale: "en",
        props: mail.props ?? {},
      });
      const [stored] = await mailTo(tx, mail.address ?? "");
      expect(`${stored?.subject ?? ""} ${stored?.text ?? ""}`).not.toMatch(/[{}]|news\.[a-z]/);
    }
  });

  test("about reviews and decisions are also sent to contributing organisations", async ({ tx }) => {
    const project = await aProject(tx);
    await allAtOnce(tx);
    const output = await anOutput(tx, project, { contributors: [project.other], status: "in_review" });
    const reviewer = { personId: project.evaluator.manager, organisationId: project.evaluator.organisationId };
    const { id: submissionId, reviewIds } = await aSubmission(tx, output, [await aVersion(tx, output)], [reviewer]);
    const team = [project.partner, project.other].flatMap((side) => [side.manager, side.contributor]);
    const evaluator = await callAs(project.evaluator.manager, tx);
    const reviewMails = await notified(tx, () =>
      evaluator.reviews.give({ reviewId: reviewIds[0] ?? "", verdict: "approve" }),
    );
    expect(reviewMails.map((mail) => mail.address).sort()).toEqual(
      await addressesOf(tx, ...team, project.coordinator.manager),
    );
    const coordinator = await callAs(project.coordinator.manager, tx);
    const refusal = { submissionId, verdict: "request_changes", comment: "Add the annex." } as const;
    const decided = await notified(tx, () => coordinator.reviews.decide(refusal));
    expect(decided.map((mail) => mail.address).sort()).toEqual(await addressesOf(tx, ...team));
  });

  test("about an event that cannot be parsed are not sent, and the failure is logged", async ({ tx }) => {
    const project = await aProject(tx);
    const rows = await tx
      .insert(activity)
      .values({ at: noon, projectId: project.id, type: "practice.submitted", data: { title: "Open days" } })
      .returning({ id: activity.id });
    const warned = vi.spyOn(log, "warn");
    const { jobs } = await watch(tx, () => notify(tx, noon, String(rows[0]?.id)));
    expect(jobs).toEqual([]);
    expect(warned.mock.calls).toMatchObject([
      [{ type: "practice.submitted", problem: "does not fit: practiceId" }, "unreadable event"],
    ]);
    warned.mockRestore();
  });

  test("are not sent to a person who has lost the right to see the event", async ({ tx }) => {
    const project = await aProject(tx);
    const request = await submission(tx, project);
    const lead = await callAs(project.partner.contributor, tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const { participationId } = project.other;
    const sent = await notified(
      tx,
      () => lead.reviews.submit(request),
      () => coordinator.projects.endParticipation({ participationId, endedOn: "2026-03-15" }),
    );
    expect(sent.map((mail) => mail.address)).toEqual(await addressesOf(tx, project.coordinator.manager));
  });

  test("are not sent to closed accounts or unconfirmed addresses", async ({ tx }) => {
    const project = await aProject(tx);
    await allAtOnce(tx);
    const { id: practiceId } = await aPractice(tx, project, { status: "submitted" });
    const coordinator = await callAs(project.coordinator.manager, tx);
    const publish = () => coordinator.practices.publish({ practiceId, revision: 1 });
    const close = () => tx.update(people).set({ closedAt: noon }).where(eq(people.id, project.partner.contributor));
    expect(await notified(tx, publish, close)).toEqual([]);
    await tx.update(people).set({ closedAt: null });
    const unconfirm = () =>
      tx.execute(sql`update addresses set confirmed_at = null where person_id = ${project.partner.contributor}`);
    const back = () => coordinator.practices.withdraw({ practiceId, reason: "A name." });
    expect(await notified(tx, back, unconfirm)).toEqual([]);
  });
});

test("reminders are sent a week before the due date, on it and a week after, while the output is due", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const week = await anOutput(tx, project, { dueOn: "2026-03-23" });
  await anOutput(tx, project, { dueOn: "2026-03-16", lead: project.other });
  await anOutput(tx, project, { dueOn: "2026-03-09", lead: project.coordinator });
  await anOutput(tx, project, { dueOn: "2026-03-16", status: "approved" });
  await anOutput(tx, project, { dueOn: "2026-03-20" });
  const sent = await watch(tx, () => remind(tx, noon));
  const seen = sent.jobs.map((job) => `${String(job.payload.props?.["stage"])} ${job.payload.address ?? ""}`).sort();
  const expected = async (stage: string, ids: string[]) =>
    (await addressesOf(tx, ...ids)).map((one) => `${stage} ${one}`);
  const sides = { week: project.partner, today: project.other, late: project.coordinator };
  const all = [];
  for (const [stage, side] of Object.entries(sides))
    all.push(...(await expected(stage, [side.manager, side.contributor])));
  expect(seen).toEqual(all.sort());
  for (const { payload } of sent.jobs) await sendMail(tx, noon, payload as Parameters<typeof sendMail>[2]);
  const stored = await tx.select().from(mails);
  expect(stored).toHaveLength(6);
  expect(
    stored.every((mail) => mail.text?.includes("/stop/") && !/[{}]|reminder\.[a-z]/.test(mail.subject + mail.text)),
  ).toBe(true);
  await tx.update(outputs).set({ status: "in_review" }).where(eq(outputs.id, week.id));
  await (await callAs(project.coordinator.manager, tx)).projects.close({ projectId: project.id });
  expect((await watch(tx, () => remind(tx, noon))).jobs).toEqual([]);
});

test("reminders also go to the people of contributing organisations, and say what their organisation does", async ({
  tx,
}) => {
  const project = await aProject(tx);
  for (const dueOn of ["2026-03-23", "2026-03-16", "2026-03-09"]) {
    await anOutput(tx, project, { dueOn, contributors: [project.other] });
  }
  const { jobs } = await watch(tx, () => remind(tx, noon));
  expect(jobs).toHaveLength(12);
  for (const { payload } of jobs) await sendMail(tx, noon, payload as Parameters<typeof sendMail>[2]);
  for (const [side, sentence] of [
    [project.partner, "your organisation leads this output"],
    [project.other, "your organisation contributes to this output"],
  ] as const) {
    for (const address of await addressesOf(tx, side.manager, side.contributor)) {
      const stored = await mailTo(tx, address);
      expect(stored).toHaveLength(3);
      for (const mail of stored) {
        expect(mail.text).toContain(sentence);
        expect(mail.subject + (mail.text ?? "")).not.toMatch(/[{}]|reminder\.[a-z]/);
      }
    }
  }
});

test("stored e-mails are listed only in the demo, each once over all pages", async ({ tx }) => {
  const api = await callAs((await aPerson(tx)).id, tx);
  for (let i = 0; i < 27; i += 1) await sendMail(tx, noon, confirmation(anAddress()));
  expect(await problemOf(api.instance.keptMails({}))).toBe("mail.not_found");
  adoptDemo(true);
  const { rows, pages } = await everyRow((cursor) => api.instance.keptMails({ cursor }));
  const mail = await api.instance.keptMail({ mailId: rows[0]?.id ?? "" });
  const absent = await problemOf(api.instance.keptMail({ mailId: uuid() }));
  adoptDemo(false);
  expect([pages, new Set(rows.map((row) => row.id)).size]).toEqual([2, 27]);
  expect(mail.text).toContain("/confirm/");
  expect(absent).toBe("mail.not_found");
});

test("writes e-mails to files of the machine's owner without a mail server and outside the demo", async ({ tx }) => {
  const job = confirmation(anAddress());
  await sendMail(tx, noon, job);
  const [mail] = await mailTo(tx, job.address);
  const file = path.join(keptMailsDir(env()), `${mail?.id ?? ""}-confirm.txt`);
  expect(await readFile(file, "utf8")).toContain(`To: ${job.address}`);
  expect(await readFile(file, "utf8")).toContain("/confirm/raw-token");
  expect((await stat(file)).mode & 0o077).toBe(0);
  const inDemo = confirmation(anAddress());
  adoptDemo(true);
  await sendMail(tx, noon, inDemo).finally(() => adoptDemo(false));
  const [shown] = await mailTo(tx, inDemo.address);
  expect(shown?.status).toBe("kept");
  expect((await readdir(keptMailsDir(env()))).filter((name) => name.startsWith(shown?.id ?? "none"))).toEqual([]);
});
