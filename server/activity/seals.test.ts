import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { record } from "@/server/events/record";
import { findProjectHead, sealActivity } from "@/server/events/seal";
import { race } from "@/server/testing/barrier";
import { ownDatabase } from "@/server/testing/db";
import { anOrganisation, aPerson, aProject, noon, type TestProject } from "@/server/testing/factories";
import { handlers, schedule } from "@/server/worker/handlers";
import { audit, AuditUsageError, rebuildMonths } from "./audit";
import { type AuditLine, type KnownHead, verifyActivity } from "./verify";

let own: Awaited<ReturnType<typeof ownDatabase>>;
let project: TestProject;
let other: TestProject;

const act = (db: Db, of: TestProject, count = 1) =>
  record(
    db,
    { actor: null, personId: of.partner.manager, now: noon },
    { projectId: of.id, organisationId: of.partner.organisationId },
    ...Array.from({ length: count }, () => ({ type: "project.exported", data: {} }) as const),
  );

beforeAll(async () => {
  own = await ownDatabase();
  [project, other] = [await aProject(own.db), await aProject(own.db)];
  const { id: organisationId } = await anOrganisation(own.db);
  const person = await aPerson(own.db);
  await act(own.db, project, 5);
  await act(own.db, other, 2);
  const by = { actor: null, personId: person.id, now: noon };
  await record(own.db, by, { organisationId }, { type: "organisation.created", data: { name: "Scuola" } });
  await record(own.db, by, {}, { type: "person.signed_up", data: {} });
  await sealActivity(own.db);
});
afterAll(() => own.close());

async function findingsIn(db: Db, wanted: { projectId?: string; head?: KnownHead } = {}): Promise<string[]> {
  const lines: AuditLine[] = [];
  const findings = await verifyActivity(db, wanted, (line) => lines.push(line));
  const found = lines.filter(({ finding }) => finding).map(({ text }) => text);
  expect(found).toHaveLength(findings);
  return found;
}

class Undo extends Error {}

/** Lets the owner tamper with the record without its triggers, and undoes it after `look`. */
async function tampered<T>(statements: SQL[], look: (tx: Db) => Promise<T>): Promise<T> {
  let seen: { value: T } | undefined;
  await own.owner
    .transaction(async (tx) => {
      await tx.execute(sql`alter table activity disable trigger user`);
      for (const statement of statements) await tx.execute(statement);
      seen = { value: await look(tx) };
      throw new Undo();
    })
    .catch((problem: unknown) => {
      if (!(problem instanceof Undo)) throw problem;
    });
  if (!seen) throw new Error("Nothing was seen.");
  return seen.value;
}

/** The id of a row by its number in the chain of the project. */
const row = (number: number) =>
  sql`(select s.activity_id from activity_seals s join activity_chains c on c.id = s.chain_id
    where c.subject_id = ${project.id} and s.number = ${number})`;
const chain = () => sql`(select id from activity_chains where subject_id = ${project.id})`;
const newRow = () => sql`insert into activity (at, project_id, type, data)
  values (now(), ${project.id}, 'project.exported', '{}')`;

