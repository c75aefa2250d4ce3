import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

// Rows of `activity` are never changed. Where two accounts were merged, or another organisation took a participation,
// an alias leads from the id in the row to the one that remains. Every read of the record resolves them with these.

/** The account that remains of a person in the record, as SQL. */
export const currentPerson = (personId: SQLWrapper): SQL =>
  sql`coalesce((select aliases.person_id from person_aliases aliases where aliases.from_person_id = ${personId}), ${personId})`;

/** The organisation that an organisation in the record of a project is today, as SQL. */
export const currentOrganisation = (projectId: SQLWrapper, organisationId: SQLWrapper): SQL =>
  sql`coalesce((select aliases.organisation_id from organisation_aliases aliases
    where aliases.project_id = ${projectId} and aliases.from_organisation_id = ${organisationId}), ${organisationId})`;

/** All ids under which the record holds a person: an array, as SQL. */
export const recordedPeople = (personId: SQLWrapper): SQL =>
  sql`array(select ${personId} union all select aliases.from_person_id from person_aliases aliases
    where aliases.person_id = ${personId})`;

/** All ids under which the record of a project holds an organisation: an array, as SQL. */
export const recordedOrganisations = (projectId: SQLWrapper, organisationId: SQLWrapper): SQL =>
  sql`array(select ${organisationId} union all select aliases.from_organisation_id from organisation_aliases aliases
    where aliases.project_id = ${projectId} and aliases.organisation_id = ${organisationId})`;

/** The name of a person in the record, as SQL; null once the account is closed. */
export const currentName = (personId: SQLWrapper): SQL =>
  sql`(select case when named.closed_at is null then named.name end from people named
    where named.id = ${currentPerson(personId)})`;

/** An id from the data of an event, as SQL; null where the data holds none of that name. */
export function idInData(data: SQLWrapper, name: "personId" | "versionId"): SQL {
  const value = sql`${data}->>'${sql.raw(name)}'`;
  return sql`case when ${value} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${value})::uuid end`;
}

/** The person whom an event is about, from its data, as SQL; null where the data holds no id. */
export const personInData = (data: SQLWrapper): SQL => idInData(data, "personId");
