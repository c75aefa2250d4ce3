import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { outputs } from "@/db/schema";
import { seedDemo } from "@/server/demo/seed";
import { test } from "@/server/testing/db";

test("the demo's activity is recorded in the order of its times, and no version repeats the one before", async ({
  tx,
}) => {
  await seedDemo(tx);
  const rows = await tx.execute<{ at: Date; type: string }>(sql`select at, type from activity
    where project_id = (select id from projects where acronym = 'BRIDGES') order by id`);
  expect(rows.length).toBeGreaterThan(60);
  const times = rows.map(({ at }) => new Date(at).getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));

  const versions = await tx.execute<{ number: number; repeated: boolean }>(sql`select v.number,
      exists (select from file_versions w where w.file_id = v.file_id and w.number = v.number - 1 and w.sha256 = v.sha256)
        as repeated
    from file_versions v where v.number > 1`);
  expect(versions.length).toBeGreaterThanOrEqual(3);
  expect(versions.filter(({ repeated }) => repeated)).toEqual([]);
});

test("the demo shows the states of reviews, findings and decisions", async ({ tx }) => {
  await seedDemo(tx);
  const valuesOf = async (table: string, column: string) => {
    const rows = await tx.execute<{ value: string | null }>(
      sql`select distinct ${sql.identifier(column)} as value from ${sql.identifier(table)}`,
    );
    return rows.map(({ value }) => value);
  };
  expect(new Set(await valuesOf("submissions", "status"))).toEqual(
    new Set(["open", "approved", "changes_requested", "rejected", "replaced", "withdrawn"]),
  );
  expect(new Set(await valuesOf("reviews", "verdict"))).toEqual(
    new Set(["approve", "approve_with_remarks", "request_changes", "reject", null]),
  );
  expect(new Set(await valuesOf("findings", "status"))).toEqual(new Set(["open", "fixed", "closed"]));
  expect(new Set(await valuesOf("tasks", "state"))).toEqual(new Set(["asked", "open", "done", "dropped"]));
  expect(await valuesOf("reopened_decisions", "status")).toEqual(["approved"]);
  expect(await valuesOf("rubrics", "type")).toEqual(["course"]);
  expect(await tx.$count(outputs, eq(outputs.changedSinceApproval, true))).toBe(1);
});
