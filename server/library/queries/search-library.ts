import { type SQL, sql } from "drizzle-orm";
import { libraryFacets, type LibraryFacet, type LibraryKind } from "@/domain/library";
import { excerptOf, fewHits, mostHits, searchWords } from "@/domain/library-query";
import { decodeCursor, encodeCursor, pageSize } from "@/domain/page";
import type { SearchLibrary } from "@/domain/schemas/library";
import type { Context } from "@/server/context";
import type { LibraryPage } from "../output";

type ItemRow = {
  kind: LibraryKind;
  slug: string;
  title: string;
  summary: string;
  body: string;
  language: string;
  languages: string[];
  country: string;
  field: string;
  licence: string;
  organisation: string;
  acronym: string;
  publishedAt: number;
  subjectId: string;
  rank: number;
};

type Row = {
  items: ItemRow[];
  counts: { facet: string; count: number }[];
  total: number;
  terms: string[];
  isSimilar: boolean;
};

/** Characters of a text in which hits are looked for; marking them takes time for each word. */
const markedCharacters = 6_000;
/** The limits of one statement are part of its text, so that PostgreSQL plans for them. */
const rows = (count: number) => sql.raw(String(count));
/** How much two words have in common at least, from 0 to 1, so that one may be a misspelling of the other. */
const likeness = sql.raw("0.45");

const chosenFacets = (input: SearchLibrary): string[] =>
  libraryFacets.flatMap((facet) => (input[facet] === undefined ? [] : [`${facet}:${input[facet]}`]));

/** Values without quotes, as an array in PostgreSQL's notation. */
const textArray = (values: readonly string[]) => sql`${`{${values.map((value) => `"${value}"`).join(",")}}`}::text[]`;

/** What is looked up: the words that are not common, or all of them when all are common. */
const lookups = (
  words: readonly string[],
) => sql`looked as materialized (select * from public.search_terms(${textArray(words)})),
  terms as materialized (select word, terms, common and exists (select from looked other where not other.common) as optional,
      case when common then ('''' || word || '''')::tsquery else query end as query
    from looked),
  asked as materialized (select string_agg('(' || query::text || ')', ' & ')::tsquery as all_words, string_agg(query::text, ' | ')::tsquery as any_word
    from terms where not optional)`;

/**
 * Replaces the words that no item has by similar words of the library, when the search finds little: by those that begin
 * with the word but for one letter or two swapped ones, then by those with most trigrams of it. No row when every word is
 * known, or when one of them has no similar word.
 */
const similarWords = sql`unmatched as materialized (select word from terms where not optional and length(word) > 3
    and (select count(*) from found) < ${rows(fewHits)}
    and not exists (select from library_items i where i.words @@ terms.query)),
  replaced as materialized (
    select string_agg('(' || coalesce(s.query, t.query::text) || ')', ' & ')::tsquery as all_words,
      string_agg(coalesce(s.query, t.query::text), ' | ')::tsquery as any_word, array_agg(s.others) as others
    from terms t left join lateral (
      select string_agg('''' || near.word || '''', ' | ') as query, string_agg(near.word, ' ') as others
      from (select word from (
          select w.word, true as close from unnest(public.misspellings(t.word)) meant
            join library_words w on w.word ~>=~ meant and w.word ~<~ (meant || chr(1114111))
          union all select w.word, false from library_words w
            where latin_letters(w.word) % latin_letters(t.word) and similarity(latin_letters(w.word), latin_letters(t.word)) >= ${likeness}
        ) alike group by word
        order by bool_or(close) desc, similarity(latin_letters(word), latin_letters(t.word)) desc, word limit 4) near
      where t.word in (select word from unmatched)) s on true
    where not t.optional having count(s.query) > 0 and count(s.query) = (select count(*) from unmatched))`;

/** The columns of a hit: what it is sorted and counted by. */
const hitOf = (rank: SQL) =>
  sql`select i.kind, i.subject_id, i.published_at, i.facets, ${rank} as rank from library_items i`;

const rankBy = (query: SQL) => sql`(ts_rank(i.weighted, ${query}) * 1000000)::int`;

/** Only what was published in this time. */
type Time = { after: Date; until: Date };

