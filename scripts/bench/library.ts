import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { people, projects } from "@/db/schema";
import { callAs } from "@/server/testing/caller";
import { findSimilar } from "@/server/library/queries/find-similar";
import { fillLibrary } from "@/server/testing/fill-library";
import { quantile } from "./measure";
import { withOwnDatabase } from "./own-database";
import { amount, ratio, remark } from "./report";

const items = 100_000;
const warmUp = 10;
const calls = 60;
/** Numbers of hits of the words that are searched: each is the most frequent word with at most so many. */
const sizes = [50, 500, 2_000, 5_000, 50_000];

/** The page as plain SQL: the hits ranked, the values of the filters counted, 25 rows read. */
const bare = (word: string) => sql`with hits as materialized (
    select kind, subject_id, published_at, facets, ts_rank(weighted, ${`${word}:*`}::tsquery) as rank from library_items
    where words @@ ${`${word}:*`}::tsquery limit 10001)
  select (select count(*) from hits),
    (select jsonb_agg(jsonb_build_array(facet, n)) from (
      select facet, count(*) as n from hits, unnest(facets) facet group by facet) counted),
    (select jsonb_agg(to_jsonb(i) - 'words' - 'weighted' - 'facets') from (
      select kind, subject_id from hits order by rank desc, published_at desc, subject_id desc limit 25) p
      join library_items i using (kind, subject_id))`;

/** The most frequent word of the titles that begins at most so many texts' words, as a search finds it. */
async function wordWith(db: Db, most: number): Promise<{ word: string; hits: number }> {
  const words = await db.execute<{ word: string }>(sql`select word from library_words
    where length(word) > 4 order by md5(word) limit 300`);
  let best = { word: "", hits: 0 };
  for (const { word } of words) {
    const [row] = await db.execute<{ hits: number }>(
      sql`select count(*)::int as hits from library_items where words @@ ${`${word}:*`}::tsquery`,
    );
    if (row && row.hits <= most && row.hits > best.hits) best = { word, hits: row.hits };
  }
  return best;
}

async function timeOf(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await ask();
  return performance.now() - began;
}

/** Both alternately, so that other load on the machine affects both: their 95th percentiles in milliseconds. */
async function p95(ours: () => Promise<unknown>, plain: () => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let call = -warmUp; call < calls; call += 1) {
    for (const [index, ask] of [ours, plain].entries()) {
      const time = await timeOf(ask);
      if (call >= 0) times[index]?.push(time);
    }
  }
  return [quantile(times[0], 0.95), quantile(times[1], 0.95)];
}

async function aProjectForItems(db: Db): Promise<void> {
  const [personId, projectId] = [uuid(), uuid()];
  await db.insert(people).values({ id: personId, name: "Librarian" });
  await db.insert(projects).values({
    id: projectId,
    slug: "library",
    publicSlug: "library",
    status: "running",
    callYear: 2026,
    actionCode: "KA220-SCH",
    field: "school",
    title: "Library",
    acronym: "LIB",
    createdBy: personId,
  });
}

/** Practices that are similar to each of `calls` others. */
async function similar(db: Db): Promise<void> {
  const practices = await db.execute<{ id: string }>(sql`select subject_id as id from library_items
    where kind = 'practice' order by md5(slug) limit ${calls}`);
  const times: number[] = [];
  for (const { id } of practices) times.push(await timeOf(() => findSimilar(db, id)));
  amount({ what: "similar practices, p95", value: quantile(times, 0.95), unit: "ms" }, { atMost: 50 });
}

/** The search of each number of hits against the bare SQL of the same page. */
async function search(db: Db): Promise<void> {
  for (const most of sizes) {
    const { word, hits } = await wordWith(db, most);
    const api = await callAs(null, db);
    const [ours, plain] = await p95(
      () => api.public.search({ text: word }),
      () => db.execute(bare(word)),
    );
    ratio({ what: `search with ${String(hits)} hits, p95`, ours, bare: plain, unit: "ms" }, { atMost: 2 });
    if (hits <= 5_000) {
      amount({ what: `search with ${String(hits)} hits and facets, p95`, value: ours, unit: "ms" }, { atMost: 150 });
    }
  }
}

/** A library of 100,000 items in 24 languages: its search, and practices that are similar to others. */
export async function library(): Promise<void> {
  await withOwnDatabase(
    async (owner) => {
      const began = performance.now();
      await aProjectForItems(owner);
      await fillLibrary(owner, items);
      remark(`${String(items)} items filled in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    },
    async (db) => {
      await search(db);
      await similar(db);
    },
  );
}
