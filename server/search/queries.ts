import { type SQL, sql } from "drizzle-orm";
import { searchable, spelling } from "@/db/search-index";
import { excerptOf, type Part, searchWords } from "@/domain/library-query";
import { decodeCursor, encodeCursor, pageSize } from "@/domain/page";
import type { SearchMine } from "@/domain/schemas/search";
import { searchKinds, type SearchKind } from "@/domain/search";
import { readableComment, readerOf } from "@/server/comments/queries/readable-comment";
import type { MemberContext } from "@/server/context";
import { isMine, shownFile } from "@/server/outputs/queries/evaluator-scope";

type Row = {
  place: number;
  id: string;
  at: number;
  title: string;
  text: string;
  slug: string;
  acronym: string;
  outputId: string | null;
  submissionId: string | null;
  practiceId: string | null;
  taskId: string | null;
  terms: string[];
};

/** Characters of a text in which hits are looked for. */
const markedCharacters = 4_000;
const text = {
  output: sql`outputs.title || ' ' || outputs.description`,
  file: sql`output_files.name`,
  practice: sql`practices.title || ' ' || practices.body`,
  person: sql`people.name`,
  organisation: sql`organisations.legal_name || ' ' || organisations.short_name || ' ' || coalesce(organisations.city, '')`,
  comment: sql`comments.text`,
} satisfies Record<SearchKind, SQL>;

/**
 * One branch per kind, each with its own rule of who can read what: evaluators find the outputs, files and comments of
 * submissions they were asked to review, and the people of their own participation.
 */
function branches(ctx: MemberContext): Record<SearchKind, SQL> {
  const reader = readerOf(ctx.actor);
  const inside = (projectId: SQL) => sql`${projectId} = any(${reader.inside}::uuid[])`;
  const ownParticipation = sql`(pa.project_id, pa.organisation_id) in (
    select * from unnest(${reader.pairProjects}::uuid[], ${reader.pairOrganisations}::uuid[]))`;
  const asked = sql`exists (select from submissions s join reviews a on a.submission_id = s.id
    where s.output_id = outputs.id and a.reviewer_id = ${reader.reader}::uuid)`;
  const none = sql`null::uuid`;
  return {
    output: sql`select outputs.id, outputs.created_at as at, outputs.title, outputs.description as text, outputs.project_id,
        outputs.id as output_id, ${none} as submission_id, ${none} as practice_id, ${none} as task_id from outputs
      where ${isMine(sql`outputs.project_id`, ctx.actor)} and (${inside(sql`outputs.project_id`)} or ${asked})`,
    file: sql`select output_files.id, output_files.created_at, output_files.name, '', output_files.project_id,
        output_files.output_id, ${none}, ${none}, ${none} from output_files
      where ${isMine(sql`output_files.project_id`, ctx.actor)} and ${shownFile(ctx.actor)}`,
    practice: sql`select practices.id, practices.created_at, practices.title,
        practices.body, practices.project_id,
        ${none}, ${none}, practices.id, ${none} from practices where ${inside(sql`practices.project_id`)}`,
    person: sql`select people.id, people.created_at, people.name, o.short_name, pa.project_id, ${none}, ${none}, ${none}, ${none}
      from people
      join lateral (select pa.project_id, pa.organisation_id from participation_people pp
        join participations pa on pa.id = pp.participation_id
        where pp.person_id = people.id and pp.ended_at is null and (${inside(sql`pp.project_id`)} or ${ownParticipation})
        order by pp.created_at desc, pp.id limit 1) pa on true
      join organisations o on o.id = pa.organisation_id where people.closed_at is null`,
    organisation: sql`select organisations.id, organisations.created_at, organisations.legal_name,
        coalesce(organisations.city, ''), pa.project_id, ${none}, ${none}, ${none}, ${none} from organisations
      join lateral (select pa.project_id from participations pa where pa.organisation_id = organisations.id
        and (${inside(sql`pa.project_id`)} or ${ownParticipation}) order by pa.created_at desc, pa.id limit 1) pa on true
      where true`,
    comment: sql`select comments.id, comments.created_at, '', comments.text, comments.project_id,
        case comments.subject_type when 'output' then comments.subject_id
          when 'file' then (select f.output_id from output_files f where f.id = comments.subject_id)
          when 'submission' then (select s.output_id from submissions s where s.id = comments.subject_id) end,
        case when comments.subject_type = 'submission' then comments.subject_id end,
        case when comments.subject_type = 'practice' then comments.subject_id end,
        case when comments.subject_type = 'task' then comments.subject_id end from comments
      where comments.removed_at is null and ${readableComment(reader)}`,
  };
}

/** Values without quotes, as an array in PostgreSQL's notation. */
const textArray = (values: readonly string[]) => sql`${`{${values.map((value) => `"${value}"`).join(",")}}`}::text[]`;

/** The words that are not common, or all of them when all are common, each with what is looked up for it. */
const lookups = (words: readonly string[]) => sql`with looked as materialized (
    select * from public.search_terms(${textArray(words)})),
  terms as materialized (select looked.* from looked where not common or not exists (select from looked o where not o.common))`;

/** How a text is searched: the condition of a hit, what has to be known for it, and the words that are marked. */
type Asked = { beginning: SQL; matches: (text: SQL) => SQL; terms: SQL };

const exactly = (words: readonly string[]): Asked => ({
  beginning: sql`${lookups(words)},
  asked as materialized (select string_agg('(' || query::text || ')', ' & ')::tsquery as query from terms)`,
  matches: (texts) => sql`${searchable(texts)} @@ (select query from asked)`,
  terms: sql`array(select unnest(terms) from terms)`,
});

