import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import {
  addresses,
  organisationPeople,
  organisations,
  outputContributors,
  outputs,
  participationPeople,
  participations,
  people,
  projects,
} from "@/db/schema";
import { hashPassword } from "@/server/auth/password";
import { fillSubmission } from "./fill-submission";
import { fillWork } from "./fill-work";

export const benchPassword = "a sentence for measuring";
export const benchAddress = "measured@bench.example";
/** Addresses of the people who sign in at the same time in the benchmark, all with the same password. */
export const crowd = Array.from({ length: 50 }, (_, index) => `crowd-${String(index)}@bench.example`);
const projectCount = 200;
const activityCount = 100_000;
/** Rows of one statement, so that each ends before the statement timeout on a busy machine. */
const activityBatch = 20_000;

/**
 * Fills a database, as the owner of its tables, who alone may analyze them: 200 projects of five organisations with nine
 * outputs each, which the coordinator leads and one partner contributes to, the work on them, and 100,000 events over a
 * year. One person coordinates the first five projects. Returns that person and the first project's slug.
 */
export async function fill(db: Db): Promise<{ personId: string; slug: string }> {
  const personId = uuid();
  const passwordHash = await hashPassword(benchPassword);
  await db.insert(people).values({ id: personId, name: "Measured Person", passwordHash });
  await db
    .insert(addresses)
    .values({ id: uuid(), personId, address: benchAddress, isPrimary: true, confirmedAt: new Date() });
  for (const address of crowd) {
    const id = uuid();
    await db.insert(people).values({ id, name: address, passwordHash });
    await db.insert(addresses).values({ id: uuid(), personId: id, address, isPrimary: true, confirmedAt: new Date() });
  }
  const countries = ["ES", "GR", "BG", "PL", "FI"];
  const projectIds: string[] = [];
  for (let index = 0; index < projectCount; index += 1) {
    const projectId = uuid();
    projectIds.push(projectId);
    const colleague = uuid();
    const outputIds = Array.from({ length: 9 }, () => uuid());
    await db.insert(people).values({ id: colleague, name: `Colleague ${String(index)}` });
    await db.insert(projects).values({
      id: projectId,
      slug: `bench-${String(index)}`,
      publicSlug: `bench-${String(index)}`,
      status: "running",
      callYear: 2025,
      actionCode: "KA220-VET",
      field: "vet",
      title: `A measured partnership, number ${String(index)}`,
      acronym: `BENCH${String(index)}`,
      summary: "A partnership made to be measured.",
      startsOn: "2025-10-01",
      durationMonths: 24,
      createdBy: colleague,
    });
    for (const [hue, country] of countries.entries()) {
      const organisationId = uuid();
      const participationId = uuid();
      const name = `Organisation ${String(index)} of ${country}`;
      await db.insert(organisations).values({
        id: organisationId,
        legalName: name,
        shortName: `Org${String(index)}${country}`,
        publicSlug: `org-${String(index)}-${country.toLowerCase()}`,
        nameKey: name.toLowerCase(),
        country,
        city: "Valencia",
        claimedAt: new Date(),
      });
      const kind = hue === 0 ? "coordinator" : "partner";
      await db
        .insert(participations)
        .values({ id: participationId, projectId, organisationId, kind, hue, joinedAt: new Date() });
      const mine = hue === 0 && index < 5;
      const member = mine ? personId : colleague;
      if (hue < 2) {
        if (mine) await db.insert(organisationPeople).values({ id: uuid(), organisationId, personId, role: "admin" });
        if (hue === 0 || index < 5) {
          await db
            .insert(participationPeople)
            .values({ id: uuid(), projectId, participationId, personId: member, role: "manager" });
        }
      }
      if (hue === 1) {
        await db.insert(outputContributors).values(outputIds.map((outputId) => ({ outputId, organisationId })));
      }
      if (hue === 0) {
        await db.insert(outputs).values(
          outputIds.map((id, n) => ({
            id,
            projectId,
            number: n + 1,
            title: `Output ${String(n + 1)}`,
            type: "guide",
            leadOrganisationId: organisationId,
            status: n < 4 ? ("approved" as const) : n === 5 ? ("in_review" as const) : ("in_progress" as const),
            dueOn: `2026-${String(n + 1).padStart(2, "0")}-15`,
          })),
        );
      }
    }
  }
  for (let first = 1; first <= activityCount; first += activityBatch) await fillActivity(db, first);
  // Counted by month as if they were sealed: hashing every row would take most of the time, and no read needs the seals.
  await db.execute(sql`delete from activity_pending`);
  await db.execute(sql`select rebuild_activity_months()`);
  await fillWork(db);
  await fillSubmission(db, "bench-0");
  await db.execute(sql`vacuum analyze`);
  return { personId, slug: "bench-0" };
}

/** Inserts one batch of activities: mostly uploads, every twentieth a comment, by all organisations on all outputs. */
async function fillActivity(db: Db, first: number): Promise<void> {
  await db.execute(sql`with p as materialized (
      select id, created_by, row_number() over (order by slug) - 1 as place,
        array(select pa.organisation_id from participations pa where pa.project_id = projects.id order by pa.hue) as organisations,
        array(select o.id from outputs o where o.project_id = projects.id order by o.number) as outputs
      from projects)
    insert into activity (at, project_id, organisation_id, person_id, output_id, type, kind, data)
    select now() - (n * interval '5 minutes'), p.id, p.organisations[1 + n % 5], p.created_by, p.outputs[1 + n % 9], e.*
    from generate_series(${first}::int, ${first + activityBatch - 1}::int) n
    join p on p.place = n % ${projectCount}
    cross join lateral (select 'file.uploaded', 'files', jsonb_build_object('number', 1 + n % 9, 'title', 'Output',
        'versionId', gen_random_uuid(), 'file', 'draft.pdf', 'version', n % 7 + 1, 'onBehalf', false) where n % 20 > 0
      union all select 'comment.added', 'comments', jsonb_build_object('number', 1 + n % 9, 'title', 'Output',
        'submissionId', gen_random_uuid(), 'submission', 1) where n % 20 = 0) e`);
}
