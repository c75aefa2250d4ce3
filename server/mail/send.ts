import { and, eq, isNotNull, sql } from "drizzle-orm";
import { createTransport, type Transporter } from "nodemailer";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { addresses, mails, mailStops, notificationSettings, people } from "@/db/schema";
import { dayIn } from "@/domain/dates";
import { defaultReader } from "@/messages/translators";
import { currentName } from "@/server/events/aliases";
import { isDemo } from "@/server/demo-mode";
import { askedSchema, type OfferedLink, offerLinks } from "./offer-links";
import { env } from "@/server/env";
import { keepAsFile, keptMailsDir } from "./keep";
import type { Letter } from "./letter";
import { markReached, markRefused, markUndelivered } from "./mark-undelivered";
import { composeMail, headersOf, isTemplate, stopKindOf } from "./letters";
import { readFollowed } from "@/server/follows/queries/read-followed";
import { readWeekly } from "@/server/notifications/queries/read-weekly";
import { readDigest } from "@/server/notifications/queries/read-digest";
import { currentlyDue } from "./still-due";
import { stillConcerns } from "@/server/notifications/queries/still-concerns";
import type { StopKind } from "./stop";

type Job = {
  dedupeKey: string;
  template: string;
  address: string;
  personId?: string | null | undefined;
  locale: string;
  props: Record<string, unknown>;
};

let transport: Transporter | undefined;

/** Long enough for a slow server, short enough that an unreachable one does not delay other jobs. */
const patienceMs = 20_000;

/**
 * Sends an e-mail by SMTP; throws when the server does not accept it. The Message-ID is derived from the row of the
 * e-mail: when a process is killed after sending, the retry has the same id, so that mail programs show it once.
 */
