import { type SQL, sql } from "drizzle-orm";

/** Condition: something of the project `pr` is published, and its coordinator did not choose to have no page. */
export const hasPage = sql`(pr.public_page is not false and (
  exists (select from publications up where up.project_id = pr.id and up.status = 'published')
  or exists (select from practices ur where ur.project_id = pr.id and ur.edition is not null)))`;

/** Condition: the participation `pa` is that of a partner that is named in public, also after it ended. */
export const isPartner = sql`(pa.joined_at is not null and pa.kind <> 'evaluator')`;

/** Condition: a project with a public page names the organisation `o`, and its admin did not hide the page. */
export const hasPartnerPage = sql`(not o.public_page_hidden and exists (
  select from participations pa join projects pr on pr.id = pa.project_id
  where pa.organisation_id = o.id and ${isPartner} and ${hasPage}))`;

/** A list of JSON objects, empty when there are none. */
export const jsonList = (entry: SQL, order: SQL, from: SQL) =>
  sql`coalesce((select json_agg(json_build_object(${entry}) order by ${order}) from ${from}), '[]'::json)`;

/** Fields of the organisation `o`; it is linked where `linked` holds and its admin did not hide its page. */
export const partnerFields = (linked: SQL) => sql`'name', o.legal_name, 'shortName', o.short_name, 'country', o.country,
  'city', o.city, 'slug', case when ${linked} and not o.public_page_hidden then o.public_slug end`;

/** The partners of the project `pr`, coordinator first. */
export const partnersOf = (linked: SQL) =>
  jsonList(
    sql`${partnerFields(linked)}, 'kind', pa.kind`,
    sql`pa.kind <> 'coordinator', pa.hue`,
    sql`participations pa join organisations o on o.id = pa.organisation_id where pa.project_id = pr.id and ${isPartner}`,
  );

/** The published practices of the project `pr` or, with another condition, of an organisation; the newest first. */
export const practicesOf = (condition: SQL, most: number) =>
  jsonList(
    sql`'slug', r.slug, 'title', r.content->>'title', 'language', r.content->>'language', 'organisation', r.legal_name, 'country', r.country`,
    sql`r.published_at desc, r.id`,
    sql`(select r.id, r.slug, r.published_at, e.content, o.legal_name, o.country from practices r
      join practice_editions e on e.practice_id = r.id and e.number = r.edition join organisations o on o.id = r.organisation_id
      where ${condition} order by r.published_at desc, r.id limit ${sql.raw(String(most))}) r`,
  );

/** The subject of an address: by its current slug, or by a former one. */
export const subjectOf = (kind: "output" | "partnership" | "partner", slug: string) =>
  sql`(select fa.subject_id from former_addresses fa where fa.kind = ${sql.raw(`'${kind}'`)} and fa.slug = ${slug})`;
