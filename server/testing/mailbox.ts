import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray } from "drizzle-orm";
import { openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { actLinks, addresses, invitations, mails, outputs, people, sessions } from "@/db/schema";
import { hashToken } from "@/server/auth/tokens";
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
  /** Makes the link with which a person uploads to an output, as a reminder holds it; returns its path. */
  uploadLink: (address: string, outputId: string) => Promise<string>;
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
    uploadLink: async (address, outputId) => {
      const raw = randomUUID().replaceAll("-", "");
      const [owner] = await db
        .select({ personId: addresses.personId, projectId: outputs.projectId })
        .from(addresses)
        .innerJoin(outputs, eq(outputs.id, outputId))
        .where(eq(addresses.address, address));
      if (!owner) throw new Error("There is no such person or output.");
      await db.insert(actLinks).values({
        ...owner,
        ...{ id: randomUUID(), hash: hashToken(raw), act: "uploadFile", subjectId: outputId, version: 0, mailKey: raw },
        expiresAt: new Date(Date.now() + 86_400_000),
      });
      return `/act/${raw}`;
    },
    close: () => db.$client.end({ timeout: 2 }),
  };
}

/** An address that is unique in this run. */
export const freshAddress = (who: string) => `${who}.${randomUUID().slice(0, 8)}@journey.example`;
