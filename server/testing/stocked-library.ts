import { v7 as uuid } from "uuid";
import { inArray, sql } from "drizzle-orm";
import { openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { libraryItems, projects } from "@/db/schema";

const countries = ["GR", "PL", "FI"];

/**
 * Puts sixty items whose titles have a word into the library of an embedded instance, in three countries, and returns a
 * function that removes them.
 */
export async function stockLibrary(projectRoot: string, dataDir: string, word: string): Promise<() => Promise<void>> {
  const embedded = await startEmbedded({ projectRoot, dataDir, demo: true });
  const db = openDb(embedded.url, { max: 1 });
  const [project] = await db.select({ id: projects.id }).from(projects).limit(1);
  if (!project) throw new Error("The instance has no project.");
  const items = Array.from({ length: 60 }, (_, n) => ({
    kind: "practice" as const,
    subjectId: uuid(),
    projectId: project.id,
    slug: `stocked-${uuid()}`,
    title: `${n % 2 ? "Σχολείο" : "École"} ${word} ${String(n)}`,
    summary: "What we did with the pupils, and what changed.",
    body: "",
    language: n % 2 ? "el" : "fr",
    languages: [n % 2 ? "el" : "fr"],
    country: countries[n % 3] ?? "",
    field: "school",
    licence: "CC-BY-4.0",
    organisation: "A school",
    names: "A school",
    acronym: "STOCK",
    publishedAt: new Date(Date.UTC(2026, 0, 1) - n * 60_000),
  }));
  await db.insert(libraryItems).values(items);
  await db.execute(sql`insert into library_words (word) values (${word}) on conflict do nothing`);
  return async () => {
    await db.delete(libraryItems).where(
      inArray(
        libraryItems.subjectId,
        items.map(({ subjectId }) => subjectId),
      ),
    );
    await db.execute(sql`delete from library_words where word = ${word}`);
    await db.$client.end({ timeout: 2 });
  };
}
