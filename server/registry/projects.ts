import { sql } from "drizzle-orm";
import { type Belonging, memberName, noActsYet, none, noReference, reassign, timestamp, unchanged } from "./belonging";

/** Projects, their consortium and their invitations. */
export const projectTables: Record<string, Belonging> = {
  projects: {
    merge: reassign("projects", "created_by"),
    personExport: {
      projectsCreated: (id) => sql`select acronym, title, created_at from projects where created_by = ${id}`,
    },
    archive: {
      name: "project.csv",
      codes: {
        status: "projects.status",
        action_code: "programme.actions",
        field: "programme.fields",
        kind: "programme.kinds",
        strand: "programme.strands",
        priorities: "programme.priorities",
        objectives: "programme.objectives",
        impacts: "programme.impacts",
      },
      rows: (id) => sql`select acronym, title, status, call_year, action_code, field, kind, strand, summary, starts_on,
        duration_months, array_to_string(priorities, '; ') as priorities,
        array_to_string(objectives, '; ') as objectives, array_to_string(impacts, '; ') as impacts, grant_reference,
        public_slug, public_page, created_at, closed_at from projects where id = ${id}`,
    },
    erase: none("A project belongs to its consortium."),
    moveOrganisation: noReference,
  },
  project_drafts: {
    merge: reassign("project_drafts", "person_id"),
    personExport: {
      drafts: (id) => sql`select data, updated_at from project_drafts where person_id = ${id}`,
    },
    archive: none("A draft belongs to the person who wrote it; what was created from it is in the archive."),
    erase: ({ personId }) => [sql`delete from project_drafts where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
  participations: {
    merge: noReference,
    personExport: none("Says what an organisation is in a project; the person's part is in projects."),
    archive: {
      name: "organisations.csv",
      codes: { country: "countries", type: "programme.organisationTypes", kind: "projects.kinds" },
      rows: (id) => sql`select o.legal_name, o.short_name, o.country, o.city, o.type, o.oid, o.pic, o.website,
        p.kind, p.joined_at, p.ended_on from participations p join organisations o on o.id = p.organisation_id
        where p.project_id = ${id} order by p.hue`,
    },
    erase: none("Refers to no person."),
    moveOrganisation: {
      columns: ["organisation_id"],
      statements: ({ projectId, from, to }) => [
        sql`update participations set organisation_id = ${to}
          where project_id = ${projectId} and organisation_id = ${from}`,
      ],
    },
  },
  participation_people: {
    // Within one project a person belongs to one organisation: when both accounts are members, one membership ends.
    merge: {
      columns: ["person_id"],
      statements: ({ from, to, now }) => [
        sql`update participation_people f set person_id = ${to} where f.person_id = ${from} and not exists (
          select 1 from participation_people o
          where o.person_id = ${to} and o.project_id = f.project_id and o.ended_at is null)`,
        sql`update participation_people set ended_at = ${timestamp(now)}
          where person_id = ${from} and ended_at is null`,
      ],
    },
    personExport: {
      projects: (id) => sql`select pr.id, pr.acronym, pr.title, o.legal_name as organisation, pa.kind, pp.role,
          pp.created_at as since, pp.ended_at as until
        from participation_people pp join participations pa on pa.id = pp.participation_id
        join projects pr on pr.id = pp.project_id join organisations o on o.id = pa.organisation_id
        where pp.person_id = ${id} order by pp.created_at`,
    },
    archive: {
      name: "people.csv",
      codes: { role: "projects.roles" },
      rows: (id) => sql`select o.short_name as organisation, pe.name, pp.role, pp.created_at as since,
          pp.ended_at as until
        from participation_people pp join participations p on p.id = pp.participation_id
        join organisations o on o.id = p.organisation_id join people pe on pe.id = pp.person_id and pe.closed_at is null
        where pp.project_id = ${id} order by p.hue, pe.name`,
    },
    erase: ({ personId, now }) => [
      sql`update participation_people set ended_at = ${timestamp(now)}
        where person_id = ${personId} and ended_at is null`,
    ],
    moveOrganisation: unchanged("Follows the participation, to which it refers."),
  },
  invitations: {
    merge: reassign("invitations", "invited_by", "decided_by"),
    personExport: {
      invitationsSent: (id) =>
        sql`select address, role, message, status, created_at from invitations where invited_by = ${id}`,
      invitationsAnswered: (id) => sql`select address, role, status, decided_at, decline_reason from invitations
        where decided_by = ${id}`,
    },
    // Addresses are only for managers of the organisation and the coordinator, but the archive is for all members.
    archive: {
      name: "invitations.csv",
      codes: { kind: "projects.kinds", role: "projects.roles", status: "projects.invitationStatus" },
      rows: (id) => sql`select o.legal_name as organisation, p.kind, i.role, i.status, ${memberName("by")} as
          invited_by, b.short_name as invited_by_organisation, i.created_at, i.last_sent_at, i.expires_at,
          i.decided_at, i.decline_reason
        from invitations i join participations p on p.id = i.participation_id
        join organisations o on o.id = p.organisation_id join people by on by.id = i.invited_by
        join organisations b on b.id = i.invited_by_organisation_id
        where i.project_id = ${id} order by p.hue, i.created_at, i.id`,
    },
    erase: ({ personId, addresses }) => [
      sql`update invitations set address = ''
        where decided_by = ${personId} and status = 'accepted'`,
      ...addresses.map(
        (address) => sql`update invitations set address = '' where status <> 'pending' and address = ${address}`,
      ),
    ],
    moveOrganisation: noActsYet("invited_by_organisation_id"),
  },
  invitation_tokens: {
    merge: noReference,
    personExport: none("Hashes of links: they say nothing of the person."),
    archive: none("Hashes of links that let somebody in: no content of the project."),
    erase: none("Deleted when the invitation is answered, revoked or expires; refers to no person."),
    moveOrganisation: noReference,
  },
};
