import type { Db } from "@/db/client";
import { practices } from "@/db/schema";
import type { MemberContext } from "@/server/context";
import { inOwnConsortia, lockSubject } from "@/server/lock-subject";

/**
 * Loads and locks a practice of a consortium that the actor belongs to, with its project's status and whether owners may
 * publish. Errors: practice.not_found.
 */
export async function lockPractice(tx: Db, ctx: MemberContext, practiceId: string) {
  const scope = inOwnConsortia(ctx.actor, practices.projectId);
  const practice = await lockSubject(tx, practices, practiceId, scope, "practice.not_found");
  return { ...practice, ownersPublish: practice.project.ownersPublish };
}