async function deliver(
  id: string,
  to: string,
  letter: Letter,
  body: { html: string; text: string },
  thread: unknown,
): Promise<void> {
  const host = new URL(env().APP_URL).hostname;
  transport ??= createTransport({
    url: env().SMTP_URL,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  await transport.sendMail({
    from: env().MAIL_FROM,
    // As an object: a string would be parsed as a list of addresses in several notations.
    to: { name: "", address: to },
    messageId: `<${id}@${host}>`,
    // No e-mail has this id; mail programs show e-mails that refer to one id together.
    ...(typeof thread === "string" ? { references: `<${thread}@${host}>`, inReplyTo: `<${thread}@${host}>` } : {}),
    subject: letter.subject,
    ...body,
    headers: headersOf(letter),
  });
}

/** Reply code and enhanced status (RFC 3463) of the mail server, where the failure is a reply. */
function replyOf(error: unknown): { command: string; code: number; status: string } {
  if (!(error instanceof Error)) return { command: "", code: 0, status: "" };
  const { command, responseCode, response } = error as { command?: string; responseCode?: number; response?: string };
  return {
    command: command ?? "",
    code: responseCode ?? 0,
    status: /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/u.exec(response ?? "")?.[1] ?? "",
  };
}

/**
 * True when the mail server refused the address for good, so that sending again would fail again. Refusals of the
 * sender, such as a missing authentication (530) or a policy (5.7.x), are retried, because the operator can correct
 * their cause.
 */
function isRefused(error: unknown): boolean {
  const { command, code, status } = replyOf(error);
  return command === "RCPT TO" && code >= 500 && code !== 530 && !status.startsWith("5.7.");
}

async function stopped(db: Db, address: string, kind: StopKind | null): Promise<boolean> {
  if (!kind) return false;
  const rows = await db
    .select({ id: mailStops.id })
    .from(mailStops)
    .where(and(eq(mailStops.address, address), eq(mailStops.kind, kind)));
  return rows.length > 0;
}

/** True for an address of an account that mail servers refuse for good. */
const isRefusedAddress = async (db: Db, address: string): Promise<boolean> =>
  (await db.$count(addresses, and(eq(addresses.address, address), isNotNull(addresses.refusedAt)))) > 0;

/** The account of the recipient; null for an address without an account, such as that of an invitation. */
async function findRecipient(db: Db, personId: string | null | undefined) {
  if (!personId) return null;
  const { closedAt, timeZone } = people;
  const { reminders, letter, pausedUntil } = notificationSettings;
  const [person] = await db
    .select({ closedAt, timeZone, reminders, letter, pausedUntil })
    .from(people)
    .leftJoin(notificationSettings, eq(notificationSettings.personId, people.id))
    .where(eq(people.id, personId));
  return person ? { ...person, timeZone: person.timeZone ?? defaultReader.timeZone } : null;
}

/** The props of an e-mail at the time when it is sent; null when nothing in it concerns the recipient any more. */
async function currentProps(db: Db, now: Date, job: Job, timeZone: string): Promise<Record<string, unknown> | null> {
  const { personId, props, locale } = job;
  if (job.template === "followed") return readFollowed(db, personId ?? "", props);
  if (job.template === "digest") return readDigest(db, now, { personId: personId ?? "", locale, timeZone, props });
  if (job.template === "weekly") return readWeekly(db, now, { personId: personId ?? "", locale, timeZone, props });
  if (personId && !(await stillConcerns(db, now, personId, props))) return null;
  const due = await currentlyDue(db, now, job);
  return due && { ...(await withName(db, due)), ...(await withLinks(db, now, job)) };
}

/** The links with which the recipient answers without a sign-in, where the e-mail asks something of them. */
async function withLinks(db: Db, now: Date, { personId, dedupeKey, props }: Job): Promise<{ links?: OfferedLink[] }> {
  const asked = askedSchema.safeParse(props["asked"]);
  if (!personId || !asked.success) return {};
  return { links: await offerLinks(db, now, { mailKey: dedupeKey, personId, asked: asked.data }) };
}

/** Replaces the id of the person by whom an event was caused with their name: null once their account is closed. */
async function withName(db: Db, props: Record<string, unknown>): Promise<Record<string, unknown>> {
  if (typeof props["by"] !== "string") return props;
  const [row] = await db.execute<{ name: string | null }>(
    sql`select ${currentName(sql`${props["by"]}::uuid`)} as name`,
  );
  return { ...props, by: row?.name ?? null };
}

/**
 * Sends one e-mail, once per dedupeKey. With an SMTP server only the fact that it was sent is stored; without one the
 * e-mail itself is stored, for the demo or as a file. Throws when the server does not accept it, so that the job is
 * retried; a refused address is not tried again.
 */
export async function sendMail(db: Db, now: Date, job: Job, lastTry = false): Promise<void> {
  if (!isTemplate(job.template)) throw new Error("This mail has no template.");
  const kind = stopKindOf[job.template];
  if (await stopped(db, job.address, kind)) return;
  // E-mails about the account can confirm the address again; of an invitation its managers see what became of it.
  if (kind !== null && kind !== "invitations" && (await isRefusedAddress(db, job.address))) return;
  const recipient = await findRecipient(db, job.personId);
  // An account that was closed meanwhile gets no e-mail, because its content would be stored again.
  if (recipient?.closedAt) return;
  const timeZone = recipient?.timeZone ?? defaultReader.timeZone;
  if ((kind === "reminders" || kind === "letters") && recipient) {
    const isPaused = recipient.pausedUntil !== null && dayIn(now, timeZone) < recipient.pausedUntil;
    if (recipient[kind === "letters" ? "letter" : "reminders"] === false || isPaused) return;
  }
  const props = await currentProps(db, now, job, timeZone);
  if (!props) return;
  const reader = { locale: job.locale, timeZone };
  const { letter, ...body } = await composeMail(job.template, props, job.address, reader);
  const byServer = env().SMTP_URL !== undefined;
  await db
    .insert(mails)
    .values({
      id: uuid(),
      dedupeKey: job.dedupeKey,
      template: job.template,
      address: job.address,
      personId: job.personId ?? null,
      subject: letter.subject,
      status: "queued",
    })
    .onConflictDoNothing();
  const [mail] = await db.select().from(mails).where(eq(mails.dedupeKey, job.dedupeKey));
  if (!mail || mail.status === "sent" || mail.status === "kept") return;
  if (!byServer) {
    if (!isDemo()) await keepAsFile(keptMailsDir(env()), { ...mail, ...body });
    await db
      .update(mails)
      .set({ status: "kept", sentAt: now, ...body })
      .where(eq(mails.id, mail.id));
    return;
  }
  try {
    await deliver(mail.id, job.address, letter, body, job.props["thread"]);
  } catch (failure) {
    const refused = isRefused(failure);
    const final = refused || lastTry;
    const kind = failure instanceof Error && "code" in failure ? String(failure.code) : "unknown";
    const error = [kind, replyOf(failure).code || []].flat().join(" ");
    await db.transaction(async (tx) => {
      await tx
        .update(mails)
        .set({ status: final ? "failed" : "queued", error })
        .where(eq(mails.id, mail.id));
      if (final) await markUndelivered(tx, now, job);
      if (refused) await markRefused(tx, now, job.address);
    });
    if (refused) return;
    throw failure;
  }
  await db.update(mails).set({ status: "sent", sentAt: now, error: null }).where(eq(mails.id, mail.id));
  await markReached(db, job.address);
}
