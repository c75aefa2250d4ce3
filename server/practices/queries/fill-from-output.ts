import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { publications } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { PracticeContent } from "@/domain/schemas/practices";

/**
 * The description with its empty parts filled from the public page of an output of the same project. Errors:
 * output.not_found when the output is not published there.
 */
export async function fillFromOutput(
  db: Db,
  { projectId, outputId }: { projectId: string; outputId: string },
  typed: Omit<PracticeContent, "files">,
): Promise<Omit<PracticeContent, "files">> {
  const [page] = await db
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.outputId, outputId),
        eq(publications.projectId, projectId),
        eq(publications.status, "published"),
      ),
    );
  if (!page) throw new DomainError("output.not_found");
  const chosen = <T extends string>(own: readonly T[], published: readonly string[]) =>
    own.length > 0 ? [...own] : (published as T[]);
  return {
    ...typed,
    need: typed.need || page.abstract,
    language: page.language,
    languages: chosen(typed.languages, page.languages),
    topics: chosen(typed.topics, page.topics),
    targetGroups: chosen(typed.targetGroups, page.targetGroups),
    objectives: chosen(typed.objectives, page.objectives),
    impacts: chosen(typed.impacts, page.impacts),
    eqfLevel: typed.eqfLevel ?? page.eqfLevel,
    iscedField: typed.iscedField ?? page.iscedField,
  };
}
