import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { libraryKinds, type LibraryKind } from "@/domain/library";

/** What to index: one subject, or everything public of a project or an organisation whose names changed. */
type Scope = { kind: LibraryKind; id: string } | { projectId: string } | { organisationId: string } | "everything";

type Source = {
  /** Subjects of the scope, as ids, whether they are public or not. */
  subjects: (scope: Scope) => SQL;
  /** The rows of `library_items` of the subjects that are public. */
  rows: (scope: Scope) => SQL;
};

/** The columns that the rows below have, in this order. */
const columns = sql`kind, subject_id, project_id, slug, title, summary, body, language, languages, country, field,
  topics, target_groups, objectives, impacts, licence, tried_in, organisation, names, acronym, published_at`;

const practiceScope = (scope: Scope): SQL => {
  if (scope === "everything") return sql`true`;
  if ("id" in scope) return scope.kind === "practice" ? sql`p.id = ${scope.id}` : sql`false`;
  return "projectId" in scope
    ? sql`p.project_id = ${scope.projectId}`
    : sql`p.organisation_id = ${scope.organisationId}`;
};

/** A list of the description of a public edition. */
const listOf = (name: string) => sql`array(select jsonb_array_elements_text(e.content->${sql.raw(`'${name}'`)}))`;

const translatedInto = sql`array(select t.language from practice_translations t where t.practice_id = p.id)`;

/** The words of all translations, by which a practice is found in other languages. */
const translatedTexts = sql`(select string_agg(x.value, E'\n' order by t.language, x.key)
  from practice_translations t cross join jsonb_each_text(t.texts) x where t.practice_id = p.id)`;

const triedIn = sql`array(select distinct x.content->>'country' from replications x
  where x.practice_id = p.id and x.status = 'published' and x.content->>'country' is not null)`;

const practices: Source = {
  subjects: (scope) => sql`select p.id from practices p where ${practiceScope(scope)}`,
  rows: (
    scope,
  ) => sql`select 'practice', p.id, p.project_id, p.slug, e.content->>'title', e.content->>'need', concat_ws(E'\n\n', e.body, ${translatedTexts}), e.content->>'language',
      array(select distinct x from unnest((e.content->>'language') || ${listOf("languages")} || ${translatedInto}) x where x <> ''),
      coalesce(e.content->>'country', o.country), e.content->>'field', ${listOf("topics")}, ${listOf("targetGroups")}, ${listOf("objectives")}, ${listOf("impacts")},
      e.content->>'licence', ${triedIn}, o.legal_name, concat_ws(' ', o.legal_name, o.short_name, o.city, r.acronym, r.title), r.acronym, p.published_at
    from practices p join practice_editions e on e.practice_id = p.id and e.number = p.edition
    join organisations o on o.id = p.organisation_id join projects r on r.id = p.project_id
    where ${practiceScope(scope)}`,
};

const outputScope = (scope: Scope): SQL => {
  if (scope === "everything") return sql`true`;
  if ("id" in scope) return scope.kind === "output" ? sql`u.output_id = ${scope.id}` : sql`false`;
  if ("projectId" in scope) return sql`u.project_id = ${scope.projectId}`;
  return sql`u.id in (select publication_id from publication_organisations where organisation_id = ${scope.organisationId})`;
};

/** An output is from the country of the first organisation that its public page names, and is found by all of them. */
const outputs: Source = {
  subjects: (scope) => sql`select u.output_id from publications u where ${outputScope(scope)}`,
  rows: (scope) => sql`select 'output', u.output_id, u.project_id, u.slug, u.title, u.abstract, '', u.language,
      array(select distinct x from unnest(u.language || u.languages) x where x <> ''), authors.countries[1], r.field,
      u.topics, u.target_groups, u.objectives, u.impacts, u.licence, '{}'::text[], authors.legal_names[1],
      concat_ws(' ', authors.names, array_to_string(u.keywords, ' '), r.acronym, r.title), r.acronym, u.published_at
    from publications u join projects r on r.id = u.project_id
    cross join lateral (
      select array_agg(o.country order by a.position) as countries, array_agg(o.legal_name order by a.position) as legal_names,
        string_agg(concat_ws(' ', o.legal_name, o.short_name, o.city), ' ' order by a.position) as names
      from publication_organisations a join organisations o on o.id = a.organisation_id
      where a.publication_id = u.id having count(*) > 0) authors
    where u.status = 'published' and ${outputScope(scope)}`,
};

const sources: Record<LibraryKind, Source> = { output: outputs, practice: practices };

/** Words that a misspelt word may stand for. */
const wordLength = { least: 4, most: 40 };

/** Removes the rows of a scope, and the words that no other item has. */
const removal = (kind: LibraryKind, subjects: SQL) => sql`with removed as (
    delete from library_items where kind = ${kind} and subject_id in (${subjects}) returning kind, subject_id, words),
  candidates as (select distinct word from removed, unnest(tsvector_to_array(removed.words)) word)
  delete from library_words w using candidates c where w.word = c.word and not exists (
    select from library_items i where i.words @@ ('''' || c.word || '''')::tsquery
      and (i.kind, i.subject_id) not in (select r.kind, r.subject_id from removed r))`;

/** Inserts the public rows of a scope with their words. */
const insertion = (rows: SQL) => sql`with added as (
    insert into library_items (${columns}) ${rows} returning words)
  insert into library_words (word)
  select distinct word from added, unnest(tsvector_to_array(added.words)) word
  where length(word) between ${wordLength.least} and ${wordLength.most} and position('=' in word) = 0
  on conflict do nothing`;

async function index(tx: Db, scope: Scope): Promise<void> {
  // Taken after the subjects were changed and kept until the commit: of two transactions that change one item, such as a
  // withdrawal and a new name of its organisation, the later one reads what the earlier one wrote.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('library', 0))`);
  for (const kind of libraryKinds) {
    if (typeof scope === "object" && "kind" in scope && scope.kind !== kind) continue;
    const source = sources[kind];
    await tx.execute(removal(kind, source.subjects(scope)));
    await tx.execute(insertion(source.rows(scope)));
  }
}

/**
 * Writes the row of an output or a practice in the library's search index, or deletes it when the subject is not public.
 * Call it last in the transaction of every act that publishes, changes or withdraws it.
 */
export const indexInLibrary = (tx: Db, subject: { kind: LibraryKind; id: string }): Promise<void> => index(tx, subject);

/** Writes the rows of everything that is public of a project, after its title or acronym changed. */
export const indexProject = (tx: Db, projectId: string): Promise<void> => index(tx, { projectId });

/** Writes the rows of everything that is public of an organisation, after its name, town or country changed. */
export const indexOrganisation = (tx: Db, organisationId: string): Promise<void> => index(tx, { organisationId });

/** Makes the whole index anew; answers the number of items. */
export const rebuildLibrary = (db: Db): Promise<number> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('library', 0))`);
    await tx.execute(sql`delete from library_items`);
    await tx.execute(sql`delete from library_words`);
    await index(tx, "everything");
    const [row] = await tx.execute<{ items: number }>(sql`select count(*)::int as items from library_items`);
    return row?.items ?? 0;
  });
