import { lateReminders } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { RemindLate } from "@/domain/schemas/tasks";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { enqueue } from "@/server/jobs/enqueue";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { findLate, requireReminder } from "../queries/list-late";

/**
 * Reminds the chosen organisations of everything that is late, with one e-mail; those that were reminded today, or owe
 * nothing any more, are skipped. Returns how many were reminded. Errors: project.not_found, forbidden.
 */
export async function remindLate(ctx: MemberContext, input: RemindLate): Promise<{ reminded: number }> {
  const today = dayInBrussels(ctx.now);
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, input.projectId, inOwnConsortia);
    const leadOrganisationId = requireReminder(ctx, project);
    const own = participationIn(ctx.actor, project.id);
    if (!own) throw new DomainError("project.not_found");
    const late = await findLate(tx, { projectId: project.id, today, leadOrganisationId }, own.organisationId);
    let reminded = 0;
    for (const { organisationId, organisation, count } of late) {
      if (!input.organisationIds.includes(organisationId)) continue;
      const [made] = await tx
        .insert(lateReminders)
        .values({
          projectId: project.id,
          organisationId,
          day: today,
          personId: ctx.actor.personId,
          leadOrganisationId,
          createdAt: ctx.now,
        })
        .onConflictDoNothing()
        .returning({ day: lateReminders.day });
      if (!made) continue;
      await record(
        tx,
        ctx,
        { projectId: project.id },
        {
          type: "task.late_reminded",
          data: { organisationId, name: organisation, items: count },
        },
      );
      await enqueue(tx, "mail_late", { projectId: project.id, organisationId, day: today });
      reminded += 1;
    }
    return { reminded };
  });
}
