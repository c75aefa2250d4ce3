import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { test } from "@/server/testing/db";
import { isNone } from "./belonging";
import { registry } from "./registry";

/** Columns with a foreign key to the table, and those that refer to it by name without one. */
async function columnsFor(tx: Db, table: string, suffix: string): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select c.conrelid::regclass::text || '.' || a.attname as name
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = ${table}::regclass
    union select table_name || '.' || column_name from information_schema.columns
      where table_schema = 'public' and column_name like ${`%${suffix}`}
    order by name`);
  return rows.map(({ name }) => name);
}

const known = (list: "merge" | "moveOrganisation") =>
  Object.entries(registry)
    .flatMap(([table, belonging]) => belonging[list].columns.map((column) => `${table}.${column}`))
    .sort();

describe("the registry", () => {
  test("has every table that refers to a person, an organisation or a project, also through other tables", async ({
    tx,
  }) => {
    const tables = await tx.execute<{ name: string }>(sql`with recursive found as (
        select oid from pg_class where oid in ('people'::regclass, 'organisations'::regclass, 'projects'::regclass)
        union select c.conrelid from pg_constraint c join found on found.oid = c.confrelid where c.contype = 'f'
      ) select oid::regclass::text as name from found
      union select table_name from information_schema.columns where table_schema = 'public'
        and (column_name like '%person_id' or column_name like '%organisation_id' or column_name like '%project_id')`);
    const names = tables.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !(name in registry))).toEqual([]);
    // Refers to people by their address only.
    expect(Object.keys(registry).filter((name) => !names.includes(name))).toEqual(["mail_stops"]);
  });

  test("says for every column that refers to a person how a merge of accounts changes it", async ({ tx }) => {
    expect(known("merge")).toEqual(await columnsFor(tx, "people", "person_id"));
  });

  test("says for every column that refers to an organisation how a takeover changes it", async ({ tx }) => {
    expect(known("moveOrganisation")).toEqual(await columnsFor(tx, "organisations", "organisation_id"));
  });

  test("gives every section of the data export and every file of the archive a unique name", () => {
    const belongings = Object.values(registry);
    const sections = belongings.flatMap(({ personExport: one }) => (isNone(one) ? [] : Object.keys(one)));
    const files = belongings.flatMap(({ archive }) => ("name" in archive ? [archive.name] : []));
    expect(sections.length).toBeGreaterThan(20);
    expect(new Set(sections).size).toBe(sections.length);
    expect(files.length).toBeGreaterThan(10);
    expect(new Set(files).size).toBe(files.length);
  });

  test("has queries that PostgreSQL accepts, and a sentence for every reason", async ({ tx }) => {
    const id = "00000000-0000-0000-0000-000000000000";
    for (const [table, one] of Object.entries(registry)) {
      const sections = isNone(one.personExport) ? [] : Object.entries(one.personExport);
      for (const [name, rows] of sections) expect([...(await tx.execute(rows(id)))], `${table} ${name}`).toEqual([]);
      if ("rows" in one.archive) expect([...(await tx.execute(one.archive.rows(id)))], table).toEqual([]);
      const parts = [one.merge, one.personExport, one.archive, one.erase, one.moveOrganisation];
      for (const { none } of parts.filter(isNone)) expect(none, table).toMatch(/^[A-Z].{10,}\.$/);
    }
  });
});
