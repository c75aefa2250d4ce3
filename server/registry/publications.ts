import { sql } from "drizzle-orm";
import { type Belonging, memberName, none, noReference, reassign, unchanged } from "./belonging";

const ofPublication = none("A column of publications.csv.");

/** Public pages of outputs. */
export const publicationTables: Record<string, Belonging> = {
  publications: {
    merge: reassign("publications", "published_by"),
    personExport: {
      publications: (id) => sql`select pr.acronym as project, p.title, p.slug, p.status, p.published_at, p.withdrawn_at,
          p.withdraw_reason
        from publications p join projects pr on pr.id = p.project_id where p.published_by = ${id}
        order by p.published_at`,
    },
    archive: {
      name: "publications.csv",
      codes: {
        status: "publications.status",
        language: "languages",
        languages: "languages",
        topics: "publications.topics",
        target_groups: "publications.targetGroups",
        isced_field: "publications.educationFields",
        licence: "practices.licences",
        objectives: "programme.objectives",
        impacts: "programme.impacts",
      },
      rows: (id) => sql`select x.number as output, p.title, p.slug, p.status, p.abstract, p.language,
          array_to_string(p.languages, '; ') as languages,
          (select string_agg(o.legal_name, '; ' order by po.position) from publication_organisations po
            join organisations o on o.id = po.organisation_id where po.publication_id = p.id) as organisations,
          (select string_agg(a.name, '; ' order by pp.position) from publication_people pp
            join people a on a.id = pp.person_id and a.closed_at is null
            where pp.publication_id = p.id and pp.consent = 'agreed') as authors,
          array_to_string(p.keywords, '; ') as keywords, array_to_string(p.topics, '; ') as topics,
          array_to_string(p.target_groups, '; ') as target_groups, p.eqf_level, p.isced_field, p.licence,
          array_to_string(p.objectives, '; ') as objectives, array_to_string(p.impacts, '; ') as impacts,
          (select string_agg(v.name || ' (' || v.number || ')', '; ' order by v.name, v.number)
            from publication_versions pv join file_versions v on v.id = pv.version_id
            where pv.publication_id = p.id) as versions,
          (select sum(d.count)::int from publication_versions pv join file_downloads d on d.version_id = pv.version_id
            where pv.publication_id = p.id) as downloads,
          ${memberName("by")} as published_by, p.published_at, p.withdrawn_at, p.withdraw_reason
        from publications p join outputs x on x.id = p.output_id join people by on by.id = p.published_by
        where p.project_id = ${id} order by x.number`,
    },
    erase: none("The page belongs to the project; the name of who published it is not on it."),
    moveOrganisation: noReference,
  },
  publication_versions: {
    merge: noReference,
    personExport: none("Versions are in uploads, with the person who uploaded them."),
    archive: ofPublication,
    erase: none("Refers to no person."),
    moveOrganisation: noReference,
  },
  publication_organisations: {
    merge: noReference,
    personExport: none("Names organisations, not people."),
    archive: ofPublication,
    erase: none("Refers to no person."),
    moveOrganisation: unchanged(
      "Only an organisation that has joined can be named as an author; the one that is replaced has not.",
      "organisation_id",
    ),
  },
  publication_people: {
    // When both accounts are named on one page, the answer of the account that remains is kept.
    merge: {
      columns: ["person_id"],
      statements: ({ from, to }) => [
        sql`update publication_people f set person_id = ${to} where f.person_id = ${from} and not exists (
          select 1 from publication_people o where o.person_id = ${to} and o.publication_id = f.publication_id)`,
        sql`delete from publication_people where person_id = ${from}`,
      ],
    },
    personExport: {
      namedAsAuthor: (id) => sql`select p.title, p.slug, pp.consent, pp.asked_at, pp.answered_at
        from publication_people pp join publications p on p.id = pp.publication_id where pp.person_id = ${id}
        order by pp.asked_at`,
    },
    archive: ofPublication,
    // The agreement ends with the account.
    erase: ({ personId }) => [sql`delete from publication_people where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
  file_downloads: {
    merge: noReference,
    personExport: none("Counts downloads by day, without anything about who downloaded."),
    archive: none("Their sum is a column of publications.csv."),
    erase: none("Refers to no person."),
    moveOrganisation: noReference,
  },
};
