import { Readable } from "node:stream";
import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attachments, blobs, fileVersions, outputFiles, outputs, practices, projects } from "@/db/schema";
import { outputCode } from "@/domain/outputs";
import { defaultReader } from "@/messages/translators";
import { csvOf, exportTable } from "@/server/activity/export-table";
import { findProjectHead, sealActivity } from "@/server/events/seal";
import { type Entry, entryPath, uniquePaths } from "./archive";
import { archiveIndex } from "./archive-index";
import { archiveTables, csv } from "./archive-tables";
import type { Storage } from "./storage";

const perPage = 200;

async function* contents(db: Db, storage: Storage, projectId: string): AsyncGenerator<Entry> {
  let after = { output: 0, id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const rows = await db
      .select({
        id: fileVersions.id,
        output: outputs.number,
        name: fileVersions.name,
        language: outputFiles.language,
        version: fileVersions.number,
        storageKey: blobs.storageKey,
      })
      .from(fileVersions)
      .innerJoin(outputs, eq(outputs.id, fileVersions.outputId))
      .innerJoin(outputFiles, eq(outputFiles.id, fileVersions.fileId))
      .innerJoin(blobs, eq(blobs.id, fileVersions.blobId))
      .where(
        and(
          eq(fileVersions.projectId, projectId),
          isNull(fileVersions.withdrawnAt),
          isNull(blobs.erasedAt),
          or(gt(outputs.number, after.output), and(eq(outputs.number, after.output), gt(fileVersions.id, after.id))),
        ),
      )
      .orderBy(asc(outputs.number), asc(fileVersions.id))
      .limit(perPage);
    for (const row of rows) {
      const folder = [outputCode(row.output), row.language, `v${String(row.version)}`].filter(Boolean).join("/");
      yield { name: `files/${folder}/${row.name}`, content: () => storage.read(row.storageKey) };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < perPage) return;
    after = last;
  }
}

/** The files of the practices of the project, a folder for each practice. */
async function* practiceFiles(db: Db, storage: Storage, projectId: string): AsyncGenerator<Entry> {
  const rows = await db
    .select({ slug: practices.slug, name: attachments.name, version: attachments.number, key: blobs.storageKey })
    .from(attachments)
    .innerJoin(practices, eq(practices.id, attachments.practiceId))
    .innerJoin(blobs, eq(blobs.id, attachments.blobId))
    .where(and(eq(practices.projectId, projectId), isNull(blobs.erasedAt)))
    .orderBy(asc(practices.id), asc(attachments.id));
  for (const { slug, name, version, key } of rows) {
    yield { name: `practices/${slug}/v${String(version)}/${name}`, content: () => storage.read(key) };
  }
}

/**
 * The end of the chain of seals at this moment. Whoever keeps the archive can have the record of the server compared
 * with it later: `npm run audit:verify`.
 */
async function sealedHead(db: Db, projectId: string) {
  await sealActivity(db);
  return findProjectHead(db, projectId);
}

/** The activities up to this moment, as the activity page exports them. */
function activityTable(db: Db, projectId: string, slug: string): Entry {
  const reader = { locale: defaultReader.locale, timeZone: "UTC" };
  const order = { projects: [{ id: projectId, slug }], filter: {}, before: Date.now(), format: "csv" as const };
  const content = async () => Readable.from(csvOf(await exportTable(db, { ...order, ...reader, name: "activity" })));
  return { name: "activity.csv", content };
}

async function* tablesAndContents(db: Db, storage: Storage, project: { id: string; slug: string }) {
  const head = await sealedHead(db, project.id);
  if (head) yield { name: "activity-head.csv", content: () => Promise.resolve(csv([head])) };
  yield* archiveTables(db, project.id);
  yield activityTable(db, project.id, project.slug);
  yield* contents(db, storage, project.id);
  yield* practiceFiles(db, storage, project.id);
}

/**
 * Archive of a project: its tables as CSV, then every version that was not withdrawn, by output, language and number,
 * the files of its practices, and a page that links them all.
 */
export async function* projectEntries(db: Db, storage: Storage, projectId: string): AsyncGenerator<Entry> {
  const { id, slug, acronym, title } = projects;
  const [project] = await db.select({ id, slug, acronym, title }).from(projects).where(eq(id, projectId));
  if (!project) return;
  const names: string[] = [];
  const unique = uniquePaths();
  for await (const entry of tablesAndContents(db, storage, project)) {
    const name = unique(entryPath(entry.name));
    names.push(name);
    yield { ...entry, name };
  }
  yield { name: "index.html", content: () => archiveIndex({ ...project, at: new Date(), names }) };
}