describe("the verification of the record", () => {
  it("finds nothing in a record that was only added to, and names rows, head and time of each chain", async () => {
    const lines: AuditLine[] = [];
    expect(await verifyActivity(own.db, {}, (line) => lines.push(line))).toBe(0);
    const text = lines.map((line) => line.text).join("\n");
    const head = await findProjectHead(own.db, project.id);
    expect(head?.number).toBe("5");
    expect(text).toContain(`Project ${project.slug}: 5 rows, head 5:${head?.hash ?? ""}, sealed since `);
    expect(text).toContain(`Project ${other.slug}: 2 rows, `);
    expect(text).toMatch(/Organisation [0-9a-f-]{36}: 1 row, head 1:/);
    expect(text).toMatch(/Person [0-9a-f-]{36}: 1 row, head 1:/);
    // The factories date their rows into March.
    expect(text).toMatch(new RegExp(`Project ${project.slug}: rows 1 to 5 are older than the sealing on .* UTC`));
  });

  it.each([
    ["time", sql`at = at + interval '1 millisecond'`],
    ["project", sql`project_id = (select id from projects where id <> project_id limit 1)`],
    ["organisation", sql`organisation_id = null`],
    ["person", sql`person_id = null`],
    ["output", sql`output_id = gen_random_uuid()`],
    ["type", sql`type = 'project.closed'`],
    ["data", sql`data = '{"name": "Somebody"}'`],
  ])("finds a row with another %s", async (_, change) => {
    const found = await tampered([sql`update activity set ${change} where id = ${row(3)}`], (tx) => findingsIn(tx));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      new RegExp(
        `^Project ${project.slug}: row 3 \\(activity \\d+\\) is not what was sealed on .* UTC: it was changed`,
      ),
    );
  });

  it("finds a removed row", async () => {
    const found = await tampered([sql`delete from activity where id = ${row(3)}`], (tx) => findingsIn(tx));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/row 3 \(activity \d+\) is not in the record any more: it was removed\.$/);
  });

  it("finds a row that was removed with its seal", async () => {
    const removal = [
      sql`delete from activity where id = ${row(3)}`,
      sql`delete from activity_seals where chain_id = ${chain()} and number = 3`,
    ];
    const found = await tampered(removal, (tx) => findingsIn(tx));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/row 4 \(activity \d+\) follows row 2: the seals between them were removed\.$/);
  });

  it("finds a row that was added past the triggers", async () => {
    const found = await tampered([newRow()], (tx) => findingsIn(tx));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/has no seal and does not wait for one: it was added past the triggers\.$/);
  });

  it("lets a row wait for its seal for ten minutes, and finds it afterwards", async () => {
    const waiting = (minutes: number) => [
      sql`alter table activity enable trigger user`,
      newRow(),
      sql`update activity_pending set since = now() - make_interval(mins => ${minutes})`,
    ];
    expect(await tampered(waiting(9), (tx) => findingsIn(tx))).toEqual([]);
    const found = await tampered(waiting(11), (tx) => findingsIn(tx));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/waits for its seal since .* UTC: does the worker run\?$/);
  });

  it("finds a row that was removed before it was sealed, also after sealing", async () => {
    const removal = [
      sql`alter table activity enable trigger user`,
      newRow(),
      newRow(),
      sql`alter table activity disable trigger user`,
      sql`delete from activity where id = (select min(activity_id) from activity_pending)`,
      sql`select seal_activity(10)`,
    ];
    const found = await tampered(removal, (tx) => findingsIn(tx));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/waits for its seal but is not in the record: it was removed\.$/);
  });

  it("finds rows whose seals have changed places", async () => {
    const swap = [
      sql`update activity_seals set number = -number where chain_id = ${chain()} and number in (2, 3)`,
      sql`update activity_seals set number = 5 + number where chain_id = ${chain()} and number < 0`,
    ];
    const found = await tampered(swap, (tx) => findingsIn(tx));
    expect(found[0]).toMatch(/row 2 \(activity \d+\) does not hold the hash of the row before it: rows or seals were/);
    expect(found.join("\n")).toMatch(/row 3 \(activity \d+\) does not hold the hash of the row before it/);
  });

  it("finds a cut tail, and with the head of a download also one whose chain was cut as well", async () => {
    const known = await findProjectHead(own.db, project.id);
    const head = { number: 5, hash: known?.hash ?? "" };
    const cut = [
      sql`delete from activity where id in (${row(4)}, ${row(5)})`,
      sql`delete from activity_seals where chain_id = ${chain()} and number > 3`,
    ];
    const found = await tampered(cut, (tx) => findingsIn(tx));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/the last seal is 3:[0-9a-f]{64}, but the chain ends at 5:[0-9a-f]{64}: seals at the end/);
    const whole = [
      ...cut,
      sql`update activity_chains c set number = 3, hash = s.hash from activity_seals s
        where c.id = ${chain()} and s.chain_id = c.id and s.number = 3`,
    ];
    expect(await tampered(whole, (tx) => findingsIn(tx))).toEqual([]);
    const compared = await tampered(whole, (tx) => findingsIn(tx, { projectId: project.id, head }));
    expect(compared).toEqual([
      `Project ${project.slug}: the head 5:${head.hash} of the download is not in the chain: the chain ends at row 3.`,
    ]);
  });

  it("finds a chain that was sealed anew over changed rows when it is compared with the head of a download", async () => {
    const known = await findProjectHead(own.db, project.id);
    const again = [
      sql`update activity set data = '{"name": "Somebody"}' where id = ${row(2)}`,
      sql`insert into activity_pending (activity_id, project_id, since)
        select activity_id, ${project.id}, now() from activity_seals where chain_id = ${chain()}`,
      sql`delete from activity_seals where chain_id = ${chain()}`,
      sql`delete from activity_chains where id = ${chain()}`,
      sql`select seal_activity(100)`,
    ];
    const head = { number: 5, hash: known?.hash ?? "" };
    expect(await tampered(again, (tx) => findingsIn(tx))).toEqual([]);
    expect(await tampered(again, (tx) => findingsIn(tx, { projectId: project.id, head }))).toHaveLength(1);
    expect(await findingsIn(own.db, { projectId: project.id, head })).toEqual([]);
  });

  it("runs for one project with the head of its download, and refuses arguments that it cannot use", async () => {
    const lines: AuditLine[] = [];
    const say = (line: AuditLine) => lines.push(line);
    const head = await findProjectHead(own.db, project.id);
    const known = `5:${head?.hash ?? ""}`;
    expect(await audit(own.url, [project.slug, "--head", known], say)).toBe(0);
    expect(lines.some(({ text }) => text.includes("the head " + known + " of the download is in the chain"))).toBe(
      true,
    );
    expect(lines.some(({ text }) => text.includes(other.slug))).toBe(false);
    expect(await audit(own.url, [project.slug, "--head", `4:${head?.hash ?? ""}`], say)).toBe(1);
    for (const wrong of [
      ["nobody"],
      ["--head", known],
      [project.slug, "--head", "5"],
      [project.slug, other.slug],
      ["-x"],
    ]) {
      await expect(audit(own.url, wrong, say), wrong.join(" ")).rejects.toThrow(AuditUsageError);
    }
  });

  it("says when one role owns the record and runs the application", async () => {
    const said = async (db: Db) => {
      const lines: string[] = [];
      await verifyActivity(db, {}, ({ text }) => lines.push(text));
      return lines.filter((text) => text.includes("MIGRATE_DATABASE_URL"));
    };
    expect(await said(own.db)).toEqual([]);
    expect(await said(own.owner)).toHaveLength(1);
  });
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (problem: unknown) => {
      const { cause } = problem as { cause?: { code?: string } };
      return cause?.code ?? String(problem);
    },
  );

