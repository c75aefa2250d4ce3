import { sql } from "drizzle-orm";
import { expect } from "vitest";
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
