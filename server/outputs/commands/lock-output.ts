import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputs } from "@/db/schema";
import type { Actor } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import { inOwnProjects, lockSubject } from "@/server/lock-subject";

const involved = {
  contributorIds: sql<string[]>`coalesce((select json_agg(c.organisation_id) from output_contributors c
    where c.output_id = outputs.id), '[]')`,
  reviewerIds: sql<string[]>`coalesce((select json_agg(r.reviewer_id) from reviews r
    join submissions s on s.id = r.submission_id where s.output_id = outputs.id), '[]')`,
};

/**
 * Loads and locks an output within the actor's projects. Errors: output.not_found, also for evaluators who were not
 * asked to review it.
 */
export async function lockOutput(tx: Db, actor: Actor, outputId: string) {
  const scope = inOwnProjects(actor, outputs.projectId);
  const subject = await lockSubject(tx, outputs, outputId, scope, "output.not_found");
  const [who] = await tx.select(involved).from(outputs).where(eq(outputs.id, outputId));
  const output = { ...subject, ...(who ?? { contributorIds: [], reviewerIds: [] }) };
  if (!can(actor, "output.read", output)) throw new DomainError("output.not_found");
  return output;
}

export type LockedOutput = Awaited<ReturnType<typeof lockOutput>>;
