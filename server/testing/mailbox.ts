import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray } from "drizzle-orm";
import { openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { addresses, invitations, mails, people, sessions } from "@/db/schema";
import { identityMinutes } from "@/domain/people";

export interface Mailbox {
  /** Waits for the newest e-mail to an address whose subject contains the text; returns its content. */
  newest: (address: string, text: string) => Promise<string>;
  /** Lets the invitations to an address expire, as they are before the cron job marks them. */
  runOut: (address: string) => Promise<void>;
  /** Sets the locale of the person with this address to one the account page does not offer. */
  setLocale: (address: string, locale: string) => Promise<void>;
  /** Makes the sessions of an account older than the time for which a verified identity lasts. */
  ageSessions: (address: string) => Promise<void>;
  close: () => Promise<void>;
}

/** The e-mails that an embedded instance stores instead of sending, read from its own database. */
export async function openMailbox(projectRoot: string, dataDir: string): Promise<Mailbox> {
  const embedded = await startEmbedded({ projectRoot, dataDir, demo: true });
  const db = openDb(embedded.url, { max: 1 });
  const look = async (address: string) =>
    db
      .select({ subject: mails.subject, text: mails.text })
      .from(mails)
      .where(and(eq(mails.address, address), eq(mails.status, "kept")))
      .orderBy(desc(mails.id))
      .limit(20);
  return {
    newest: async (address, text) => {
      for (let tries = 0; tries < 100; tries += 1) {
        const found = (await look(address)).find((mail) => mail.subject.includes(text));
        if (found?.text) return found.text;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw new Error(`No mail about "${text}" came to ${address}.`);
    },
    runOut: async (address) => {
      await db.update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.address, address));
    },
    setLocale: async (address, locale) => {
      const owner = db.select({ id: addresses.personId }).from(addresses).where(eq(addresses.address, address));
      await db.update(people).set({ locale }).where(inArray(people.id, owner));
    },
    ageSessions: async (address) => {
      const owner = db.select({ id: addresses.personId }).from(addresses).where(eq(addresses.address, address));
      await db
        .update(sessions)
        .set({ verifiedAt: new Date(Date.now() - 2 * identityMinutes * 60_000) })
        .where(inArray(sessions.personId, owner));
    },
    close: () => db.$client.end({ timeout: 2 }),
  };
}

/** An address that is unique in this run. */
export const freshAddress = (who: string) => `${who}.${randomUUID().slice(0, 8)}@journey.example`;
