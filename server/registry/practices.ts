import { sql } from "drizzle-orm";
import { type Belonging, memberName, noActsYet, noReference, reassign, staysAsWork } from "./belonging";

/** Good practices. */
export const practiceTables: Record<string, Belonging> = {
  practices: {
    merge: reassign("practices", "author_id", "contact_id"),
    personExport: {
      practices: (id) => sql`select title, content, status, contact_id = ${id} as contact, published_at, created_at
        from practices where author_id = ${id} or contact_id = ${id} order by created_at`,
    },
    archive: {
      name: "practices.csv",
      codes: {
        status: "practices.status",
        field: "programme.fields",
        language: "languages",
        licence: "practices.licences",
      },
      rows: (id) => sql`select r.title, r.status, o.short_name as organisation, ${memberName("pe")} as author,
          x.number as output, r.content->>'field' as field, r.content->>'language' as language,
          r.content->>'licence' as licence, r.body as text, r.content::text as description, r.edition, r.published_at,
          r.return_reason, r.withdrawn_at, r.withdraw_reason
        from practices r join organisations o on o.id = r.organisation_id join people pe on pe.id = r.author_id
        left join outputs x on x.id = r.output_id where r.project_id = ${id} order by r.created_at`,
    },
    // The agreement to be the contact ends with the account; the text stays as work.
    erase: ({ personId }) => [sql`update practices set contact_id = null where contact_id = ${personId}`],
    moveOrganisation: noActsYet("organisation_id"),
  },
  practice_editions: {
    merge: reassign("practice_editions", "published_by"),
    personExport: {
      publishedPractices: (id) => sql`select r.title, e.number, e.published_at from practice_editions e
        join practices r on r.id = e.practice_id where e.published_by = ${id} order by e.published_at`,
    },
    archive: {
      name: "practice-editions.csv",
      rows: (id) => sql`select e.content->>'title' as title, e.number as edition, e.content::text as description,
          ${memberName("by")} as published_by, e.published_at
        from practice_editions e join practices r on r.id = e.practice_id join people by on by.id = e.published_by
        where r.project_id = ${id} order by r.created_at, e.number`,
    },
    erase: staysAsWork,
    moveOrganisation: noReference,
  },
  practice_translations: {
    merge: reassign("practice_translations", "translator_id"),
    personExport: {
      practiceTranslations: (id) => sql`select r.title, t.language, t.origin, t.texts, t.updated_at
        from practice_translations t join practices r on r.id = t.practice_id where t.translator_id = ${id}
        order by t.updated_at`,
    },
    archive: {
      name: "practice-translations.csv",
      codes: { language: "languages" },
      rows: (id) => sql`select r.title, t.language, t.origin, t.texts::text as texts, ${memberName("pe")} as translator,
          t.updated_at
        from practice_translations t join practices r on r.id = t.practice_id join people pe on pe.id = t.translator_id
        where r.project_id = ${id} order by r.created_at, t.language`,
    },
    erase: staysAsWork,
    moveOrganisation: noReference,
  },
};
