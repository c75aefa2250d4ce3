import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import type { PublicationStatus } from "@/domain/publications";
import type { publicOutput, publicOutputAnswer } from "@/domain/schemas/public";
import type { Context } from "@/server/context";
import { jsonList, hasPage, partnerFields, partnersOf, practicesOf, subjectOf } from "./public-sql";

const mostLinks = 12;

/** Where the page of an output comes from: the tables, or what a coordinator is about to publish. */
export interface PageSource {
  /** One row with the columns of `publications`. */
  publication: SQL;
  /** Rows with `version_id`. */
  versions: SQL;
  /** Rows with `organisation_id` and `position`. */
  organisations: SQL;
  /** Rows with `person_id` and `position` of people who are named. */
  people: SQL;
}

/** The page of the publication with this slug, or that had it. */
const stored = (slug: string): PageSource => ({
  publication: sql`select * from publications where slug = ${slug} or id = ${subjectOf("output", slug)}`,
  versions: sql`select version_id from publication_versions where publication_id = p.id`,
  organisations: sql`select organisation_id, position from publication_organisations where publication_id = p.id`,
  people: sql`select person_id, position from publication_people where publication_id = p.id and consent = 'agreed'`,
});

const versionFields = sql`'id', v.id, 'name', v.name, 'number', v.number, 'language', f.language,
  'sizeBytes', v.size_bytes::float8, 'mediaType', v.media_type, 'sha256', v.sha256, 'url', v.url,
  'withdrawn', v.withdrawn_at is not null,
  'covered', exists (select from submission_versions sv
    where sv.submission_id = x.approved_submission_id and sv.sha256 = v.sha256),
  'downloads', (select coalesce(sum(d.count), 0)::int from file_downloads d where d.version_id = v.id)`;

/** Lists published columns explicitly, so that a new private column cannot leak. */
const pageOf = (source: PageSource) => sql`with p as (${source.publication})
  select p.status, p.slug, p.withdraw_reason as "reason", p.withdrawn_at as "withdrawnAt", x.type, p.title, p.abstract,
    p.language, p.languages, p.keywords, p.topics, p.target_groups as "targetGroups", p.eqf_level as "eqfLevel",
    p.isced_field as "iscedField", p.licence, p.objectives, p.impacts, p.published_at as "publishedAt", p.revision,
    (select json_build_object('versionId', v.id, 'text', p.cover_text, 'mediaType', v.media_type) from file_versions v
      where v.id = p.cover_version_id and v.withdrawn_at is null) as "cover",
    ${jsonList(
      partnerFields(hasPage),
      sql`po.position`,
      sql`(${source.organisations}) po join organisations o on o.id = po.organisation_id`,
    )} as "organisations",
    coalesce((select json_agg(pe.name order by pp.position) from (${source.people}) pp
      join people pe on pe.id = pp.person_id and pe.closed_at is null), '[]'::json) as "people",
    ${jsonList(
      versionFields,
      sql`f.name_key, f.id, v.number desc`,
      sql`(${source.versions}) pv join file_versions v on v.id = pv.version_id join output_files f on f.id = v.file_id`,
    )} as "versions",
    json_build_object('title', pr.title, 'acronym', pr.acronym, 'slug', case when ${hasPage} then pr.public_slug end,
      'callYear', pr.call_year, 'grantReference', pr.grant_reference) as "project",
    ${partnersOf(hasPage)} as "partners",
    ${jsonList(
      sql`'slug', u.slug, 'title', u.title, 'language', u.language, 'type', u.type`,
      sql`u.number`,
      sql`(select u.slug, u.title, u.language, ux.type, ux.number from publications u join outputs ux on ux.id = u.output_id
        where u.project_id = pr.id and u.status = 'published' and u.output_id <> x.id order by ux.number
        limit ${sql.raw(String(mostLinks))}) u`,
    )} as "others",
    ${practicesOf(sql`r.project_id = pr.id`, mostLinks)} as "practices"
  from p join outputs x on x.id = p.output_id join projects pr on pr.id = p.project_id`;

type Row = z.input<typeof publicOutput> & {
  status: PublicationStatus | null;
  reason: string | null;
  withdrawnAt: unknown;
};

/** The row of a page; its status is null in a preview. */
export async function readPage(db: Db, source: PageSource): Promise<Row | undefined> {
  const [row] = await db.execute<Row>(pageOf(source));
  return row;
}

type Answer = z.input<typeof publicOutputAnswer>;

/** A public output with its files; the reason when it was withdrawn. Errors: publication.not_found. */
export async function getPublicOutput(ctx: Context, { slug }: { slug: string }): Promise<Answer> {
  const row = await readPage(ctx.db, stored(slug));
  if (!row) throw new DomainError("publication.not_found");
  // A withdrawn page says so at its former addresses too.
  const { status, reason, withdrawnAt, ...page } = row;
  if (status === "withdrawn") return { state: "withdrawn", reason: reason ?? "", withdrawnAt };
  return page.slug === slug ? { state: "published", ...page } : { state: "moved", slug: page.slug };
}
