import { and, asc, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { addresses, invitations, organisations, participationPeople, participations, people } from "@/db/schema";
import { coordinates, requireConsortiumMember, requireParticipation } from "@/domain/actor";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { can } from "@/domain/policy";
import { hasEnded, isAbsent, type InvitationStatus, invitationStatusAt, maxOrganisations } from "@/domain/projects";
import { townAt } from "@/server/programme/gazetteer";
import type { MemberContext } from "@/server/context";
import { awayIn } from "@/server/absences";
import { consortiumOrder } from "./get-project";

const participationsStatement = prepared((db) =>
  db
    .select({
      id: participations.id,
      organisationId: organisations.id,
      kind: participations.kind,
      hue: participations.hue,
      joinedAt: participations.joinedAt,
      endedOn: participations.endedOn,
      legalName: organisations.legalName,
      shortName: organisations.shortName,
      country: organisations.country,
      city: organisations.city,
      type: organisations.type,
      oid: organisations.oid,
      pic: organisations.pic,
      website: organisations.website,
      organisationRevision: organisations.revision,
      registered: sql<boolean>`${organisations.claimedAt} is not null`,
      people: sql<number>`(select count(*)::int from participation_people pp where pp.participation_id = ${participations.id} and pp.ended_at is null)`,
      /** Status of its invitations: open while one is, else that of the last one. */
      invitation: sql<InvitationStatus | null>`(select case when i.status = 'pending' and not i.open then 'expired' else i.status end
        from (select *, status = 'pending' and expires_at > ${sql.placeholder("now")}::timestamptz as open from invitations) i
        where i.participation_id = ${participations.id} order by i.open desc, i.id desc limit 1)`,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.projectId, sql.placeholder("projectId")))
    .orderBy(...consortiumOrder)
    .limit(fixedLimit(maxOrganisations))
    .prepare("participations"),
);

/**
 * The organisations of a project, coordinator first, each with its number of people in the project; at most sixty. An
 * organisation whose participation has ended counts no people.
 */
export async function listParticipations(ctx: MemberContext, input: { slug: string }) {
  const { projectId, projectStatus } = requireConsortiumMember(ctx.actor, input.slug);
  const project = { projectId, projectStatus };
  const rows = await participationsStatement(ctx.db).execute({ projectId, now: ctx.now.toISOString() });
  return rows.map((row) => {
    const ended = hasEnded(row.endedOn, ctx.now);
    return {
      ...row,
      at: townAt(row.city, row.country) ?? null,
      ended,
      absent: isAbsent({ ...row, invited: row.invitation === "pending" }, ctx.now),
      people: ended ? 0 : row.people,
      can: {
        "participation.people":
          !ended && can(ctx.actor, "participation.people", { ...project, organisationId: row.organisationId }),
        "consortium.change": can(ctx.actor, "consortium.change", project) && row.kind !== "coordinator",
        "organisation.correct": can(ctx.actor, "consortium.change", project) && !row.registered,
      },
    };
  });
}

const membersStatement = prepared((db, shape: readonly ("own" | "after")[]) =>
  db
    .select({
      id: participationPeople.id,
      personId: people.id,
      name: people.name,
      role: participationPeople.role,
      kind: participations.kind,
      participationId: participations.id,
      organisationId: participations.organisationId,
      shortName: organisations.shortName,
      country: organisations.country,
      hue: participations.hue,
      endedOn: participations.endedOn,
      address: addresses.address,
      refusedAt: addresses.refusedAt,
      away: awayIn(people.id, participationPeople.projectId, sql`${sql.placeholder("now")}::timestamptz`),
    })
    .from(participationPeople)
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .leftJoin(addresses, and(eq(addresses.personId, people.id), eq(addresses.isPrimary, true)))
    .where(
      and(
        eq(participationPeople.projectId, sql.placeholder("projectId")),
        shape.includes("own") ? eq(participations.id, sql.placeholder("participationId")) : undefined,
        isNull(participationPeople.endedAt),
        shape.includes("after")
          ? sql`(${participations.hue}, ${participationPeople.id}) > (${sql.placeholder("hue")}::int, ${sql.placeholder("id")}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(participations.hue), asc(participationPeople.id))
    .limit(fixedLimit(pageSize + 1))
    .prepare("members"),
);

/**
 * The people of a project by organisation and name, for evaluators only those of their own organisation; addresses only
 * for coordinators and within one's own organisation, and only those who may invite see which address refuses e-mails. Includes people whose organisation has left.
 */
export async function listMembers(ctx: MemberContext, input: { slug: string; cursor?: string | undefined }) {
  const participation = requireParticipation(ctx.actor, input.slug);
  const { projectId, projectStatus, participationId } = participation;
  const cursor = decodeCursor(input.cursor, ["number", "uuid"]);
  const [hue, id] = cursor ?? [];
  const statement = membersStatement(
    ctx.db,
    ...(participation.kind === "evaluator" ? (["own"] as const) : []),
    ...(cursor ? (["after"] as const) : []),
  );
  const rows = await statement.execute({ projectId, participationId, hue, id, now: ctx.now.toISOString() });
  const page = toPage(rows, pageSize, (row) => [row.hue, row.id]);
  const own = participation.organisationId;
  const coordinator = coordinates(ctx.actor, projectId);
  return {
    ...page,
    items: page.items.map((row) => {
      const ended = hasEnded(row.endedOn, ctx.now);
      const invites =
        !ended &&
        can(ctx.actor, "participation.people", { projectId, projectStatus, organisationId: row.organisationId });
      return {
        ...row,
        ended,
        refusedAt: invites ? row.refusedAt : null,
        me: row.personId === ctx.actor.personId,
        address: coordinator || row.organisationId === own ? row.address : null,
        can: {
          "participation.people": invites,
          "member.hand_over": !ended && can(ctx.actor, "member.hand_over", { ...row, projectId, projectStatus }),
        },
      };
    }),
  };
}

const invitationsStatement = prepared((db, shape: readonly ("own" | "after")[]) =>
  db
    .select({
      id: invitations.id,
      address: invitations.address,
      role: invitations.role,
      status: invitations.status,
      held: invitations.held,
      expiresAt: invitations.expiresAt,
      lastSentAt: invitations.lastSentAt,
      undeliveredAt: invitations.undeliveredAt,
      declineReason: invitations.declineReason,
      inviter: people.name,
      legalName: organisations.legalName,
      shortName: organisations.shortName,
      country: organisations.country,
      hue: participations.hue,
      kind: participations.kind,
      endedOn: participations.endedOn,
      /** True when the invitation was accepted by a person whom an admin of the organisation has still to accept. */
      waiting: sql<boolean>`exists (select from join_requests r where r.invitation_id = ${invitations.id} and r.status = 'pending')`,
    })
    .from(invitations)
    .innerJoin(participations, eq(participations.id, invitations.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.projectId, sql.placeholder("projectId")),
        shape.includes("own") ? eq(participations.organisationId, sql.placeholder("organisationId")) : undefined,
        shape.includes("after") ? lt(invitations.id, sql.placeholder("id")) : undefined,
      ),
    )
    .orderBy(desc(invitations.id))
    .limit(fixedLimit(pageSize + 1))
    .prepare("invitations"),
);

/** Invitations of a project: all for its coordinators, those of the own organisation for other managers. */
export async function listInvitations(ctx: MemberContext, input: { slug: string; cursor?: string | undefined }) {
  const participation = requireParticipation(ctx.actor, input.slug);
  const { projectId, organisationId } = participation;
  const all = coordinates(ctx.actor, projectId);
  if (!all && participation.role !== "manager") return { items: [], nextCursor: null };
  const cursor = decodeCursor(input.cursor, ["uuid"]);
  const statement = invitationsStatement(
    ctx.db,
    ...(all ? [] : (["own"] as const)),
    ...(cursor ? (["after"] as const) : []),
  );
  const rows = await statement.execute({ projectId, organisationId, id: cursor?.[0] });
  const page = toPage(rows, pageSize, (row) => [row.id]);
  const open = participation.projectStatus !== "closed";
  return {
    ...page,
    items: page.items.map((row) => ({
      ...row,
      status: invitationStatusAt(row, ctx.now),
      can: { "participation.people": open && !hasEnded(row.endedOn, ctx.now) },
    })),
  };
}
