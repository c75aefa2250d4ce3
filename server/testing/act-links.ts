import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { mails } from "@/db/schema";
import { payloads } from "@/server/jobs/payloads";
import { notify } from "@/server/mail/notify";
import { sendMail } from "@/server/mail/send";
import { watch } from "./caller";
import { noon } from "./factories";

/** Makes a change, sends its e-mails, and returns the tokens of the links to a person by their words. */
export async function linksOf(db: Db, personId: string, change: () => Promise<unknown>): Promise<Map<string, string>> {
  const changed = await watch(db, change);
  const told = await watch(db, async () => {
    for (const { name, payload } of changed.jobs) {
      if (name === "notify") await notify(db, noon, payloads.notify.parse(payload).activityId);
    }
  });
  for (const { name, payload } of told.jobs) {
    if (name === "send_mail") await sendMail(db, noon, payloads.send_mail.parse(payload));
  }
  const [mail] = await db
    .select({ text: mails.text })
    .from(mails)
    .where(eq(mails.personId, personId))
    .orderBy(sql`${mails.id} desc`)
    .limit(1);
  const found = (mail?.text ?? "").matchAll(/^(.+?)\s*\[?https?:\/\/\S+?\/act\/([\w-]+)\]?/gmu);
  return new Map([...found].map(([, words = "", token = ""]) => [words.trim(), token]));
}
