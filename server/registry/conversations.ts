import { sql } from "drizzle-orm";
import { type Belonging, noActsYet, none, reassign, staysAsWork } from "./belonging";

const ofTwoOrganisations = none("Belongs to the two organisations, not to the project: nobody else reads it.");

/** Conversations of organisations about a practice. */
export const conversationTables: Record<string, Belonging> = {
  conversations: {
    merge: reassign("conversations", "started_by"),
    personExport: {
      conversations: (id) => sql`select r.title as practice, o.short_name as organisation, c.state, c.created_at
        from conversations c join practices r on r.id = c.practice_id join organisations o on o.id = c.organisation_id
        where c.started_by = ${id} order by c.created_at`,
    },
    archive: ofTwoOrganisations,
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id", "ended_by"),
  },
  conversation_messages: {
    merge: reassign("conversation_messages", "person_id"),
    personExport: {
      conversationMessages: (id) => sql`select r.title as practice, m.text, m.created_at
        from conversation_messages m join conversations c on c.id = m.conversation_id
        join practices r on r.id = c.practice_id where m.person_id = ${id} order by m.created_at`,
    },
    archive: ofTwoOrganisations,
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
};
