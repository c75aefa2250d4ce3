import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { mostFollows, readSearch } from "@/domain/follows";
import { searchLibrary } from "@/server/library/queries/search-library";

/** The time that an e-mail tells of; `since` is null in the first one of a person. */
const followedProps = z.object({ since: z.coerce.date().nullable(), until: z.coerce.date() });

/** New results of a search that one e-mail names. */
const mostNamed = 5;

/** What is new of something that a person follows. */
export type FollowedNews = { path: string; name: string } & (
  | { kind: "practice"; reports: number; isChanged: boolean; languages: string[] }
  | { kind: "search"; items: { title: string; organisation: string; country: string }[]; count: number }
);

type Row = {
  search: string | null;
  name: string;
  since: string;
  slug: string | null;
  title: string | null;
  reports: number;
  isChanged: boolean;
  languages: string[];
};

/**
 * What became public since the last e-mail of what a person follows, when the e-mail is sent; null when there is nothing.
 * Something that fits several searches is told once.
 */
export async function readFollowed(db: Db, personId: string, props: unknown): Promise<{ news: FollowedNews[] } | null> {
  const { since, until } = followedProps.parse(props);
  const from = sql`greatest(f.created_at, ${since?.toISOString() ?? "-infinity"}::timestamptz)`;
  const inTime = (moment: string) =>
    sql`${sql.raw(moment)} > ${from} and ${sql.raw(moment)} <= ${until.toISOString()}::timestamptz`;
  const rows = await db.execute<Row>(sql`
    select f.search, f.name, ${from}::text as since, p.slug, e.content->>'title' as title,
      (select count(*)::int from replications r where r.practice_id = p.id and r.status = 'published'
        and ${inTime("r.published_at")}) as reports,
      coalesce(e.number > 1 and ${inTime("e.published_at")}, false) as "isChanged",
      array(select t.language from practice_translations t where t.practice_id = p.id and ${inTime("t.updated_at")}
        order by t.language) as languages
    from follows f left join practices p on p.id = f.practice_id
    left join practice_editions e on e.practice_id = p.id and e.number = p.edition
    where f.person_id = ${personId} and (f.search is not null or e.id is not null)
    order by f.id limit ${mostFollows}`);
  const news: FollowedNews[] = [];
  const told = new Set<string>();
  for (const { search, name, since: after, slug, title, ...change } of rows) {
    if (search === null) {
      if (change.reports === 0 && !change.isChanged && change.languages.length === 0) continue;
      news.push({ kind: "practice", path: `/practices/${slug ?? ""}`, name: title ?? "", ...change });
      continue;
    }
    const found = await searchLibrary(
      { db },
      { ...readSearch(search), sort: "newest" },
      { after: new Date(after), until },
    );
    const items = found.items.filter(({ kind, slug: of }) => !told.has(`${kind} ${of}`));
    for (const { kind, slug: of } of items) told.add(`${kind} ${of}`);
    if (items.length === 0) continue;
    news.push({
      kind: "search",
      path: `/library?${search}&sort=newest`,
      name,
      items: items.slice(0, mostNamed).map((item) => ({
        title: item.title,
        organisation: item.organisation,
        country: item.country,
      })),
      count: found.total - (found.items.length - items.length),
    });
  }
  return news.length === 0 ? null : { news };
}
