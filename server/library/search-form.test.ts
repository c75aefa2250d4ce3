import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { searchForm } from "@/domain/search-form";
import { test } from "@/server/testing/db";

/** The form of each text as the database makes it. */
async function formsOf(tx: Db, texts: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ form: string }>(sql`select public.search_form(value) as form
    from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) with ordinality as given (value, n) order by n`);
  return rows.map(({ form }) => form);
}

/** Letters of Unicode 17, which Node may know and PostgreSQL does not, or the other way round. */
const newest = /[\u{a7ce}-\u{a7d4}\u{a7f1}\u{16ea0}-\u{16ed3}]/gu;

// PostgreSQL stores neither of the first two.
const storable = (text: string) =>
  text
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "")
    .replace(newest, "");

test("the database and the server make the same form of any text", async ({ tx }) => {
  const letters = fc.integer({ min: 0x20, max: 0x24ff }).map((code) => String.fromCodePoint(code));
  const texts = fc.sample(fc.string({ unit: fc.oneof(letters, fc.string({ unit: "binary", maxLength: 1 })) }), 5_000);
  const given = texts.map(storable);
  expect(await formsOf(tx, given)).toEqual(given.map(searchForm));
});

test("the database and the server make the same form of every letter", async ({ tx }) => {
  const characters = Array.from({ length: 0x1ffff }, (_, index) => index + 1)
    .filter((code) => !(code >= 0xd800 && code < 0xe000) && String.fromCodePoint(code).search(newest) < 0)
    .map((code) => `a${String.fromCodePoint(code)}b`);
  expect(characters.length).toBeGreaterThan(80_000);
  const forms = await formsOf(tx, characters);
  const wrong = characters.filter((text, index) => forms[index] !== searchForm(text));
  expect(wrong).toEqual([]);
});
