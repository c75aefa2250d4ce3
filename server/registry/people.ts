import { sql } from "drizzle-orm";
import { recordedPeople } from "@/server/events/aliases";
import { type Belonging, none, noReference, reassign, timestamp, unchanged } from "./belonging";

const notOfProject = none("Belongs to the account, not to a project.");

/** Accounts and their private data. */
export const peopleTables: Record<string, Belonging> = {
  people: {
    merge: {
      columns: [],
      statements: ({ from, now }) => [
        // The remaining account keeps the name of the merged one, so that closing it later erases that name too.
        sql`update people set name = '', time_zone = null, password_hash = null, seen_at = null,
            previous_seen_at = null, session_version = session_version + 1, closed_at = ${timestamp(now)}
          where id = ${from}`,
      ],
    },
    personExport: {
      profile: (id) => sql`select name, locale, time_zone, act_links, seen_at, created_at from people where id = ${id}`,
    },
    archive: none("Names are in people.csv and beside what was done."),
    erase: ({ personId, now }) => [
      sql`update people set name = '', locale = 'en', time_zone = null, password_hash = null, seen_at = null,
          previous_seen_at = null, session_version = session_version + 1, closed_at = ${timestamp(now)}
        where id = ${personId} and closed_at is null`,
    ],
    moveOrganisation: noReference,
  },
  absences: {
    // The remaining account is there, unless it said otherwise itself. Nobody stands in for themselves.
    merge: {
      columns: ["person_id", "stand_in_id"],
      statements: ({ from, to }) => [
        sql`delete from absences where person_id = ${from}`,
        sql`update absences set stand_in_id = nullif(${to}::uuid, person_id) where stand_in_id = ${from}`,
      ],
    },
    personExport: {
      away: (id) => sql`select ab.until, case when si.closed_at is null then si.name end as stand_in, ab.created_at
        from absences ab left join people si on si.id = ab.stand_in_id where ab.person_id = ${id}`,
    },
    archive: notOfProject,
    erase: ({ personId }) => [
      sql`delete from absences where person_id = ${personId}`,
      sql`update absences set stand_in_id = null where stand_in_id = ${personId}`,
    ],
    moveOrganisation: noReference,
  },
  addresses: {
    // Open links of the closed account are deleted with its addresses, by foreign key.
    merge: {
      columns: ["person_id"],
      statements: ({ from }) => [sql`delete from addresses where person_id = ${from}`],
    },
    personExport: {
      addresses: (id) =>
        sql`select address, is_primary, confirmed_at, created_at from addresses where person_id = ${id}`,
    },
    archive: notOfProject,
    erase: ({ personId }) => [sql`delete from addresses where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
  identities: {
    merge: reassign("identities", "person_id"),
    personExport: { signOn: (id) => sql`select issuer, created_at from identities where person_id = ${id}` },
    archive: notOfProject,
    erase: ({ personId }) => [sql`delete from identities where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
  sessions: {
    merge: {
      columns: ["person_id"],
      statements: ({ from, now }) => [
        sql`update sessions set ended_at = coalesce(ended_at, ${timestamp(now)}), browser = '', system = ''
          where person_id = ${from}`,
      ],
    },
    personExport: {
      devices: (id) => sql`select browser, system, verified_at, last_seen_at, ended_at, created_at from sessions
        where person_id = ${id} order by created_at`,
    },
    archive: notOfProject,
    erase: ({ personId, now }) => [
      sql`update sessions set ended_at = coalesce(ended_at, ${timestamp(now)}), browser = '', system = ''
        where person_id = ${personId}`,
    ],
    moveOrganisation: noReference,
  },
  person_tokens: {
    merge: unchanged("Deleted with the addresses of the account that is closed (on delete cascade).", "person_id"),
    personExport: none("Hashes of links that work for a few hours: they say nothing of the person."),
    archive: notOfProject,
    erase: ({ personId }) => [sql`delete from person_tokens where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
  mails: {
    merge: reassign("mails", "person_id"),
    personExport: {
      mails: (id) => sql`select template, address, subject, status, sent_at from mails where person_id = ${id}
        order by created_at`,
    },
    archive: notOfProject,
    erase: ({ personId, addresses }) => [
      sql`delete from mails where person_id = ${personId}`,
      ...addresses.map((address) => sql`delete from mails where address = ${address}`),
      // E-mails to others about what the person did: their subjects or contents may name them.
      sql`delete from mails where template = 'news' and split_part(dedupe_key, ':', 2) in
        (select a.id::text from activity a where a.person_id = any(${recordedPeople(sql`${personId}::uuid`)}))`,
      sql`delete from mails where template = 'invitation' and status = 'kept' and split_part(dedupe_key, ':', 2) in
        (select i.id::text from invitations i where i.invited_by = ${personId})`,
    ],
    moveOrganisation: noReference,
  },
  mail_stops: {
    merge: noReference,
    personExport: {
      stoppedMail: (id) => sql`select m.address, m.kind, m.created_at from mail_stops m where exists (select 1
        from addresses a where a.person_id = ${id} and a.address = m.address and a.confirmed_at is not null)`,
    },
    archive: notOfProject,
    erase: none("An address that asked for no more mail stays on the list, or mail would be sent to it again."),
    moveOrganisation: noReference,
  },
};
