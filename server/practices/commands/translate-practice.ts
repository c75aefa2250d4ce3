import { and, eq, sql } from "drizzle-orm";
import { practiceTranslations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { saveTranslation } from "@/domain/practice-translations";
import type { TranslatePractice } from "@/domain/schemas/practices";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { getOriginal } from "../queries/get-original";
import { getTranslation } from "../queries/get-translation";
import { lockPractice } from "./lock-practice";

/**
 * Saves the translation of a practice into a language, which readers can choose at once; without any text it is removed.
 * A repeated id changes nothing. Errors: practice.not_found, practice.own_language, practice.translation_changed with
 * the current one, forbidden.
 */
export async function translatePractice(ctx: MemberContext, input: TranslatePractice) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const { practiceId, language, origin } = input;
    const practice = await lockPractice(tx, ctx, practiceId);
    authorize(ctx.actor, "practice.edit", practice);
    const original = await getOriginal(tx, practice);
    if (original.language === language) throw new DomainError("practice.own_language", { field: "language" });
    const own = and(eq(practiceTranslations.practiceId, practiceId), eq(practiceTranslations.language, language));
    const [before] = await tx.select().from(practiceTranslations).where(own);
    if (before?.lastSaveId === input.id) return getTranslation(inside, input);
    if ((before?.revision ?? 0) !== input.revision) {
      throw new DomainError("practice.translation_changed", { current: await getTranslation(inside, input) });
    }
    const translation = saveTranslation(original, before ?? null, input);
    const values = { ...translation, origin, translatorId: ctx.actor.personId, lastSaveId: input.id };
    if (Object.keys(translation.texts).length === 0) {
      await tx.delete(practiceTranslations).where(own);
    } else {
      await tx
        .insert(practiceTranslations)
        .values({ practiceId, language, ...values, updatedAt: ctx.now })
        .onConflictDoUpdate({
          target: [practiceTranslations.practiceId, practiceTranslations.language],
          set: { ...values, updatedAt: ctx.now, revision: sql`${practiceTranslations.revision} + 1` },
        });
    }
    const data = { practiceId, title: practice.title, language };
    await record(tx, ctx, { projectId: practice.projectId }, { type: "practice.translated", data });
    if (practice.edition !== null) await indexInLibrary(tx, { kind: "practice", id: practiceId });
    return getTranslation(inside, input);
  });
}