/** Two words of a page with so much in common, from 0 to 1, are marked as the same. */
const likeness = sql.raw("0.45");
/** Too little of a shorter word is left when it is misspelt. */
const shortestMisspelt = 4;

/** `meant`: what the word may be a misspelling of. */
type Lookup = { word: string; query: string; meant: string[] };

/** Words that begin with one of some beginnings. */
const beginnings = (words: readonly string[]) => words.map((word) => `'${word}':*`);

/**
 * Every word as it is, or one that is spelt like it. What is looked up is in a subquery, because the planner takes the many
 * beginnings of a constant for most of a table, and reads all of it.
 */
const similarly = (lookedUp: readonly Lookup[]): Asked => ({
  beginning: sql`with asked as materialized (select latin_letters(word) as word, query::tsquery as query, place
    from unnest(${textArray(lookedUp.map(({ word }) => word))},
      ${textArray(lookedUp.map(({ query, meant }) => [query, ...beginnings(meant)].join(" | ")))}) with ordinality as looked (word, query, place)),
  meant as materialized (select unnest(${textArray(lookedUp.flatMap(({ meant }) => meant))}) as word)`,
  matches: (texts) =>
    sql.join(
      lookedUp.map(({ word }, index) => {
        const known = sql`${searchable(texts)} @@ (select query from asked where place = ${sql.raw(String(index + 1))})`;
        return word.length < shortestMisspelt ? known : sql`(${known} or ${spelling(texts)} %> latin_letters(${word}))`;
      }),
      sql` and `,
    ),
  terms: sql`(with near as materialized (select distinct word from page,
      unnest(string_to_array(public.search_form(title || ' ' || left(text, ${sql.raw(String(markedCharacters))})), ' ')) word)
    select array(select distinct near.word from near, asked where similarity(latin_letters(near.word), asked.word) >= ${likeness}
      union select meant.word from near, generate_series(1, 13) letters, meant where meant.word = left(near.word, letters)))`,
});

function statement(ctx: MemberContext, asked: Asked, cursor: (string | number)[] | null): SQL {
  const own = branches(ctx);
  const lists = searchKinds.map(
    (kind, place) =>
      sql`(select ${sql.raw(String(place))} as place, hit.* from (${own[kind]} and ${asked.matches(text[kind])}) hit)`,
  );
  const after = cursor
    ? sql`where place > ${cursor[1]}::int or place = ${cursor[1]}::int and (at, id) < (${new Date(Number(cursor[2])).toISOString()}::timestamptz, ${cursor[3]}::uuid)`
    : sql``;
  return sql`${asked.beginning},
  hits as (${sql.join(lists, sql` union all `)}),
  page as materialized (select * from hits ${after} order by place, at desc, id desc limit ${sql.raw(String(pageSize + 1))})
  select p.place, p.id, (extract(epoch from p.at) * 1000)::float8 as at, p.title, left(p.text, ${sql.raw(String(markedCharacters))}) as text,
    r.slug, r.acronym, p.output_id as "outputId", p.submission_id as "submissionId", p.practice_id as "practiceId",
    p.task_id as "taskId", ${asked.terms} as terms
  from page p join projects r on r.id = p.project_id order by p.place, p.at desc, p.id desc`;
}

/** What has words spelt like those of the search; nothing when all of them are too short to be misspelt. */
async function findSimilar(
  ctx: MemberContext,
  words: readonly string[],
  cursor: (string | number)[] | null,
): Promise<Row[]> {
  const lookedUp = [
    ...(await ctx.db.execute<Lookup>(
      sql`${lookups(words)} select word, query::text as query, public.misspellings(word) as meant from terms`,
    )),
  ];
  if (lookedUp.every(({ word }) => word.length < shortestMisspelt)) return [];
  return [...(await ctx.db.execute<Row>(statement(ctx, similarly(lookedUp), cursor)))];
}

/** Something that was found in a project of the reader. */
export type Hit = {
  kind: SearchKind;
  id: string;
  /** Empty for a comment. */
  title: string;
  excerpt: Part[];
  project: { slug: string; acronym: string };
  outputId: string | null;
  submissionId: string | null;
  practiceId: string | null;
  taskId: string | null;
};

/**
 * A page of what the actor can read in their projects: outputs, files by name, practices, people, organisations and
 * comments, in this order and the newest first. When nothing has the words, what has similar words. A text without a
 * letter or digit finds nothing.
 */
export async function searchMine(
  ctx: MemberContext,
  input: SearchMine,
): Promise<{ items: Hit[]; isSimilar: boolean; nextCursor: string | null }> {
  const words = searchWords(input.text);
  if (words.length === 0) return { items: [], isSimilar: false, nextCursor: null };
  const cursor = decodeCursor(input.cursor, ["number", "number", "moment", "uuid"]);
  // A later page is of the same search as the first one, also when something was added since.
  const exact = cursor?.[0] === 1 ? [] : [...(await ctx.db.execute<Row>(statement(ctx, exactly(words), cursor)))];
  const isSimilar = cursor ? cursor[0] === 1 : exact.length === 0;
  const rows = isSimilar ? await findSimilar(ctx, words, cursor) : exact;
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: shown.map(
      ({ place, id, title, text: body, slug, acronym, outputId, submissionId, practiceId, taskId, terms }) => ({
        kind: searchKinds[place] ?? "comment",
        ...{ id, title, outputId, submissionId, practiceId, taskId },
        excerpt: excerptOf([body], terms, "en"),
        project: { slug, acronym },
      }),
    ),
    isSimilar: isSimilar && rows.length > 0,
    nextCursor: rows.length > pageSize && last ? encodeCursor([isSimilar ? 1 : 0, last.place, last.at, last.id]) : null,
  };
}
