import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { languageName, regionName } from "@/domain/display-names";
import { countryCodes } from "@/domain/programme/countries";
import { fields, languages } from "@/domain/programme/vocabulary";
import { licences } from "@/domain/licences";
import { targetGroups, topics } from "@/domain/publications";

/** The official languages of the Union. */
const unionLanguages = languages.slice(0, 24);
const sentencesOfLanguage = 400;
const sentenceWords = 12;
/** Items of one statement. */
const batch = 5_000;

/** Pseudo-random numbers from 0 to 1, the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Words of the texts of the interface in a language, and of the names of countries and languages in it. */
function wordsOf(language: string): string[] {
  const folder = path.join(process.cwd(), "messages", language);
  const texts = existsSync(folder)
    ? readdirSync(folder).map((file) => readFileSync(path.join(folder, file), "utf8"))
    : [];
  const countries = countryCodes.map((code) => regionName(code, language));
  const all = [...texts, ...countries, ...languages.map((code) => languageName(code, language))].join(" ");
  return [...new Set(all.match(/\p{L}{3,}/gu) ?? [])];
}

/** Sentences in a language: the first words occur much more often than the last, as in real texts. */
function sentencesIn(language: string, place: number): string[] {
  const words = wordsOf(language);
  const random = numbers(place + 1);
  return Array.from({ length: sentencesOfLanguage }, () =>
    Array.from({ length: sentenceWords }, () => words[Math.floor(random() ** 3 * words.length)] ?? "").join(" "),
  );
}

/**
 * Fills the library's index, as the owner of its tables, with items in the 24 languages of the Union whose texts are made
 * of the words of Consorta's own texts, for one project. Every hundredth has a misspellable rare word in its title.
 */
export async function fillLibrary(db: Db, items: number): Promise<void> {
  const [project] = await db.execute<{ id: string }>(sql`select id from projects order by slug limit 1`);
  if (!project) throw new Error("The library's items belong to a project.");
  await db.execute(sql`create temp table sentences (language int, n int, text text)`);
  for (const [place, language] of unionLanguages.entries()) {
    await db.execute(sql`insert into sentences select ${place}::int, n - 1, text
      from jsonb_array_elements_text(${JSON.stringify(sentencesIn(language, place))}::jsonb) with ordinality as s (text, n)`);
  }
  await db.execute(sql`create unique index on sentences (language, n)`);
  await db.execute(sql`analyze sentences`);
  const list = (values: readonly string[]) => sql`${`{${values.join(",")}}`}::text[]`;
  const pick = (values: readonly string[], number: ReturnType<typeof sql>) =>
    sql`(${list(values)})[1 + (${number}) % ${sql.raw(String(values.length))}]`;
  for (let first = 1; first <= items; first += batch) {
    await db.execute(sql`insert into library_items (kind, subject_id, project_id, slug, title, summary, body, language, languages,
        country, field, topics, target_groups, licence, organisation, names, acronym, published_at)
      select case i % 3 when 0 then 'practice' else 'output' end, gen_random_uuid(), ${project.id}::uuid, 'item-' || i,
        left(said.texts[1], 60) || case when i % 100 = 0 then ' vocational garden' else '' end, said.texts[2] || ' ' || said.texts[3],
        array_to_string(said.texts[4:], '. '), ${pick(unionLanguages, sql`i`)}, array[${pick(unionLanguages, sql`i`)}],
        ${pick(countryCodes.slice(0, 33), sql`i * 7 / 5`)}, ${pick(fields, sql`i / 3`)}, array[${pick(topics, sql`i / 7`)}],
        array[${pick(targetGroups, sql`i / 11`)}], ${pick(licences, sql`i / 13`)}, 'Organisation ' || i % 900,
        'Organisation ' || i % 900, 'PROJ' || i % 300, now() - i * interval '7 minutes'
      from generate_series(${first}::int, ${Math.min(first + batch - 1, items)}::int) i
      cross join lateral (select array_agg(s.text) as texts from generate_series(1, 10) k
        join sentences s on s.language = i % 24 and s.n = (i::bigint * 7919 + k * 104729 * (1 + i % 13)) % ${sentencesOfLanguage}::int) said`);
  }
  await db.execute(sql`insert into library_words select distinct word from library_items,
    unnest(tsvector_to_array(words)) word where length(word) between 4 and 40 and position('=' in word) = 0
    on conflict do nothing`);
  await db.execute(sql`drop table sentences`);
  await db.execute(sql`vacuum analyze library_items, library_words`);
}
