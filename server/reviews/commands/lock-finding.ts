import { and, eq, isNull, ne, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { findings, participationPeople, participations, reviews } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { FindingRole } from "@/domain/findings";
import { can } from "@/domain/policy";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { stillIn } from "@/server/still-in";
import { lockSubmission } from "./lock-submission";

/** Whether a person takes part in a project on this day. */
async function takesPart(tx: Db, projectId: string, personId: string, now: Date): Promise<boolean> {
  const [row] = await tx
    .select({ id: participationPeople.id })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .where(
      and(
        eq(participationPeople.projectId, projectId),
        eq(participationPeople.personId, personId),
        isNull(participationPeople.endedAt),
        stillIn(participations.endedOn, now),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/**
 * A finding with its submission and its locked output, and what the actor is to it. A draft exists for its author alone.
 * Errors: finding.not_found.
 */
export async function lockFinding(tx: Db, ctx: MemberContext, findingId: string) {
  const visible = or(ne(findings.status, "draft"), eq(findings.personId, ctx.actor.personId));
  const [found] = await tx
    .select({ submissionId: reviews.submissionId })
    .from(findings)
    .innerJoin(reviews, eq(reviews.id, findings.reviewId))
    .where(and(eq(findings.id, findingId), visible));
  if (!found) throw new DomainError("finding.not_found");
  const locked = await lockSubmission(tx, ctx, found.submissionId, "finding.not_found");
  // Read again: it may have changed before the lock.
  const [finding] = await tx
    .select()
    .from(findings)
    .where(and(eq(findings.id, findingId), visible))
    .for("update");
  if (!finding) throw new DomainError("finding.not_found");
  const { output } = locked;
  authorize(ctx.actor, "finding.handle", output);
  const mine = finding.personId === ctx.actor.personId;
  const stands =
    can(ctx.actor, "output.decide", output) && !(await takesPart(tx, output.projectId, finding.personId, ctx.now));
  const roles: FindingRole[] = [
    ...(mine ? (["reviewer"] as const) : []),
    ...(can(ctx.actor, "output.submit", output) ? (["lead"] as const) : []),
    ...(stands ? (["coordinator"] as const) : []),
  ];
  return { ...locked, finding, roles };
}
