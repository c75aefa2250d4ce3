import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** The channel of PostgreSQL on which instances tell each other that something is newer. */
export const signalChannel = "consorta_live";

/**
 * What is newer, by ids alone: something in a project, for all of its members or for one person; something that concerns
 * one person; or which sessions of a person are open.
 */
export type Signal =
  { about: "project"; projectId: string; personId?: string } | { about: "person" | "sessions"; personId: string };

/** The signal as the text that is sent. */
const signalText = (signal: Signal): string =>
  signal.about === "project"
    ? [signal.about, signal.projectId, signal.personId].filter((part) => part !== undefined).join(" ")
    : `${signal.about} ${signal.personId}`;

/** The signal of a text that was sent; null when it is none. */
export function readSignal(text: string): Signal | null {
  const [about, id, personId] = text.split(" ");
  if (id === undefined) return null;
  if (about === "project") return { about, projectId: id, ...(personId === undefined ? {} : { personId }) };
  return about === "person" || about === "sessions" ? { about, personId: id } : null;
}

/** Tells the open pages of all instances what is newer, when the transaction is committed; else nothing. */
export async function signal(tx: Db, signals: readonly Signal[]): Promise<void> {
  if (signals.length === 0) return;
  const texts = `{${signals.map((one) => JSON.stringify(signalText(one))).join(",")}}`;
  await tx.execute(sql`select pg_notify(${signalChannel}, text) from unnest(${texts}::text[]) as text`);
}