const refused = { insufficientPrivilege: "42501", restrictViolation: "23001" };

describe("the role of the application", () => {
  it.each([
    "update activity set type = type",
    "delete from activity",
    "truncate activity",
    "alter table activity disable trigger user",
    "insert into activity_seals values (0, 1, 1, '', '', now())",
    "update activity_seals set hash = ''",
    "delete from activity_seals",
    "update activity_chains set number = 0",
    "insert into activity_pending values (0, null, now())",
    "delete from activity_pending",
    "update activity_months set count = 0",
    "select rebuild_activity_months()",
    "create table public.own (id int)",
  ])("may not: %s", async (statement) => {
    expect(await codeOf(own.db.execute(sql.raw(statement)))).toBe(refused.insufficientPrivilege);
  });
});

describe("the owner of the record", () => {
  it.each(["update activity set type = type", "delete from activity where false", "truncate activity"])(
    "is refused by a trigger: %s",
    async (statement) => {
      expect(await codeOf(own.owner.execute(sql.raw(statement)))).toBe(refused.restrictViolation);
    },
  );
});

describe("sealing", () => {
  it("is done by a cron job every minute, for all that is pending", async () => {
    expect(schedule).toContainEqual({ job: "seal_activity", at: "* * * * *" });
    await act(own.db, other, 1_001);
    await handlers.seal_activity({ db: own.db, now: noon }, {});
    expect(await own.db.execute(sql`select 1 from activity_pending`)).toHaveLength(0);
    expect((await findProjectHead(own.db, other.id))?.number).toBe("1003");
  });

  it("of eight acts at the same moment by two sealers at once makes one whole chain", async () => {
    const { id } = other;
    const lockRecord = sql`lock table activity in share row exclusive mode`;
    await race(
      own.owner,
      lockRecord,
      Array.from({ length: 8 }, () => () => act(own.db, other)),
    );
    const sealFour = () => own.db.execute<{ sealed: number }>(sql`select seal_activity(4) as sealed`);
    const lockChains = sql`select id from activity_chains for update`;
    const sealed = await race(own.owner, lockChains, [sealFour, sealFour]);
    expect(sealed.map(([answer]) => answer?.sealed)).toEqual([4, 4]);
    expect(await findingsIn(own.db)).toEqual([]);
    expect((await findProjectHead(own.db, id))?.number).toBe("1011");
  });

  it("that is undone loses nothing and counts nothing twice", async () => {
    await act(own.db, project, 3);
    const counted = async () => {
      const [figures] = await own.db.execute<{
        rows: number;
        counted: number;
        pending: number;
        seals: number;
      }>(sql`select
        (select count(*)::int from activity) as rows, (select sum(count)::int from activity_months) as counted,
        (select count(*)::int from activity_pending) as pending, (select count(*)::int from activity_seals) as seals`);
      return figures ?? { rows: 0, counted: 0, pending: 0, seals: 0 };
    };
    const before = await counted();
    expect(before).toMatchObject({ pending: 3, counted: before.rows - 3 });
    const crash = own.db.transaction(async (tx) => {
      await sealActivity(tx);
      throw new Undo();
    });
    await expect(crash).rejects.toThrow(Undo);
    expect(await counted()).toEqual(before);
    await sealActivity(own.db);
    expect(await counted()).toEqual({ ...before, counted: before.rows, pending: 0, seals: before.rows });
    expect(await findingsIn(own.db)).toEqual([]);
  });

  it("leaves monthly figures that are the same after they were counted anew", async () => {
    const figures = () =>
      own.db.execute(sql`select * from activity_months order by project_id, organisation_id, person_id, month`);
    const before = await figures();
    await own.owner.execute(sql`update activity_months set count = count + 1`);
    expect(await rebuildMonths(own.ownerUrl)).toBe(before.length);
    expect([...(await figures())]).toEqual([...before]);
  });
});
