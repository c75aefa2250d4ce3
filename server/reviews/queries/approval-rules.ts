import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fixedLimit, prepared } from "@/db/prepared";
import { approvalRules } from "@/db/schema";
import { type ApprovalRules, defaultApprovalRules, type MissingRule, missingRules } from "@/domain/approval-rules";
import type { Verdict } from "@/domain/reviews";

/** The rules of approval that hold in a project, and their version; 0 when the consortium has set none. */
export async function currentRules(db: Db, projectId: string): Promise<ApprovalRules & { number: number }> {
  const [row] = await db
    .select({
      number: approvalRules.number,
      recommendations: approvalRules.recommendations,
      organisations: approvalRules.organisations,
      mustFindingsBlock: approvalRules.mustFindingsBlock,
    })
    .from(approvalRules)
    .where(eq(approvalRules.projectId, projectId))
    .orderBy(desc(approvalRules.number))
    .limit(1);
  return row ?? { ...defaultApprovalRules, number: 0 };
}

type Case = {
  rules: ApprovalRules | null;
  kind: string | null;
  reviews: { organisationId: string; verdict: Verdict | null }[];
  openMustFindings: number;
};

const caseStatement = prepared((db) =>
  db
    .select({
      found: sql<Case>`json_build_object(
        'rules', (select json_build_object('recommendations', ar.recommendations, 'organisations', ar.organisations,
            'mustFindingsBlock', ar.must_findings_block)
          from approval_rules ar where ar.project_id = ${sql.placeholder("projectId")}::uuid
          order by ar.number desc limit 1),
        'kind', (select pa.kind from participations pa where pa.project_id = ${sql.placeholder("projectId")}::uuid
          and pa.organisation_id = ${sql.placeholder("leadOrganisationId")}::uuid),
        'reviews', (select coalesce(json_agg(json_build_object('organisationId', r.organisation_id, 'verdict', r.verdict)), '[]')
          from reviews r where r.submission_id = ${sql.placeholder("submissionId")}::uuid),
        'openMustFindings', (select count(*) from findings f where f.output_id = ${sql.placeholder("outputId")}::uuid
          and f.weight = 'must' and f.status in ('open', 'fixed', 'declined')))`,
    })
    .from(sql`(select) as one_row`)
    .limit(fixedLimit(1))
    .prepare("approval_case"),
);

/**
 * The rules that a submission of an output does not meet now; empty when it may be approved. Must-findings of all its
 * submissions count, drafts do not.
 */
export async function rulesMissing(
  db: Db,
  output: { id: string; projectId: string; leadOrganisationId: string },
  submissionId: string,
): Promise<MissingRule[]> {
  const { id: outputId, projectId, leadOrganisationId } = output;
  const [row] = await caseStatement(db).execute({ outputId, projectId, leadOrganisationId, submissionId });
  if (!row) throw new Error("A statement without a condition returned no row.");
  const { rules, kind, ...found } = row.found;
  return missingRules(rules ?? defaultApprovalRules, {
    ...found,
    leadOrganisationId,
    ledByCoordinator: kind === "coordinator",
  });
}
