import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** One line of the report; a finding says that the record is not as it was written. */
export type AuditLine = { finding: boolean; text: string };

/** The end of a chain as a download of the project holds it. */
export type KnownHead = { number: number; hash: string };

type Wanted = { projectId?: string | undefined; head?: KnownHead | undefined };
type Say = (line: AuditLine) => void;
type Chain = { id: number; name: string; number: number; hash: string };
type Seal = {
  number: number;
  activityId: string;
  previous: string;
  hash: string;
  sealedAt: string;
  /** Null when the row is gone. */
  form: string | null;
  /** The row is more than ten minutes older than its seal. */
  late: boolean;
};

const batchSize = 2_000;
/** A row is sealed within a minute while the worker runs; later than this something is wrong. */
const patience = sql`interval '10 minutes'`;
const utc = (time: string) =>
  new Date(time)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");

const hashOf = (number: number, previous: string, form: string) =>
  createHash("sha256")
    .update(`${String(number)}\n${previous}\n${form}`, "utf8")
    .digest("hex");

async function chainsOf(db: Db, projectId: string | undefined, after: number): Promise<Chain[]> {
  const rows = await db.execute<Chain>(sql`select c.id, c.number::float8 as number, c.hash,
      coalesce('Project ' || p.slug, initcap(c.kind) || ' ' || c.subject_id::text) as name
    from activity_chains c left join projects p on c.kind = 'project' and p.id = c.subject_id
    where c.id > ${after} ${projectId === undefined ? sql`` : sql`and c.kind = 'project' and c.subject_id = ${projectId}`}
    order by c.id limit ${batchSize}`);
  return [...rows];
}

const sealsOf = (db: Db, chain: Chain, after: number) =>
  db.execute<Seal>(sql`select s.number::float8 as number, s.activity_id::text as "activityId", s.previous, s.hash,
      s.sealed_at::text as "sealedAt", activity_stored_form(a) as form, coalesce(s.sealed_at > a.at + ${patience}, false) as late
    from activity_seals s left join activity a on a.id = s.activity_id
    where s.chain_id = ${chain.id} and s.number > ${after} order by s.number limit ${batchSize}`);

/** What is wrong with a row; `last` is the seal before it. */
function problemsOf(seal: Seal, last: { number: number; hash: string }): string[] {
  const problems: string[] = [];
  if (seal.number !== last.number + 1) {
    problems.push(`follows row ${String(last.number)}: the seals between them were removed`);
  } else if (seal.previous !== last.hash) {
    problems.push("does not hold the hash of the row before it: rows or seals were reordered or replaced");
  }
  if (seal.form === null) problems.push("is not in the record any more: it was removed");
  else if (hashOf(seal.number, seal.previous, seal.form) !== seal.hash) {
    problems.push(`is not what was sealed on ${utc(seal.sealedAt)}: it was changed or moved`);
  }
  return problems;
}

/** Rows of one chain that are older than their seals, as ranges of rows that were sealed together. */
class LateRows {
  private range: { from: number; to: number; sealedAt: string } | undefined;

  constructor(private readonly say: (text: string) => void) {}

  add({ number, sealedAt }: Seal): void {
    if (this.range?.sealedAt === sealedAt && this.range.to === number - 1) this.range.to = number;
    else {
      this.end();
      this.range = { from: number, to: number, sealedAt };
    }
  }

  end(): void {
    if (!this.range) return;
    const { from, to, sealedAt } = this.range;
    const rows = from === to ? `row ${String(from)} is` : `rows ${String(from)} to ${String(to)} are`;
    this.say(`${rows} older than the sealing on ${utc(sealedAt)}`);
    this.range = undefined;
  }
}

