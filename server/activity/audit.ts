import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { openDb } from "@/db/client";
import { type AuditLine, type KnownHead, verifyActivity } from "./verify";

/** The arguments are wrong; the message says what to give. */
export class AuditUsageError extends Error {}

const usage = "Give the slug of one project, as in: npm run audit:verify bridges -- --head 214:<hash>.";

function readHead(text: string): KnownHead {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  if (number === undefined || hash === undefined) {
    throw new AuditUsageError("--head must be a number and a hash, such as 214:<64 hexadecimal digits>.");
  }
  return { number: Number(number), hash };
}

function readArguments(args: readonly string[]): { slug: string | undefined; head: KnownHead | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { head: { type: "string" } },
      allowPositionals: true,
    });
    const [slug, ...more] = positionals;
    if (more.length > 0 || (values.head !== undefined && slug === undefined)) throw new AuditUsageError(usage);
    return { slug, head: values.head === undefined ? undefined : readHead(values.head) };
  } catch (problem) {
    if (problem instanceof AuditUsageError) throw problem;
    throw new AuditUsageError(usage, { cause: problem });
  }
}

/**
 * Runs `npm run audit:verify`: verifies the whole record or that of one project and passes on each line of the report.
 * Answers the number of findings. Errors: AuditUsageError for wrong arguments or an unknown project.
 */
export async function audit(url: string, args: readonly string[], say: (line: AuditLine) => void): Promise<number> {
  const { slug, head } = readArguments(args);
  // Without the limits of the pool: reading a large record takes longer than a request may.
  const db = openDb(url, { max: 1, limited: false });
  try {
    if (slug === undefined) return await verifyActivity(db, {}, say);
    const [project] = await db.execute<{ id: string }>(sql`select id from projects where slug = ${slug}`);
    if (!project) throw new AuditUsageError(`There is no project ${slug}: give the last part of its address.`);
    return await verifyActivity(db, { projectId: project.id, head }, say);
  } finally {
    await db.$client.end({ timeout: 2 });
  }
}

/** Runs `npm run activity:rebuild` as the owner of the tables; answers how many monthly figures there are. */
export async function rebuildMonths(ownerUrl: string): Promise<number> {
  const db = openDb(ownerUrl, { max: 1, limited: false });
  try {
    const [row] = await db.execute<{ figures: number }>(sql`select rebuild_activity_months() as figures`);
    return row?.figures ?? 0;
  } finally {
    await db.$client.end({ timeout: 2 });
  }
}
