import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { actLinks } from "@/db/schema";
import type { Actor } from "@/domain/actor";
import { loadActor } from "@/server/auth/session";
import { findLink } from "./find-link";

/** Who sends files by a link of an e-mail, and the only output that they are for. */
export type Uploader = { actor: Actor; outputId: string; linkId: string };

/** The person and the output of a link to upload; null for every link that does not work. */
export async function findUploader(db: Db, now: Date, token: string): Promise<Uploader | null> {
  const link = await findLink({ db, now, actor: null }, token);
  if (link?.act !== "uploadFile") return null;
  const loaded = await loadActor(db, link.personId, now);
  return loaded && { actor: loaded.actor, outputId: link.subjectId, linkId: link.id };
}

/** Marks a link to upload as used by its first file; it works for an hour longer, for the other files. */
export async function markUsed(db: Db, now: Date, linkId: string): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db
    .update(actLinks)
    .set({ usedAt: sql`coalesce(${actLinks.usedAt}, ${at})` })
    .where(eq(actLinks.id, linkId));
}
