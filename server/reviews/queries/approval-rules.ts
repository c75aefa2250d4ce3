import { and, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { approvalRules, participations, reviews } from "@/db/schema";
import { type ApprovalRules, defaultApprovalRules, type MissingRule, missingRules } from "@/domain/approval-rules";
import { countOpenMustFindings } from "./open-findings";

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

/** The rules that a submission of an output does not meet now; empty when it may be approved. */
export async function rulesMissing(
  db: Db,
  output: { id: string; projectId: string; leadOrganisationId: string },
  submissionId: string,
): Promise<MissingRule[]> {
  const rules = await currentRules(db, output.projectId);
  const [lead] = await db
    .select({ kind: participations.kind })
    .from(participations)
    .where(
      and(eq(participations.projectId, output.projectId), eq(participations.organisationId, output.leadOrganisationId)),
    );
  const given = await db
    .select({ organisationId: reviews.organisationId, verdict: reviews.verdict })
    .from(reviews)
    .where(eq(reviews.submissionId, submissionId));
  return missingRules(rules, {
    leadOrganisationId: output.leadOrganisationId,
    ledByCoordinator: lead?.kind === "coordinator",
    reviews: given,
    openMustFindings: await countOpenMustFindings(db, output.id),
  });
}
