import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Practices that share a topic and are looked at; of these, the newest are compared word by word. */
const most = { looked: 2_000, compared: 100, shown: 5 };
const rows = (count: number) => sql.raw(String(count));

export type SimilarPractice = { slug: string; title: string; language: string; organisation: string; country: string };

/**
 * Public practices like a public one, the most similar first: the same topics, field, target groups and words. A practice
 * without topics is compared with those of its field.
 */
export async function findSimilar(db: Db, practiceId: string): Promise<SimilarPractice[]> {
  const shared = (name: string) =>
    sql.raw(`cardinality(array(select unnest(i.${name}) intersect select unnest(own.${name})))`);
  const found = await db.execute<SimilarPractice>(sql`
    with own as materialized (select topics, target_groups, field, tsvector_to_array(weighted) as words,
        case when topics = '{}' then array['field:' || field] else array(select 'topic:' || unnest(topics)) end as wanted
      from library_items where kind = 'practice' and subject_id = ${practiceId}),
    looked as materialized (select i.kind, i.subject_id, i.published_at from library_items i
      where i.kind = 'practice' and i.facets && (select wanted from own) limit ${rows(most.looked)}),
    compared as materialized (select kind, subject_id from looked where subject_id <> ${practiceId}
      order by published_at desc, subject_id desc limit ${rows(most.compared)})
    select i.slug, i.title, i.language, i.organisation, i.country
    from compared join library_items i using (kind, subject_id) cross join own
    order by 3 * ${shared("topics")} + ${shared("target_groups")} + case when i.field = own.field then 2 else 0 end
        + least(6, cardinality(array(select unnest(tsvector_to_array(i.weighted)) intersect select unnest(own.words)))) desc,
      i.published_at desc, i.subject_id desc limit ${rows(most.shown)}`);
  return [...found];
}
