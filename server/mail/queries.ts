import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { mails } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { isDemo } from "@/server/demo-mode";
import type { MemberContext } from "@/server/context";

function requireDemo(): void {
  if (!isDemo()) throw new DomainError("mail.not_found");
}

/**
 * The e-mails that a demo instance stores instead of sending, newest first. Errors: mail.not_found outside the demo.
 */
export async function listKeptMails(ctx: MemberContext, input: { cursor?: string | undefined }) {
  requireDemo();
  const cursor = decodeCursor(input.cursor, ["uuid"]);
  const rows = await ctx.db
    .select({ id: mails.id, address: mails.address, subject: mails.subject, sentAt: mails.sentAt })
    .from(mails)
    .where(and(eq(mails.status, "kept"), cursor ? lt(mails.id, String(cursor[0])) : undefined))
    .orderBy(desc(mails.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.id]);
}

/** One stored e-mail. Errors: mail.not_found. */
export async function getKeptMail(ctx: MemberContext, input: { mailId: string }) {
  requireDemo();
  const [mail] = await ctx.db
    .select({ id: mails.id, address: mails.address, subject: mails.subject, text: mails.text, sentAt: mails.sentAt })
    .from(mails)
    .where(and(eq(mails.id, input.mailId), eq(mails.status, "kept")));
  if (!mail) throw new DomainError("mail.not_found");
  return mail;
}

/** E-mails that were not sent or not sent yet, for operators: kind and state, never the content. */
export async function listTroubledMails(ctx: MemberContext) {
  return ctx.db
    .select({
      id: mails.id,
      template: mails.template,
      status: mails.status,
      error: mails.error,
      createdAt: mails.createdAt,
    })
    .from(mails)
    .where(inArray(mails.status, ["failed", "queued"]))
    .orderBy(desc(mails.id))
    .limit(pageSize);
}
