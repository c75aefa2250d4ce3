import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { loadActor } from "@/server/auth/session";
import { record } from "@/server/events/record";
import { makeDigests } from "@/server/notifications/commands/make-digests";
import { aProject, type TestProject } from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";
import { quantile } from "./measure";
import { withOwnDatabase } from "./own-database";
import { amount, ratio, remark } from "./report";

const readers = 10_000;
const events = 200_000;
const acts = 200;
const now = new Date("2026-03-17T12:00:00Z");

/** People of one organisation, and for each an equal share of events that wait for their daily e-mail. */
async function fill(db: Db, project: TestProject, outputId: string): Promise<void> {
  await db.execute(sql`with made as (
      insert into people (id, name) select gen_random_uuid(), 'Reader ' || n from generate_series(1, ${readers}::int) n
      returning id),
    mailed as (insert into addresses (id, person_id, address, is_primary, confirmed_at)
      select gen_random_uuid(), id, id || '@bench.example', true, now() from made)
    insert into participation_people (id, project_id, participation_id, person_id, role)
      select gen_random_uuid(), ${project.id}, ${project.other.participationId}, id, 'viewer' from made`);
  await db.execute(sql`insert into activity (at, project_id, output_id, person_id, type, kind, data)
    select ${"2026-03-16T12:00:00Z"}::timestamptz, ${project.id}, ${outputId}, ${project.coordinator.manager},
      'output.due_moved', 'outputs', '{"number":3,"title":"Guide","from":null,"dueOn":"2026-04-01","reason":"Exams."}'
    from generate_series(1, ${events}::int)`);
  await db.execute(sql`insert into notifications (id, person_id, activity_id, project_id, why, subject_type, subject_id,
      at, digest)
    select gen_random_uuid(), p.id, a.id, ${project.id}, 'output_team', 'output', ${outputId}, a.at, 'news'
    from (select id, at, row_number() over (order by id) as n from activity where type = 'output.due_moved') a
    join (select id, row_number() over (order by id) as n from people where name like 'Reader %') p
      on p.n = a.n % ${readers}::int + 1`);
  await db.execute(sql`analyze`);
}

/** Makes the digests of everyone at once, as after a night without the server. */
async function makeAll(db: Db): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  await makeDigests(db, now);
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(watch);
  const [made] = await db.execute<{ jobs: number; waiting: number }>(sql`select
    (select count(*)::int from graphile_worker._private_jobs) as jobs,
    (select count(*)::int from notifications where digest is not null) as waiting`);
  amount({ what: "digests for 10,000 people with 200,000 events", value: seconds, unit: "s" }, { atMost: 60 });
  amount({ what: "more memory meanwhile", value: (most - before) / 2 ** 20, unit: "MB" }, { atMost: 50 });
  remark(`${String(made?.jobs)} e-mails enqueued, ${String(made?.waiting)} events still waiting`);
}

/** Recording an act that concerns thirty people, and the same where it concerns nobody, alternately. */
async function recordAll(db: Db, project: TestProject, outputs: { told: string; untold: string }): Promise<void> {
  await db.execute(sql`update participation_people set role = 'contributor' where id in (
    select id from participation_people where participation_id = ${project.other.participationId} limit 30)`);
  const by = await loadActor(db, project.coordinator.manager, now);
  await db.execute(sql`update participation_people set ended_at = now()
    where participation_id = ${project.partner.participationId}`);
  const actor = by?.actor ?? null;
  const data = { number: 3, title: "Guide", from: null, dueOn: "2026-04-01", reason: "Exams." };
  const times: { told: number[]; untold: number[] } = { told: [], untold: [] };
  for (let act = 0; act < acts; act += 1) {
    const kind = act % 2 === 0 ? "told" : "untold";
    const began = performance.now();
    await db.transaction((tx) =>
      record(
        tx,
        { actor, now },
        { projectId: project.id, outputId: outputs[kind] },
        { type: "output.due_moved", data },
      ),
    );
    times[kind].push(performance.now() - began);
  }
  const [ours, bare] = [quantile(times.told, 0.5), quantile(times.untold, 0.5)];
  ratio(
    { what: "recording an act that concerns 30 people, to one that concerns none", ours, bare, unit: "ms" },
    { atMost: 1.5 },
  );
}

/** The daily e-mails of many people, and what an act costs that many are told of. */
export async function digests(): Promise<void> {
  await withOwnDatabase(
    async (owner) => {
      const project = await aProject(owner);
      const { id: told } = await anOutput(owner, project, { lead: project.other });
      const { id: untold } = await anOutput(owner, project);
      await fill(owner, project, told);
      return { project, outputs: { told, untold } };
    },
    async (db, { project, outputs }) => {
      await makeAll(db);
      await recordAll(db, project, outputs);
    },
  );
}
