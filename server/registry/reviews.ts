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
          r.comment, r.due_on, r.answer_by, r.decided_at, r.created_at
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
          o.short_name as organisation, ${memberName("pe")} as reviewer, r.due_on, r.answer_by, r.verdict, r.comment,
          r.decided_at, s.decision_comment, s.decided_at as submission_decided_at
        from reviews r join submissions s on s.id = r.submission_id join outputs x on x.id = s.output_id
        join organisations o on o.id = r.organisation_id join people pe on pe.id = r.reviewer_id
        where r.project_id = ${id} order by x.number, s.number, r.created_at`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
  review_scores: {
    merge: noReference,
    personExport: {
      reviewScores: (id) => sql`select pr.acronym as project, x.title as output, s.number as submission, c.criterion,
          c.score, c.comment
        from review_scores c join reviews r on r.id = c.review_id join submissions s on s.id = r.submission_id
        join outputs x on x.id = s.output_id join projects pr on pr.id = r.project_id
        where r.reviewer_id = ${id} order by r.created_at, c.criterion`,
    },
    archive: {
      name: "review-scores.csv",
      codes: { criterion: "reviews.criteria" },
      rows: (id) => sql`select x.number as output, s.number as submission, o.short_name as organisation,
          ${memberName("pe")} as reviewer,
          coalesce((select k->>'label' from jsonb_array_elements(s.rubric) k where k->>'key' = c.criterion), c.criterion)
            as criterion,
          c.score, c.comment
        from review_scores c join reviews r on r.id = c.review_id join submissions s on s.id = r.submission_id
        join outputs x on x.id = s.output_id join organisations o on o.id = r.organisation_id
        join people pe on pe.id = r.reviewer_id
        where r.project_id = ${id} order by x.number, s.number, r.created_at, c.criterion`,
    },
    erase: staysAsWork,
    moveOrganisation: noReference,
  },
  findings: {
    merge: reassign("findings", "person_id"),
    personExport: {
      findings: (
        id,
      ) => sql`select pr.acronym as project, x.title as output, f.weight, f.status, f.text, f.page, f.seconds,
          f.quote, f.created_at
        from findings f join outputs x on x.id = f.output_id join projects pr on pr.id = f.project_id
        where f.person_id = ${id} order by f.created_at`,
    },
    archive: {
      name: "findings.csv",
      codes: { weight: "reviews.weight", status: "reviews.findingStatus" },
      // Drafts are their author's alone until the review is given.
      rows: (id) => sql`select x.number as output, s.number as submission, f.id as finding,
          o.short_name as organisation, ${memberName("pe")} as reviewer, v.name as file, v.number as version, f.weight,
          f.status, f.text, f.page, f.seconds, f.quote, f.created_at
        from findings f join reviews r on r.id = f.review_id join submissions s on s.id = r.submission_id
        join outputs x on x.id = f.output_id join organisations o on o.id = r.organisation_id
        join people pe on pe.id = f.person_id join file_versions v on v.id = f.version_id
        where f.project_id = ${id} and f.status <> 'draft' order by x.number, s.number, f.created_at, f.id`,
    },
    erase: ({ personId }) => [sql`delete from findings where person_id = ${personId} and status = 'draft'`],
    moveOrganisation: noReference,
  },
  finding_answers: {
    merge: reassign("finding_answers", "person_id"),
    personExport: {
      findingAnswers: (id) => sql`select pr.acronym as project, x.title as output, a.act, a.text, a.created_at
        from finding_answers a join findings f on f.id = a.finding_id join outputs x on x.id = f.output_id
        join projects pr on pr.id = f.project_id where a.person_id = ${id} order by a.created_at`,
    },
    archive: {
      name: "finding-answers.csv",
      codes: { act: "reviews.findingAct" },
      rows: (
        id,
      ) => sql`select a.finding_id as finding, o.short_name as organisation, ${memberName("pe")} as person, a.act,
          v.name as file, v.number as version, a.text, a.created_at
        from finding_answers a join findings f on f.id = a.finding_id
        join organisations o on o.id = a.organisation_id join people pe on pe.id = a.person_id
        left join file_versions v on v.id = a.version_id
        where f.project_id = ${id} order by a.created_at, a.id`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
  reopened_decisions: {
    merge: reassign("reopened_decisions", "decided_by", "reopened_by"),
    personExport: {
      reopenedDecisions: (id) => sql`select pr.acronym as project, x.title as output, s.number as submission, d.status,
          d.comment, d.decided_at, d.reopened_at, d.reason
        from reopened_decisions d join submissions s on s.id = d.submission_id join outputs x on x.id = s.output_id
        join projects pr on pr.id = s.project_id where ${id} in (d.decided_by, d.reopened_by) order by d.reopened_at`,
    },
    archive: {
      name: "reopened-decisions.csv",
      codes: { status: "reviews.status" },
      rows: (id) => sql`select x.number as output, s.number as submission, d.status, d.comment,
          ${memberName("by")} as decided_by, d.decided_at, ${memberName("pe")} as reopened_by, d.reopened_at, d.reason
        from reopened_decisions d join submissions s on s.id = d.submission_id join outputs x on x.id = s.output_id
        join people by on by.id = d.decided_by join people pe on pe.id = d.reopened_by
        where s.project_id = ${id} order by d.reopened_at`,
    },
    erase: staysAsWork,
    moveOrganisation: noReference,
  },
  approval_rules: {
    merge: reassign("approval_rules", "changed_by"),
    personExport: {
      approvalRulesChanged: (id) => sql`select pr.acronym as project, a.number, a.recommendations, a.organisations,
          a.must_findings_block, a.created_at
        from approval_rules a join projects pr on pr.id = a.project_id where a.changed_by = ${id} order by a.created_at`,
    },
    archive: {
      name: "approval-rules.csv",
      rows: (id) => sql`select a.number as version, a.recommendations, a.organisations, a.must_findings_block,
          ${memberName("pe")} as changed_by, a.created_at
        from approval_rules a join people pe on pe.id = a.changed_by where a.project_id = ${id} order by a.number`,
    },
    erase: staysAsWork,
    moveOrganisation: noReference,
  },
  rubrics: {
    merge: reassign("rubrics", "changed_by"),
    personExport: {
      rubricsChanged: (id) => sql`select pr.acronym as project, b.type, b.number, b.criteria, b.created_at
        from rubrics b join projects pr on pr.id = b.project_id where b.changed_by = ${id} order by b.created_at`,
    },
    archive: {
      name: "rubrics.csv",
      codes: { type: "programme.outputTypes", criterion: "reviews.criteria" },
      rows: (id) => sql`select b.type, b.number as version, coalesce(k.value->>'label', k.value->>'key') as criterion,
          ${memberName("pe")} as changed_by, b.created_at
        from rubrics b join people pe on pe.id = b.changed_by cross join jsonb_array_elements(b.criteria) k
        where b.project_id = ${id} order by b.type, b.number`,
    },
    erase: staysAsWork,
    moveOrganisation: noReference,
  },
};
