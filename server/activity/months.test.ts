import { sql } from "drizzle-orm";
import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { activity } from "@/db/schema";
import { dayInBrussels } from "@/domain/dates";
import { type Figure as FigureName, typesOfFigure } from "@/domain/events/figures";
import { ownDatabase } from "@/server/testing/db";
import { aPerson, aProject } from "@/server/testing/factories";

let own: Awaited<ReturnType<typeof ownDatabase>>;
let projects: (string | null)[];
let people: (string | null)[];
const organisations = [uuid(), uuid(), null];
/** Around the ends of months in Brussels, in winter and in summer time. */
const moments = [
  "2026-02-28T22:59:59.999Z",
  "2026-02-28T23:00:00.000Z",
  "2026-06-30T21:59:59.999Z",
  "2026-06-30T22:00:00.000Z",
  "2026-12-31T23:00:00.000Z",
];

beforeAll(async () => {
  own = await ownDatabase();
  projects = [(await aProject(own.db)).id, (await aProject(own.db)).id, null];
  people = [(await aPerson(own.db)).id, (await aPerson(own.db)).id, null];
});
afterAll(() => own.close());

type Row = { project: number; organisation: number; person: number; type: string; at: string };
type Step = { add: Row[] } | { seal: number } | { rebuild: true };

const index = fc.integer({ min: 0, max: 2 });
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    project: index,
    organisation: index,
    person: index,
    type: fc.constantFrom("project.exported", "comment.added", ...typesOfFigure("versions")),
    at: fc.constantFrom(...moments),
  }),
  { minLength: 1, maxLength: 12 },
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: rows.map((add) => ({ add })) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }).map((seal) => ({ seal })) },
    { weight: 1, arbitrary: fc.constant({ rebuild: true } as const) },
  ),
  { minLength: 1, maxLength: 12 },
);

type Counts = { count: number; versions: number; comments: number };
type Figure = { key: string } & Counts;
const sorted = (figures: Iterable<Figure>) =>
  [...figures].map(({ key, count, versions, comments }) => [key, count, versions, comments].join(" ")).sort();
const countsType = (figure: FigureName, type: string) => Number(typesOfFigure(figure).some((one) => one === type));

/** The stored figures and the pending rows, as a read adds them up. */
const figuresOf = (db: Db) =>
  db.execute<Figure>(sql`select concat_ws(' ', coalesce(project_id::text, '-'), coalesce(organisation_id::text, '-'),
      coalesce(person_id::text, '-'), left(month::text, 7)) as key, sum(count)::int as count,
      sum(versions)::int as versions, sum(comments)::int as comments
    from (
      select project_id, organisation_id, person_id, month, count, versions, comments from activity_months
      union all
      select a.project_id, a.organisation_id, a.person_id,
        date_trunc('month', a.at at time zone 'Europe/Brussels')::date, 1,
        (a.type in ('file.uploaded', 'file.linked', 'file.restored'))::int, (a.type = 'comment.added')::int
      from activity_pending p join activity a on a.id = p.activity_id
    ) figures group by 1`);

function countOf(added: readonly Row[]): Figure[] {
  const counted = new Map<string, Counts>();
  for (const { project, organisation, person, type, at } of added) {
    const ids = [projects[project], organisations[organisation], people[person]].map((id) => id ?? "-");
    const key = [...ids, dayInBrussels(new Date(at)).slice(0, 7)].join(" ");
    const before = counted.get(key) ?? { count: 0, versions: 0, comments: 0 };
    counted.set(key, {
      count: before.count + 1,
      versions: before.versions + countsType("versions", type),
      comments: before.comments + countsType("comments", type),
    });
  }
  return [...counted].map(([key, counts]) => ({ key, ...counts }));
}

async function take(tx: Db, step: Step): Promise<void> {
  if ("seal" in step) await tx.execute(sql`select seal_activity(${step.seal})`);
  else if ("rebuild" in step) await tx.execute(sql`select rebuild_activity_months()`);
  else {
    await tx.insert(activity).values(
      step.add.map(({ project, organisation, person, type, at }) => ({
        at: new Date(at),
        projectId: projects[project] ?? null,
        organisationId: organisations[organisation] ?? null,
        personId: people[person] ?? null,
        type,
        data: {},
      })),
    );
  }
}

class Undo extends Error {}

it("monthly figures plus pending rows equal the rows of the record after any adding, sealing and counting again", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const work = own.owner.transaction(async (tx) => {
        const added: Row[] = [];
        for (const step of taken) {
          await take(tx, step);
          if ("add" in step) added.push(...step.add);
          expect(sorted(await figuresOf(tx))).toEqual(sorted(countOf(added)));
        }
        throw new Undo();
      });
      await expect(work).rejects.toThrow(Undo);
    }),
    { numRuns: 40 },
  );
}, 60_000);
