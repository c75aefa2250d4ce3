import { and, asc, eq } from "drizzle-orm";
import { practiceTranslations } from "@/db/schema";
import { textsOf, translationState } from "@/domain/practice-translations";
import type { MemberContext } from "@/server/context";
import { getOriginal } from "./get-original";
import { getPractice } from "./get-practice";

/**
 * The texts of a practice beside their translation into a language, with those whose original changed since. Revision 0
 * when there is no translation yet. Errors: practice.not_found.
 */
export async function getTranslation(
  ctx: MemberContext,
  { practiceId, language }: { practiceId: string; language: string },
) {
  const content = await getOriginal(ctx.db, await getPractice(ctx, { practiceId }));
  const [row] = await ctx.db
    .select()
    .from(practiceTranslations)
    .where(and(eq(practiceTranslations.practiceId, practiceId), eq(practiceTranslations.language, language)));
  const outdated = row ? translationState(content, row).outdated : [];
  return {
    ...{ language, originalLanguage: content.language },
    origin: row?.origin ?? "human",
    revision: row?.revision ?? 0,
    parts: Object.entries(textsOf(content)).map(([path, original]) => ({
      ...{ path, original },
      text: row?.texts[path] ?? "",
      outdated: outdated.includes(path),
    })),
  };
}

/** The language of a practice, and those it was translated into, with how much is out of date or missing. */
export async function listTranslations(ctx: MemberContext, { practiceId }: { practiceId: string }) {
  const content = await getOriginal(ctx.db, await getPractice(ctx, { practiceId }));
  const rows = await ctx.db
    .select()
    .from(practiceTranslations)
    .where(eq(practiceTranslations.practiceId, practiceId))
    .orderBy(asc(practiceTranslations.language));
  const items = rows.map((row) => {
    const { outdated, missing } = translationState(content, row);
    return { language: row.language, origin: row.origin, outdated: outdated.length, missing: missing.length };
  });
  return { originalLanguage: content.language, items };
}
