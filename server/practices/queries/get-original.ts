import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { practiceEditions, practices } from "@/db/schema";
import type { PracticeContent } from "@/domain/schemas/practices";

/**
 * The description that a practice is translated from: its public edition, because translations are public at once and
 * must not show a draft; the draft of a practice that is not public.
 */
export async function getOriginal(
  db: Db,
  practice: { id: string; content: PracticeContent },
): Promise<PracticeContent> {
  const [edition] = await db
    .select({ content: practiceEditions.content })
    .from(practices)
    .innerJoin(
      practiceEditions,
      and(eq(practiceEditions.practiceId, practices.id), eq(practiceEditions.number, practices.edition)),
    )
    .where(eq(practices.id, practice.id));
  return edition?.content ?? practice.content;
}