async function verifyChain(db: Db, chain: Chain, head: KnownHead | undefined, say: Say): Promise<void> {
  const find = (text: string) => {
    say({ finding: true, text: `${chain.name}: ${text}.` });
  };
  const note = (text: string) => {
    say({ finding: false, text: `${chain.name}: ${text}.` });
  };
  const late = new LateRows(note);
  let last = { number: 0, hash: "" };
  let rows = 0;
  let since: string | undefined;
  let headHash: string | undefined;
  for (;;) {
    const seals = await sealsOf(db, chain, last.number);
    for (const seal of seals) {
      for (const problem of problemsOf(seal, last)) {
        find(`row ${String(seal.number)} (activity ${seal.activityId}) ${problem}`);
      }
      if (seal.late) late.add(seal);
      if (seal.number === head?.number) headHash = seal.hash;
      since ??= seal.sealedAt;
      rows += 1;
      last = { number: seal.number, hash: seal.hash };
    }
    if (seals.length < batchSize) break;
  }
  late.end();
  if (last.number !== chain.number || last.hash !== chain.hash) {
    find(
      `the last seal is ${String(last.number)}:${last.hash}, but the chain ends at ${String(chain.number)}:${chain.hash}: seals at the end were removed, added or replaced`,
    );
  }
  if (head && headHash !== head.hash) {
    const found =
      headHash === undefined ? `the chain ends at row ${String(last.number)}` : `its row has the hash ${headHash}`;
    find(`the head ${String(head.number)}:${head.hash} of the download is not in the chain: ${found}`);
  }
  if (head && headHash === head.hash)
    note(`the head ${String(head.number)}:${head.hash} of the download is in the chain`);
  note(
    `${String(rows)} ${rows === 1 ? "row" : "rows"}, head ${String(chain.number)}:${chain.hash}${since === undefined ? "" : `, sealed since ${utc(since)}`}`,
  );
}

type Unsealed = { id: string; project: string | null; since: string | null; overdue: boolean };

/** Rows that have no seal, except those that wait for it since a moment ago. */
async function findUnsealed(db: Db, projectId: string | undefined, say: Say): Promise<void> {
  const where = (row: Pick<Unsealed, "id" | "project">) =>
    `${row.project === null ? "" : `Project ${row.project}: `}activity ${row.id}`;
  const inProject = projectId === undefined ? sql`` : sql`and a.project_id = ${projectId}`;
  for (let after = "0"; ;) {
    const rows = await db.execute<Unsealed>(sql`select a.id::text, pr.slug as project, p.since::text,
        coalesce(p.since < now() - ${patience}, false) as overdue
      from activity a left join activity_seals s on s.activity_id = a.id
      left join activity_pending p on p.activity_id = a.id left join projects pr on pr.id = a.project_id
      where a.id > ${after}::bigint and s.activity_id is null
        and (p.since is null or p.since < now() - ${patience}) ${inProject} order by a.id limit ${batchSize}`);
    for (const row of rows) {
      const text =
        row.since === null
          ? `${where(row)} has no seal and does not wait for one: it was added past the triggers.`
          : `${where(row)} waits for its seal since ${utc(row.since)}: does the worker run?`;
      say({ finding: true, text });
    }
    const lastRow = rows.at(-1);
    if (lastRow === undefined || rows.length < batchSize) break;
    after = lastRow.id;
  }
  const gone = await db.execute<Unsealed>(sql`select p.activity_id::text as id, pr.slug as project
    from activity_pending p left join activity a on a.id = p.activity_id left join projects pr on pr.id = p.project_id
    where a.id is null ${projectId === undefined ? sql`` : sql`and p.project_id = ${projectId}`} order by 1`);
  for (const row of gone) {
    say({ finding: true, text: `${where(row)} waits for its seal but is not in the record: it was removed.` });
  }
}

/**
 * Compares the record with its seals, or that of one project, and says what it finds, a line at a time. Rows are read in
 * batches of one snapshot and hashed here, not by the database. Answers the number of findings.
 */
export async function verifyActivity(db: Db, wanted: Wanted, say: Say): Promise<number> {
  let findings = 0;
  const count: Say = (line) => {
    if (line.finding) findings += 1;
    say(line);
  };
  await db.transaction(
    async (tx) => {
      const [role] = await tx.execute<{ one: boolean }>(sql`select pg_has_role(current_user, relowner, 'member') as one
        from pg_class where oid = 'public.activity'::regclass`);
      if (role?.one === true) {
        const text =
          "The role of the application owns the record and could remove its protection: see MIGRATE_DATABASE_URL in the README.";
        count({ finding: false, text });
      }
      let verified = 0;
      for (let after = 0; ;) {
        const chains = await chainsOf(tx, wanted.projectId, after);
        for (const chain of chains) await verifyChain(tx, chain, wanted.head, count);
        verified += chains.length;
        const lastChain = chains.at(-1);
        if (lastChain === undefined || chains.length < batchSize) break;
        after = lastChain.id;
      }
      if (verified === 0 && wanted.head) {
        count({ finding: true, text: "The head of the download is not in the record: the project has no chain." });
      }
      await findUnsealed(tx, wanted.projectId, count);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  return findings;
}
