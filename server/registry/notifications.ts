import { sql } from "drizzle-orm";
import { type Belonging, none, noReference } from "./belonging";

const ofAPerson = none("Belongs to the person who is told, not to the project.");

/** Who was told of what, and what people muted. */
export const notificationTables: Record<string, Belonging> = {
  notifications: {
    // When both accounts were told of an event, what the remaining one read is kept.
    merge: {
      columns: ["person_id"],
      statements: ({ from, to }) => [
        sql`update notifications f set person_id = ${to} where f.person_id = ${from} and not exists (
          select 1 from notifications o where o.person_id = ${to} and (o.activity_id = f.activity_id or o.comment_id = f.comment_id))`,
        sql`delete from notifications where person_id = ${from}`,
      ],
    },
    personExport: {
      notifications: (id) => sql`select coalesce(a.type, 'comment.added') as type, n.why, n.at, n.read_at
        from notifications n left join activity a on a.id = n.activity_id where n.person_id = ${id} order by n.at`,
    },
    archive: ofAPerson,
    erase: ({ personId }) => [sql`delete from notifications where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
  notification_settings: {
    // The choices of the remaining account apply.
    merge: {
      columns: ["person_id"],
      statements: ({ from, to }) => [
        sql`update notification_settings f set person_id = ${to} where f.person_id = ${from} and not exists (
          select 1 from notification_settings o where o.person_id = ${to})`,
        sql`delete from notification_settings where person_id = ${from}`,
      ],
    },
    personExport: {
      emailSettings: (id) => sql`select asked, news, comments, reminders, letter, hour, weekday, paused_until
        from notification_settings where person_id = ${id}`,
    },
    archive: ofAPerson,
    erase: ({ personId }) => [sql`delete from notification_settings where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
  act_links: {
    merge: {
      columns: ["person_id"],
      statements: ({ from }) => [sql`delete from act_links where person_id = ${from}`],
    },
    personExport: none("Hashes of links that work for a week; what was done with them is in the activity."),
    archive: ofAPerson,
    erase: ({ personId }) => [sql`delete from act_links where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
  notification_mutes: {
    merge: {
      columns: ["person_id"],
      statements: ({ from, to }) => [
        sql`update notification_mutes f set person_id = ${to} where f.person_id = ${from} and not exists (
          select 1 from notification_mutes o where o.person_id = ${to}
            and o.subject_type = f.subject_type and o.subject_id = f.subject_id)`,
        sql`delete from notification_mutes where person_id = ${from}`,
      ],
    },
    personExport: {
      muted: (id) => sql`select subject_type, subject_id, until from notification_mutes where person_id = ${id}`,
    },
    archive: ofAPerson,
    erase: ({ personId }) => [sql`delete from notification_mutes where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
};
