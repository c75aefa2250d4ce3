import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { publicationOrganisations, publications } from "@/db/schema";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { noon, type Side, type TestProject, word } from "./factories";
import { anOutput } from "./work-factories";

type Texts = Pick<typeof publications.$inferInsert, "title" | "abstract" | "language" | "keywords" | "topics">;

/** An output with a public page, which names the first partner, or the organisations given, in this order. */
export async function aPublication(
  db: Db,
  project: TestProject,
  options: { status?: "published" | "withdrawn"; named?: Side[]; texts?: Partial<Texts> } = {},
) {
  const output = await anOutput(db, project, { status: "approved" });
  const [id, slug] = [uuid(), `publication-${word()}`];
  await db.insert(publications).values({
    id,
    slug,
    projectId: project.id,
    outputId: output.id,
    status: options.status ?? "published",
    title: `Publication ${word()}`,
    abstract: "What it is and whom it helps.",
    language: "en",
    licence: "CC-BY-4.0",
    publishedBy: project.coordinator.manager,
    publishedAt: noon,
    ...options.texts,
  });
  const named = options.named ?? [project.partner];
  await db
    .insert(publicationOrganisations)
    .values(named.map(({ organisationId }, position) => ({ publicationId: id, organisationId, position })));
  await indexInLibrary(db, { kind: "output", id: output.id });
  return { id, slug, outputId: output.id };
}
