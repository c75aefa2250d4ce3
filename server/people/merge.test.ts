import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { test } from "@/server/testing/db";
import { anOrganisation, aPerson, noon } from "@/server/testing/factories";
import { mergedColumns, moveTo } from "./commands/move-to";

test("the merge of two accounts treats every column that refers to a person", async ({ tx }) => {
  const columns = await tx.execute<{ name: string }>(sql`select c.conrelid::regclass::text || '.' || a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'people'::regclass`);
  expect(columns.length).toBeGreaterThan(20);
  expect(columns.map(({ name }) => name).filter((name) => !mergedColumns.includes(name))).toEqual([]);
});

test("an account that ends in a merge is named nowhere any more but in what ended with it", async ({ tx }) => {
  const [from, to, asker] = [await aPerson(tx), await aPerson(tx), await aPerson(tx)];
  const { id: organisationId } = await anOrganisation(tx, { admins: [from.id] });
  await tx.execute(sql`insert into join_requests (id, organisation_id, person_id, status, decided_by, decided_at)
    values (gen_random_uuid(), ${organisationId}, ${asker.id}, 'accepted', ${from.id}, ${noon.toISOString()})`);
  await tx.execute(sql`insert into identities (id, person_id, issuer, subject)
    values (gen_random_uuid(), ${from.id}, 'https://login.example', ${from.id})`);
  await moveTo(tx, noon, from.id, to.id);
  const left = [];
  for (const name of mergedColumns) {
    const [table = "", column = ""] = name.split(".");
    const rows = await tx.execute(
      sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${from.id}`,
    );
    if (rows.length > 0) left.push(name);
  }
  expect(left).toEqual([]);
  const [request] = await tx.execute(
    sql`select decided_by from join_requests where organisation_id = ${organisationId} and person_id = ${asker.id}`,
  );
  expect(request).toEqual({ decided_by: to.id });
});
