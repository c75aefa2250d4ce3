import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { invitations, organisations, participationPeople, participations, projects } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { hasEnded } from "@/domain/projects";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";

/** The participation of an invitation, locked. Errors: invitation.not_found, project.closed, participation.ended. */
export async function lockInvitedParticipation(tx: Db, now: Date, participationId: string) {
  const [row] = await tx
    .select({
      organisationId: participations.organisationId,
      endedOn: participations.endedOn,
      claimedAt: organisations.claimedAt,
      name: organisations.legalName,
      status: projects.status,
      slug: projects.slug,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(projects, eq(projects.id, participations.projectId))
    .where(eq(participations.id, participationId))
    .for("update", { of: participations });
  if (!row) throw new DomainError("invitation.not_found");
  if (row.status === "closed") throw new DomainError("project.closed");
  if (hasEnded(row.endedOn, now)) throw new DomainError("participation.ended");
  return row;
}

type Entry = {
  id: string;
  projectId: string;
  participationId: string;
  role: "manager" | "contributor" | "viewer";
  organisationId: string;
};

/**
 * Adds the person to the project and marks the invitation as accepted. Its links stay valid, because they then lead to
 * the project; they let nobody in any more. Errors: project.already_in.
 */
export async function enterProject(ctx: MemberContext, entry: Entry, personId: string, name: string): Promise<void> {
  const tx = ctx.db;
  const joined = await tx
    .insert(participationPeople)
    .values({
      id: uuid(),
      projectId: entry.projectId,
      participationId: entry.participationId,
      personId,
      role: entry.role,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: participationPeople.id });
  if (joined.length === 0) throw new DomainError("project.already_in");
  await tx
    .update(participations)
    .set({ joinedAt: ctx.now })
    .where(and(eq(participations.id, entry.participationId), isNull(participations.joinedAt)));
  await tx
    .update(invitations)
    .set({ status: "accepted", decidedBy: personId, decidedAt: ctx.now })
    .where(eq(invitations.id, entry.id));
  const data = { name, invitationId: entry.id, organisationId: entry.organisationId, role: entry.role };
  await record(
    tx,
    ctx.actor.personId === personId ? ctx : { actor: null, personId, now: ctx.now },
    { projectId: entry.projectId, organisationId: entry.organisationId },
    { type: "invitation.accepted", data },
  );
}
