import { sql } from "drizzle-orm";
import type { z } from "zod";
import { type Translation, translated, type TranslationOrigin, translationState } from "@/domain/practice-translations";
import { DomainError } from "@/domain/errors";
import type { publicPracticeAnswer } from "@/domain/schemas/public";
import type { Context } from "@/server/context";
import { findSimilar } from "@/server/library/queries/find-similar";
import { publicReplication } from "@/server/replications/queries/list-public";
import { hasPage, partnerFields } from "./public-sql";

type PublicPracticeInput = { slug: string; languages: readonly string[] };

/** Reports that the page shows; the others are on further pages. */
const shownReplications = 30;

type Answer = z.input<typeof publicPracticeAnswer>;
type Page = Extract<Answer, { state: "published" }>;
type Published = Omit<Page, "state" | "similar" | "hasMoreReplications" | "shown" | "translations"> & {
  translations: (Translation & { language: string; origin: TranslationOrigin })[];
};
type Row = Omit<Published, "edition"> & { edition: number | null; reason: string | null; withdrawnAt: unknown };

/** The description in the first of these languages that it exists in, else as written, and what is out of date in it. */
function inLanguage({ content, translations }: Published, languages: readonly string[]) {
  const original = content.language;
  const wanted = languages.find((one) => one === original || translations.some(({ language }) => language === one));
  const chosen = translations.find(({ language }) => language === wanted && language !== original);
  const shown = chosen
    ? { language: chosen.language, origin: chosen.origin, ...translationState(content, chosen) }
    : { language: original, origin: "original" as const, outdated: [], missing: [] };
  return {
    content: chosen ? translated(content, chosen) : content,
    shown,
    translations: [original, ...translations.map((one) => one.language).filter((one) => one !== original)],
  };
}

/**
 * A published practice: its public edition, not the draft that may replace it. The reason when it was withdrawn. Errors:
 * practice.not_found.
 */
export async function getPublicPractice(ctx: Context, { slug, languages }: PublicPracticeInput): Promise<Answer> {
  // Lists published columns explicitly, so that a new private column cannot leak.
  const [row] = await ctx.db.execute<Row>(sql`
    select r.id, r.slug, r.edition, r.published_at as "publishedAt", e.content,
      r.withdraw_reason as reason, r.withdrawn_at as "withdrawnAt",
      json_build_object(${partnerFields(hasPage)}) as organisation,
      json_build_object('title', pr.title, 'acronym', pr.acronym, 'slug', case when ${hasPage} then pr.public_slug end,
        'callYear', pr.call_year, 'grantReference', pr.grant_reference) as project,
      (select json_build_object('slug', u.slug, 'title', u.title, 'language', u.language, 'type', x.type)
        from publications u join outputs x on x.id = u.output_id
        where u.output_id = r.output_id and u.status = 'published') as output,
      (select json_build_object('name', pe.name, 'address', a.address)
        from people pe join addresses a on a.person_id = pe.id and a.is_primary
        where pe.id = r.contact_id and pe.closed_at is null) as contact,
      coalesce((select json_agg(json_build_object('language', t.language, 'origin', t.origin, 'texts', t.texts,
          'sources', t.sources) order by t.language) from practice_translations t where t.practice_id = r.id), '[]')
        as translations,
      coalesce((select json_agg(json_build_object('by', t.by, 'value', t.value, 'result', t.result, 'count', t.n)
          order by t.n desc, t.value, t.result)
        from (select v.by, v.value, x.content->>'result' as result, count(*)::int as n
          from replications x cross join lateral (
            select 'country' as by, x.content->>'country' as value
            union all select 'field', x.content->>'field'
            union all select 'targetGroup', jsonb_array_elements_text(x.content->'targetGroups')) v
          where x.practice_id = r.id and x.status = 'published' and v.value is not null group by 1, 2, 3) t), '[]')
        as tried,
      coalesce((select json_agg(x.item order by x.id desc) from (select x.id, ${publicReplication} as item
          from replications x join organisations o on o.id = x.organisation_id
          where x.practice_id = r.id and x.status = 'published' order by x.id desc limit ${sql.raw(String(shownReplications))}) x),
        '[]') as replications
    from practices r join projects pr on pr.id = r.project_id join organisations o on o.id = r.organisation_id
    left join practice_editions e on e.practice_id = r.id and e.number = r.edition
    where r.slug = ${slug} and (r.edition is not null or r.withdrawn_at is not null)`);
  if (!row) throw new DomainError("practice.not_found");
  const { reason, withdrawnAt, edition, ...page } = row;
  if (edition === null) return { state: "withdrawn", reason: reason ?? "", withdrawnAt };
  const reports = page.tried.filter(({ by }) => by === "country").reduce((sum, { count }) => sum + count, 0);
  const hasMoreReplications = reports > page.replications.length;
  return {
    state: "published",
    ...page,
    edition,
    ...inLanguage({ ...page, edition }, languages),
    hasMoreReplications,
    similar: await findSimilar(ctx.db, page.id),
  };
}
