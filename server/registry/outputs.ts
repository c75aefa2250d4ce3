import { sql } from "drizzle-orm";
import {
  type Belonging,
  follow,
  memberName,
  noActsYet,
  none,
  noReference,
  reassign,
  staysAsWork,
  timestamp,
} from "./belonging";

const ofOrganisations = none("A part of the plan that names organisations, not people.");

/** The plan of a project, and the files of its outputs. */
export const outputTables: Record<string, Belonging> = {
  work_packages: {
    merge: noReference,
    personExport: ofOrganisations,
    archive: {
      name: "work-packages.csv",
      rows: (id) => sql`select w.number, w.title, w.starts_on, w.ends_on, o.short_name as lead from work_packages w
        left join organisations o on o.id = w.lead_organisation_id where w.project_id = ${id} order by w.number`,
    },
    erase: ofOrganisations,
    moveOrganisation: follow("work_packages", "lead_organisation_id"),
  },
  outputs: {
    merge: noReference,
    personExport: ofOrganisations,
    archive: {
      name: "outputs.csv",
      codes: {
        type: "programme.outputTypes",
        status: "outputs.status",
        languages: "languages",
        licence: "practices.licences",
      },
      rows: (id) => sql`select x.number, x.title, x.description, x.type, o.short_name as lead,
        (select string_agg(c.short_name, '; ' order by c.short_name) from output_contributors oc
          join organisations c on c.id = oc.organisation_id where oc.output_id = x.id) as contributors, x.status,
        x.licence, x.first_due_on, x.due_on, array_to_string(x.languages, '; ') as languages, w.number as work_package from outputs x
        join organisations o on o.id = x.lead_organisation_id left join work_packages w on w.id = x.work_package_id
        where x.project_id = ${id} order by x.number`,
    },
    erase: ofOrganisations,
    moveOrganisation: follow("outputs", "lead_organisation_id"),
  },
  output_due_dates: {
    merge: reassign("output_due_dates", "person_id"),
    personExport: {
      movedDueDates: (id) => sql`select pr.acronym as project, x.number, x.title, d.due_from, d.due_to, d.reason,
          d.created_at
        from output_due_dates d join outputs x on x.id = d.output_id join projects pr on pr.id = x.project_id
        where d.person_id = ${id} order by d.created_at`,
    },
    archive: {
      name: "output-due-dates.csv",
      rows: (id) => sql`select x.number as output, d.due_from, d.due_to, d.reason, o.short_name as organisation,
          ${memberName("pe")} as person, d.created_at
        from output_due_dates d join outputs x on x.id = d.output_id join organisations o on o.id = d.organisation_id
        join people pe on pe.id = d.person_id where x.project_id = ${id} order by x.number, d.created_at, d.id`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
  output_dependencies: {
    merge: noReference,
    personExport: ofOrganisations,
    archive: {
      name: "output-dependencies.csv",
      rows: (id) => sql`select x.number as output, b.number as starts_after
        from output_dependencies d join outputs x on x.id = d.output_id join outputs b on b.id = d.after_id
        where x.project_id = ${id} order by x.number, b.number`,
    },
    erase: ofOrganisations,
    moveOrganisation: noReference,
  },
  output_time_requests: {
    merge: reassign("output_time_requests", "person_id", "answered_by"),
    personExport: {
      timeRequests: (id) => sql`select pr.acronym as project, x.number, x.title, q.due_on, q.reason, q.answer,
          q.answer_reason, q.created_at, q.answered_at
        from output_time_requests q join outputs x on x.id = q.output_id join projects pr on pr.id = q.project_id
        where q.person_id = ${id} or q.answered_by = ${id} order by q.created_at`,
    },
    archive: {
      name: "output-time-requests.csv",
      rows: (id) => sql`select x.number as output, q.due_on, q.reason, o.short_name as organisation,
          ${memberName("pe")} as person, q.created_at, q.answer, ${memberName("by")} as answered_by, q.answer_reason,
          q.answered_at
        from output_time_requests q join outputs x on x.id = q.output_id
        join organisations o on o.id = q.organisation_id join people pe on pe.id = q.person_id
        left join people by on by.id = q.answered_by
        where q.project_id = ${id} order by x.number, q.created_at, q.id`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
  output_contributors: {
    merge: noReference,
    personExport: ofOrganisations,
    archive: none("A column of outputs.csv."),
    erase: ofOrganisations,
    // An organisation that already contributes is listed once.
    moveOrganisation: {
      columns: ["organisation_id"],
      statements: ({ projectId, from, to }) => [
        sql`update output_contributors c set organisation_id = ${to} from outputs o
          where o.id = c.output_id and o.project_id = ${projectId} and c.organisation_id = ${from} and not exists (
            select 1 from output_contributors x where x.output_id = c.output_id and x.organisation_id = ${to})`,
        sql`delete from output_contributors c using outputs o
          where o.id = c.output_id and o.project_id = ${projectId} and c.organisation_id = ${from}`,
      ],
    },
  },
  output_files: {
    merge: noReference,
    personExport: none("Names of files are in uploads, with each version."),
    archive: none("Names of files are in versions.csv."),
    erase: none("Refers to no person."),
    moveOrganisation: noReference,
  },
  file_versions: {
    merge: reassign("file_versions", "uploaded_by", "withdrawn_by"),
    personExport: {
      uploads: (id) => sql`select pr.acronym as project, v.name, v.number, v.size_bytes::float8 as size_bytes,
          v.media_type, v.sha256, v.url, v.note, v.created_at, v.withdrawn_at
        from file_versions v join projects pr on pr.id = v.project_id where v.uploaded_by = ${id}
        order by v.created_at`,
      withdrawals: (id) => sql`select pr.acronym as project, v.name, v.number, v.withdraw_reason, v.withdrawn_at
        from file_versions v join projects pr on pr.id = v.project_id where v.withdrawn_by = ${id}
        order by v.withdrawn_at`,
    },
    archive: {
      name: "versions.csv",
      codes: { language: "languages" },
      rows: (id) => sql`select x.number as output, f.name, f.language, v.number as version, v.size_bytes,
          v.media_type, v.sha256, v.url, v.note, o.short_name as organisation, ${memberName("pe")} as uploaded_by,
          v.created_at, v.withdrawn_at, ${memberName("by")} as withdrawn_by, v.withdraw_reason
        from file_versions v join output_files f on f.id = v.file_id join outputs x on x.id = v.output_id
        join organisations o on o.id = v.organisation_id join people pe on pe.id = v.uploaded_by
        left join people by on by.id = v.withdrawn_by
        where v.project_id = ${id} order by x.number, f.name, v.number`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
  uploads: {
    merge: reassign("uploads", "person_id"),
    personExport: {
      unfinishedUploads: (id) => sql`select pr.acronym as project, u.name, u.size_bytes::float8 as size_bytes, u.note,
          u.created_at, u.expires_at
        from uploads u left join projects pr on pr.id = u.project_id where u.person_id = ${id} order by u.created_at`,
    },
    archive: none("A version exists after the last byte only: it is in versions.csv then."),
    // The job that removes expired uploads also removes their bytes.
    erase: ({ personId, now }) => [
      sql`update uploads set expires_at = ${timestamp(now)}, name = '', note = '' where person_id = ${personId}`,
    ],
    moveOrganisation: noActsYet("organisation_id"),
  },
};
