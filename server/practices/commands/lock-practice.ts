import type { Db } from "@/db/client";
import { practices } from "@/db/schema";
import type { MemberContext } from "@/server/context";
import { inOwnConsortia, lockSubject } from "@/server/lock-subject";

/**
 * Loads and locks a practice of a consortium that the actor belongs to, with its project's status. Errors:
 * practice.not_found.
 */
export function lockPractice(tx: Db, ctx: MemberContext, practiceId: string) {
  return lockSubject(tx, practices, practiceId, inOwnConsortia(ctx.actor, practices.projectId), "practice.not_found");
}