function statement(input: SearchLibrary, words: readonly string[], time: Time | undefined): SQL {
  const chosen = chosenFacets(input);
  const filtered = chosen.length > 0 ? sql`i.facets @> ${textArray(chosen)}` : sql`true`;
  const onlyKind = chosen.length === 1 && input.kind !== undefined;
  const facets = onlyKind ? sql`i.kind = ${input.kind}` : filtered;
  const filter = time
    ? sql`${facets} and i.published_at > ${time.after.toISOString()}::timestamptz
        and i.published_at <= ${time.until.toISOString()}::timestamptz`
    : facets;
  const ranked = words.length > 0 && input.sort !== "newest";
  const cursor = decodeCursor(input.cursor, ["number", "moment", "uuid"]);
  const at = cursor ? sql`to_timestamp(${Number(cursor[1])}::double precision / 1000)` : sql``;
  const after = !cursor
    ? sql`true`
    : ranked
      ? sql`(rank, published_at, subject_id) < (${cursor[0]}::int, ${at}, ${cursor[2]}::uuid)`
      : sql`(published_at, subject_id) < (${at}, ${cursor[2]}::uuid)`;
  const byTime = sql`published_at desc, subject_id desc`;
  const rank = (query: SQL) => (ranked ? rankBy(query) : sql`0`);
  const limit = rows(mostHits + 1);
  const size = rows(pageSize + 1);
  const matching =
    words.length > 0
      ? sql`${lookups(words)},
  found as materialized (${hitOf(rank(sql`(select any_word from asked)`))}
    where i.words @@ (select all_words from asked) and ${filter} limit ${limit}),
  ${similarWords},
  nearby as materialized (${hitOf(rank(sql`(select any_word from replaced)`))}
    where (select all_words from replaced) is not null and i.words @@ (select all_words from replaced) and ${filter} limit ${limit}),
  hits as materialized (select * from found where not exists (select from nearby) union all select * from nearby)`
      : sql`hits as materialized (${hitOf(sql`0`)} where ${filter} order by i.published_at desc, i.subject_id desc limit ${limit})`;
  // The newest of more hits than are counted are read from the index, because those that are counted are any of them.
  const everyHit = sql`(select count(*) from hits) > ${rows(mostHits)}`;
  const page =
    words.length > 0 && !ranked
      ? sql`(select kind, subject_id, published_at, rank from hits where not ${everyHit} and ${after} order by ${byTime} limit ${size})
    union all (select i.kind, i.subject_id, i.published_at, 0 from library_items i
      where ${everyHit} and i.words @@ (select all_words from asked) and ${filter} and ${after} order by ${byTime} limit ${size})`
      : sql`select kind, subject_id, published_at, rank from hits where ${after} order by rank desc, ${byTime} limit ${size}`;
  const terms =
    words.length > 0
      ? sql`(select array(select unnest(terms) from terms where not optional)
        || array(select unnest(string_to_array(o, ' ')) from replaced, unnest(others) o))`
      : sql`'{}'::text[]`;
  return sql`with ${matching},
  page as materialized (${page})
  select (select count(*)::int from hits) as total, ${terms} as terms,
    ${words.length > 0 ? sql`exists (select from nearby)` : sql`false`} as "isSimilar",
    (select coalesce(jsonb_agg(jsonb_build_object('facet', facet, 'count', n) order by n desc, facet), '[]')
      from (select facet, count(*) as n from hits, unnest(facets) facet group by facet) counted) as counts,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'slug', i.slug, 'title', i.title,
        'summary', left(i.summary, ${rows(markedCharacters)}), 'body', left(i.body, ${words.length > 0 ? rows(markedCharacters) : rows(0)}),
        'language', i.language, 'languages', i.languages, 'country', i.country, 'field', i.field, 'licence', i.licence,
        'organisation', i.organisation, 'acronym', i.acronym, 'publishedAt', (extract(epoch from i.published_at) * 1000)::bigint,
        'subjectId', i.subject_id, 'rank', p.rank) order by p.rank desc, p.published_at desc, p.subject_id desc), '[]')
      from page p join library_items i on i.kind = p.kind and i.subject_id = p.subject_id) as items`;
}

const isFacet = (name: string): name is LibraryFacet => libraryFacets.some((facet) => facet === name);

function facetsOf(counts: Row["counts"]): LibraryPage["facets"] {
  const facets: LibraryPage["facets"] = {
    kind: [],
    country: [],
    field: [],
    topic: [],
    targetGroup: [],
    objective: [],
    impact: [],
    language: [],
    licence: [],
    triedIn: [],
  };
  for (const { facet, count } of counts) {
    const [name = "", value = ""] = facet.split(":");
    if (isFacet(name)) facets[name].push({ value, count });
  }
  return facets;
}

const nothing: LibraryPage = {
  items: [],
  facets: facetsOf([]),
  total: 0,
  totalIsExact: true,
  isSimilar: false,
  nextCursor: null,
};

/**
 * A page of what is public, with the values that can be filtered by. At most 10,000 hits are ranked and counted. A text
 * without a letter or digit finds nothing.
 */
export async function searchLibrary(ctx: Pick<Context, "db">, input: SearchLibrary, time?: Time): Promise<LibraryPage> {
  const words = searchWords(input.text ?? "");
  if (input.text && words.length === 0) return nothing;
  const [row] = await ctx.db.execute<Row>(statement(input, words, time));
  if (!row) return nothing;
  const shown = row.items.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: shown.map(({ summary, body, rank: _, subjectId: __, publishedAt, ...item }) => ({
      ...item,
      excerpt: excerptOf([summary, body], row.terms, item.language),
      publishedAt: new Date(publishedAt),
    })),
    facets: facetsOf(row.counts),
    total: Math.min(row.total, mostHits),
    totalIsExact: row.total <= mostHits,
    isSimilar: row.isSimilar,
    nextCursor:
      row.items.length > pageSize && last ? encodeCursor([last.rank, last.publishedAt, last.subjectId]) : null,
  };
}
