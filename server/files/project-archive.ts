import { stringify } from "csv-stringify/sync";
import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { blobs, fileVersions, outputFiles, outputs } from "@/db/schema";
import { outputCode } from "@/domain/outputs";
import { findProjectHead, sealActivity } from "@/server/events/seal";
import { isNone } from "@/server/registry/belonging";
import { belongings } from "@/server/registry/registry";
import type { Entry } from "./archive";
import type { Storage } from "./storage";

const perPage = 200;

/** CSV for spreadsheets: UTF-8 with byte order mark, and cells that cannot be evaluated as a formula. */
const csv = (rows: Iterable<Record<string, unknown>>) =>
  stringify([...rows], {
    header: true,
    bom: true,
    escape_formulas: true,
    cast: { date: (date) => date.toISOString() },
  });

/** The tables of the registry; long ones are read in pages, so that they are never held in memory as a whole. */
async function* tables(db: Db, projectId: string): AsyncGenerator<Entry> {
  for (const { archive } of belongings) {
    if (isNone(archive)) continue;
    if ("rows" in archive) {
      yield { name: archive.name, content: async () => csv(await db.execute(archive.rows(projectId))) };
      continue;
    }
    let after = archive.firstId;
    for (let part = 1; ; part += 1) {
      const page = sql`${archive.page(projectId, after)} limit ${archive.pageSize}`;
      const rows = await db.execute<{ id: string }>(page);
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.id;
      yield { name: `${archive.name}-${String(part)}.csv`, content: () => Promise.resolve(csv(rows)) };
    }
  }
}

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

/**
 * The end of the chain of seals at this moment. Whoever keeps the archive can have the record of the server compared
 * with it later: `npm run audit:verify`.
 */
async function sealedHead(db: Db, projectId: string) {
  await sealActivity(db);
  return findProjectHead(db, projectId);
}

/**
 * Archive of a project: its tables as CSV, then every version that was not withdrawn, by output, language and number.
 */
export async function* projectEntries(db: Db, storage: Storage, projectId: string): AsyncGenerator<Entry> {
  const head = await sealedHead(db, projectId);
  if (head) yield { name: "activity-head.csv", content: () => Promise.resolve(csv([head])) };
  yield* tables(db, projectId);
  yield* contents(db, storage, projectId);
}
