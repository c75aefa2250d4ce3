import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invitations, participationPeople, participations, people, projects } from "@/db/schema";
import type { ParticipationKind, Place, ProjectRole } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { hasEnded } from "@/domain/projects";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import { decideJoinRequest, removeOrganisationPerson } from "@/server/organisations/commands/people";
import type { MemberContext } from "@/server/context";
import { completeWaitingAcceptance } from "./accept-invitation";
import { lockParticipation } from "./lock";

async function lockMember(tx: Db, ctx: MemberContext, memberId: string) {
  const evaluates = (place: Place) => place.kind === "evaluator";
  const { participations: places } = ctx.actor;
  const [row] = await tx
    .select({
      id: participationPeople.id,
      personId: participationPeople.personId,
      person: people.name,
      role: participationPeople.role,
      participationId: participations.id,
      projectId: projects.id,
      projectStatus: projects.status,
      organisationId: participations.organisationId,
      kind: participations.kind,
      endedOn: participations.endedOn,
    })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(projects, eq(projects.id, participations.projectId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        eq(participationPeople.id, memberId),
        isNull(participationPeople.endedAt),
        or(
          inArray(
            projects.id,
            places.filter((place) => !evaluates(place)).map((place) => place.projectId),
          ),
          // Evaluators know the people of their own organisation alone.
          inArray(
            participations.id,
            places.filter(evaluates).map((place) => place.participationId),
          ),
        ),
      ),
    )
    // The participation is locked too, so that two managers cannot remove each other at the same moment.
    .for("update", { of: [participationPeople, participations] });
  if (!row) throw new DomainError("member.not_found");
  return row;
}

// Who left with their organisation stays on the list as they were.
function requireStillIn(ctx: MemberContext, member: { endedOn: string | null }): void {
  if (hasEnded(member.endedOn, ctx.now)) throw new DomainError("participation.ended");
}

async function requireAnotherManager(
  tx: Db,
  member: { kind: ParticipationKind; participationId: string; id: string },
): Promise<void> {
  if (member.kind !== "coordinator") return;
  const [others] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(participationPeople)
    .where(
      and(
        eq(participationPeople.participationId, member.participationId),
        eq(participationPeople.role, "manager"),
        isNull(participationPeople.endedAt),
        sql`${participationPeople.id} <> ${member.id}`,
      ),
    );
  if (!others || others.count === 0) throw new DomainError("participation.last_manager");
}

/** Changes what a person may do in the project. Errors: participation.last_manager, participation.ended. */
export async function setMemberRole(ctx: MemberContext, input: { memberId: string; role: ProjectRole }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const member = await lockMember(tx, ctx, input.memberId);
    authorize(ctx.actor, "participation.people", member);
    requireStillIn(ctx, member);
    if (member.role === "manager" && input.role !== "manager") await requireAnotherManager(tx, member);
    await tx.update(participationPeople).set({ role: input.role }).where(eq(participationPeople.id, member.id));
    const data = { personId: member.personId, person: member.person, role: input.role };
    await record(tx, ctx, { projectId: member.projectId }, { type: "member.role_changed", data });
  });
}

/** Ends a person's membership of the project; what they did stays. Errors: project.closed, participation.last_manager, participation.ended. */
export async function removeMember(ctx: MemberContext, input: { memberId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const member = await lockMember(tx, ctx, input.memberId);
    authorize(ctx.actor, "member.remove", member);
    requireStillIn(ctx, member);
    if (member.role === "manager") await requireAnotherManager(tx, member);
    await tx.update(participationPeople).set({ endedAt: ctx.now }).where(eq(participationPeople.id, member.id));
    const data = { personId: member.personId, person: member.person };
    await record(tx, ctx, { projectId: member.projectId }, { type: "member.removed", data });
  });
}

/** Makes a partner an associated partner or an evaluator, or back. The coordinator stays what it is. */
export async function changeKind(
  ctx: MemberContext,
  input: { participationId: string; kind: Exclude<ParticipationKind, "coordinator"> },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const place = await lockParticipation(tx, ctx.actor, input.participationId);
    authorize(ctx.actor, "consortium.change", place);
    if (place.kind === "coordinator") throw new DomainError("participation.coordinator_stays");
    await tx.update(participations).set({ kind: input.kind }).where(eq(participations.id, place.participationId));
    const data = { name: place.name, organisationId: place.organisationId, kind: input.kind };
    await record(tx, ctx, { projectId: place.projectId }, { type: "participation.kind_changed", data });
  });
}

/**
 * Ends an organisation's part on a date: rights end after that day and so do its open invitations, history stays. The
 * coordinator cannot leave. Errors: participation.ends_too_early, before the project and the organisation's coming.
 */
export async function endParticipation(
  ctx: MemberContext,
  input: { participationId: string; endedOn: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const place = await lockParticipation(tx, ctx.actor, input.participationId);
    authorize(ctx.actor, "consortium.change", place);
    if (place.kind === "coordinator") throw new DomainError("participation.coordinator_stays");
    const came = dayInBrussels(place.addedAt);
    const earliest = place.projectStartsOn !== null && place.projectStartsOn < came ? place.projectStartsOn : came;
    if (input.endedOn < earliest) throw new DomainError("participation.ends_too_early", { field: "endedOn" });
    await tx.update(participations).set({ endedOn: input.endedOn }).where(eq(participations.id, place.participationId));
    const lastMoment = sql`(${input.endedOn}::date + 1)::timestamp at time zone 'Europe/Brussels'`;
    await tx
      .update(invitations)
      .set({ expiresAt: sql`least(${invitations.expiresAt}, ${lastMoment})` })
      .where(and(eq(invitations.participationId, place.participationId), eq(invitations.status, "pending")));
    const data = { name: place.name, organisationId: place.organisationId, endedOn: input.endedOn };
    await record(tx, ctx, { projectId: place.projectId }, { type: "participation.ended", data });
  });
}

/** An admin lets somebody into the organisation; an acceptance that waited for this goes through. */
export async function letIn(ctx: MemberContext, input: { requestId: string; accept: boolean }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const { invitationId, personId } = await decideJoinRequest(inside, input);
    if (invitationId) await completeWaitingAcceptance(inside, invitationId, personId);
  });
}

/** An admin takes a person out of the organisation and so out of its projects. Errors: participation.last_manager. */
export async function removeColleague(
  ctx: MemberContext,
  input: { organisationId: string; personId: string },
): Promise<void> {
  await removeOrganisationPerson(ctx, input, async (tx) => {
    const places = await tx
      .select({
        id: participationPeople.id,
        role: participationPeople.role,
        kind: participations.kind,
        participationId: participations.id,
      })
      .from(participationPeople)
      .innerJoin(participations, eq(participations.id, participationPeople.participationId))
      .where(
        and(
          eq(participations.organisationId, input.organisationId),
          eq(participationPeople.personId, input.personId),
          isNull(participationPeople.endedAt),
        ),
      )
      .for("update");
    for (const place of places) {
      if (place.role === "manager") await requireAnotherManager(tx, place);
      await tx.update(participationPeople).set({ endedAt: ctx.now }).where(eq(participationPeople.id, place.id));
    }
  });
}
