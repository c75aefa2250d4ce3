import { decode, encode, type JWT } from "@auth/core/jwt";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { prepared } from "@/db/prepared";
import { people } from "@/db/schema";
import type { Actor } from "@/domain/actor";
import { env } from "@/server/env";
import { sessionCookieName } from "./cookie";

type Claims = { personId: string; sessionVersion: number };

const lifetimeSeconds = 30 * 24 * 60 * 60;
const renewAfterSeconds = 24 * 60 * 60;

// A page and the door before it read the same token, and people press many buttons: deriving the key each time would cost more
// than the query that follows. Only what was decrypted once is kept, so a forged token finds nothing here.
const decrypted = new Map<string, JWT>();
const decryptedLimit = 5_000;

async function readToken(header: string | null | undefined) {
  const name = sessionCookieName();
  const found = header?.split(";").find((part) => part.trimStart().startsWith(`${name}=`));
  const token = found?.slice(found.indexOf("=") + 1).trim();
  if (!token) return null;
  const known = decrypted.get(token);
  if (known) return (known.exp ?? 0) * 1000 > Date.now() ? known : null;
  const read = await decode({ token, secret: env().AUTH_SECRET, salt: name }).catch(() => null);
  if (!read) return null;
  if (decrypted.size >= decryptedLimit) decrypted.clear();
  decrypted.set(token, read);
  return read;
}

/** The session in a Cookie header, or null when there is none or it was not made here. */
export async function claimsFromCookieHeader(header: string | null | undefined): Promise<Claims | null> {
  const token = await readToken(header);
  if (typeof token?.sub !== "string" || typeof token["sessionVersion"] !== "number") return null;
  return { personId: token.sub, sessionVersion: token["sessionVersion"] };
}

/** A session token for these claims, valid for 30 days. */
export function mintSession(claims: Claims): Promise<string> {
  return encode({
    token: { sub: claims.personId, sessionVersion: claims.sessionVersion },
    secret: env().AUTH_SECRET,
    salt: sessionCookieName(),
    maxAge: lifetimeSeconds,
  });
}

/** A fresh token for a session older than a day, so that it slides on without a write per request; else null. */
export async function renewedSession(header: string | null | undefined, now: Date): Promise<string | null> {
  const token = await readToken(header);
  if (typeof token?.sub !== "string" || typeof token["sessionVersion"] !== "number") return null;
  if (now.getTime() / 1000 - (token.iat ?? 0) < renewAfterSeconds) return null;
  return mintSession({ personId: token.sub, sessionVersion: token["sessionVersion"] });
}

const operators = sql.placeholder("operators");
const today = sql`(${sql.placeholder("now")}::timestamptz at time zone 'Europe/Brussels')::date`;

const personStatement = prepared((db) =>
  db
    .select({
      id: people.id,
      name: people.name,
      locale: people.locale,
      sessionVersion: people.sessionVersion,
      confirmed: sql<boolean>`exists (select 1 from addresses a
        where a.person_id = people.id and a.confirmed_at is not null)`,
      operator: sql<boolean>`exists (select 1 from addresses a
        where a.person_id = people.id and a.confirmed_at is not null and a.address = any(${operators}::text[]))`,
      organisations: sql<Actor["organisations"]>`coalesce((
        select json_agg(json_build_object('organisationId', op.organisation_id, 'shortName', o.short_name,
          'role', op.role) order by op.created_at)
        from organisation_people op join organisations o on o.id = op.organisation_id
        where op.person_id = people.id), '[]')`,
      participations: sql<Actor["participations"]>`coalesce((
        select json_agg(json_build_object('projectId', pp.project_id, 'slug', pr.slug, 'acronym', pr.acronym,
          'projectStatus', pr.status, 'participationId', pa.id,
          'organisationId', pa.organisation_id, 'kind', pa.kind, 'role', pp.role) order by pp.created_at desc)
        from participation_people pp
        join participations pa on pa.id = pp.participation_id
        join projects pr on pr.id = pp.project_id
        where pp.person_id = people.id and pp.ended_at is null and pa.joined_at is not null
          and (pa.ended_on is null or pa.ended_on >= ${today})), '[]')`,
    })
    .from(people)
    .where(and(eq(people.id, sql.placeholder("personId")), isNull(people.closedAt)))
    .prepare("person"),
);

/**
 * The person with all rights as they stand now, in one query; null when the account is closed. Places that ended
 * (by their date in Brussels, or the person's own) are left out.
 */
export async function loadActor(
  db: Db,
  personId: string,
  now: Date,
): Promise<{ actor: Actor; sessionVersion: number } | null> {
  const list = `{${env()
    .OPERATORS.map((address) => JSON.stringify(address))
    .join(",")}}`;
  const [row] = await personStatement(db).execute({ personId, operators: list, now: now.toISOString() });
  if (!row) return null;
  const { id, sessionVersion, confirmed, ...person } = row;
  return { sessionVersion, actor: { ...person, personId: id, addressConfirmed: confirmed } };
}

/** Who sends this request: the session must be intact and of the person's current session version. */
export async function actorFromCookieHeader(
  db: Db,
  header: string | null | undefined,
  now: Date,
): Promise<Actor | null> {
  const claims = await claimsFromCookieHeader(header);
  if (!claims) return null;
  const loaded = await loadActor(db, claims.personId, now);
  return loaded && loaded.sessionVersion === claims.sessionVersion ? loaded.actor : null;
}
