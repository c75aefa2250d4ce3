import { sql } from "drizzle-orm";
import { type Belonging, memberName, noActsYet, none, noReference, reassign, staysAsWork } from "./belonging";

/** Submissions of outputs and their reviews. */
export const reviewTables: Record<string, Belonging> = {
  submissions: {
    merge: reassign("submissions", "submitted_by", "decided_by"),
    personExport: {
      submissions: (id) => sql`select pr.acronym as project, x.title as output, s.number, s.note, s.status,
          s.created_at
        from submissions s join outputs x on x.id = s.output_id join projects pr on pr.id = s.project_id
        where s.submitted_by = ${id} order by s.created_at`,
      decisions: (id) => sql`select pr.acronym as project, x.title as output, s.number, s.status, s.decision_comment,
          s.decided_at
        from submissions s join outputs x on x.id = s.output_id join projects pr on pr.id = s.project_id
        where s.decided_by = ${id} order by s.decided_at`,
    },
    archive: {
      name: "submissions.csv",
      codes: { status: "reviews.status", language: "languages" },
      rows: (id) => sql`select x.number as output, s.number as submission, s.status, o.short_name as organisation,
          ${memberName("pe")} as submitted_by, s.note, s.created_at, ${memberName("by")} as decided_by, s.decided_at,
          f.name, f.language, v.number as version, sv.sha256
        from submissions s join outputs x on x.id = s.output_id join organisations o on o.id = s.organisation_id
        join people pe on pe.id = s.submitted_by left join people by on by.id = s.decided_by
        join submission_versions sv on sv.submission_id = s.id join file_versions v on v.id = sv.version_id
        join output_files f on f.id = v.file_id where s.project_id = ${id}
        order by x.number, s.number, f.name, v.number`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
  submission_versions: {
    merge: noReference,
    personExport: none("Which versions a submission held is the project's; the submission is in submissions."),
    archive: none("Its rows are those of submissions.csv."),
    erase: none("Refers to no person."),
    moveOrganisation: noReference,
  },
  reviews: {
    // When both accounts were asked for a review, it stays with the account that wrote it.
    merge: {
      columns: ["reviewer_id", "requested_by"],
      statements: ({ from, to }) => [
        sql`update reviews set requested_by = ${to} where requested_by = ${from}`,
        sql`update reviews r set reviewer_id = ${to} where r.reviewer_id = ${from} and not exists (
          select 1 from reviews o where o.submission_id = r.submission_id and o.reviewer_id = ${to})`,
      ],
    },
    personExport: {
      reviews: (id) => sql`select pr.acronym as project, x.title as output, s.number as submission, r.verdict,
          r.comment, r.due_on, r.decided_at, r.created_at
        from reviews r join submissions s on s.id = r.submission_id join outputs x on x.id = s.output_id
        join projects pr on pr.id = r.project_id where r.reviewer_id = ${id} order by r.created_at`,
      reviewsRequested: (id) => sql`select pr.acronym as project, x.title as output, s.number as submission, r.due_on,
          r.created_at
        from reviews r join submissions s on s.id = r.submission_id join outputs x on x.id = s.output_id
        join projects pr on pr.id = r.project_id where r.requested_by = ${id} order by r.created_at`,
    },
    archive: {
      name: "reviews.csv",
      codes: { submission_status: "reviews.status", verdict: "reviews.verdict" },
      rows: (id) => sql`select x.number as output, s.number as submission, s.status as submission_status,
          o.short_name as organisation, ${memberName("pe")} as reviewer, r.due_on, r.verdict, r.comment,
          r.decided_at, s.decision_comment, s.decided_at as submission_decided_at
        from reviews r join submissions s on s.id = r.submission_id join outputs x on x.id = s.output_id
        join organisations o on o.id = r.organisation_id join people pe on pe.id = r.reviewer_id
        where r.project_id = ${id} order by x.number, s.number, r.created_at`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
};
