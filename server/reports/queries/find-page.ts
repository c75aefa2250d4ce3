import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { Db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import type { ReportedKind } from "@/domain/reports";
import type { ReportedPage } from "@/domain/schemas/reports";
import { hasPage, hasPartnerPage } from "@/server/public/public-sql";

/** The pages of each kind that are public now, with the columns `id`, `slug` and `title`. */
const publicPages = {
  outputs: sql`(select p.id, p.slug, p.title from publications p where p.status = 'published')`,
  practices: sql`(select r.id, r.slug, e.content->>'title' as title from practices r
    join practice_editions e on e.practice_id = r.id and e.number = r.edition)`,
  partnerships: sql`(select pr.id, pr.public_slug as slug, pr.acronym || ': ' || pr.title as title from projects pr
    where ${hasPage})`,
  partners: sql`(select o.id, o.public_slug as slug, o.legal_name as title from organisations o where ${hasPartnerPage})`,
} as const satisfies Record<ReportedKind, SQL>;

type Page = { id: string; slug: string; title: string };

/** The page with this address that is public now. Errors: report.page_not_found. */
export async function getReportedPage(db: Db, { kind, slug }: ReportedPage): Promise<Page> {
  const [page] = await db.execute<Page>(
    sql`select p.id, p.slug, p.title from ${publicPages[kind]} p where p.slug = ${slug}`,
  );
  if (!page) throw new DomainError("report.page_not_found");
  return page;
}

/** The slug of the page with this id; null while it is not public. */
export const publicSlugOf = (kind: ReportedKind, subjectId: SQLWrapper) =>
  sql`(select p.slug from ${publicPages[kind]} p where p.id = ${subjectId})`;
