import { decode, encode, type JWT } from "@auth/core/jwt";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { prepared } from "@/db/prepared";
import { people, sessions } from "@/db/schema";
import type { Actor } from "@/domain/actor";
import { sessionDays } from "@/domain/people";
import type { Session } from "@/server/context";
import { env } from "@/server/env";
import { sessionCookieName, sessionCookieOptions } from "./cookie";
import { keyFor } from "./keys";

export type Member = { actor: Actor; session: Session };

/** Claims of a session cookie. Cookies of releases before 0.2 hold no session id, only the person's session version. */
type Claims = { personId: string; sessionId: string; earlierVersion: number | null };

/** Secrets of the session cookie, newest first; the last one decrypts cookies of releases before 0.2. */
export const sessionSecrets = (): string[] => [keyFor("session"), env().AUTH_SECRET];

// The server and the page both read the token of a request, and deriving its key costs more than the query that
// follows. Only successfully decrypted tokens are cached, so that forged tokens cannot fill the cache.
const decrypted = new Map<string, JWT>();
const decryptedLimit = 5_000;

async function readToken(header: string | null | undefined) {
  const name = sessionCookieName();
  const found = header?.split(";").find((part) => part.trimStart().startsWith(`${name}=`));
  const token = found?.slice(found.indexOf("=") + 1).trim();
  if (!token) return null;
  const cached = decrypted.get(token);
  if (cached) return (cached.exp ?? 0) * 1000 > Date.now() ? cached : null;
  const read = await decode({ token, secret: sessionSecrets(), salt: name }).catch(() => null);
  if (!read) return null;
  if (decrypted.size >= decryptedLimit) decrypted.clear();
  decrypted.set(token, read);
  return read;
}

/** The claims of the session cookie in a Cookie header, or null when it is missing or invalid. */
export async function claimsFromCookieHeader(header: string | null | undefined): Promise<Claims | null> {
  const token = await readToken(header);
  if (typeof token?.sub !== "string") return null;
  const { sub: personId, sid, jti, sessionVersion } = token;
  if (typeof sid === "string") return { personId, sessionId: sid, earlierVersion: null };
  if (typeof sessionVersion !== "number" || typeof jti !== "string") return null;
  return { personId, sessionId: jti, earlierVersion: sessionVersion };
}

/** A session token for the cookie, valid for the maximum lifetime of a session. */
export function mintSession(session: { personId: string; sessionId: string }): Promise<string> {
  return encode({
    token: { sub: session.personId, sid: session.sessionId },
    secret: keyFor("session"),
    salt: sessionCookieName(),
    maxAge: sessionCookieOptions().maxAge,
  });
}

const operators = sql.placeholder("operators");
const today = sql`(${sql.placeholder("now")}::timestamptz at time zone 'Europe/Brussels')::date`;

const actorColumns = {
  id: people.id,
  name: people.name,
  locale: people.locale,
  timeZone: people.timeZone,
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
      'projectStatus', pr.status, 'callYear', pr.call_year, 'actionCode', pr.action_code, 'participationId', pa.id,
      'organisationId', pa.organisation_id, 'kind', pa.kind, 'role', pp.role) order by pp.created_at desc)
    from participation_people pp
    join participations pa on pa.id = pp.participation_id
    join projects pr on pr.id = pp.project_id
    where pp.person_id = people.id and pp.ended_at is null and pa.joined_at is not null
      and (pa.ended_on is null or pa.ended_on >= ${today})), '[]')`,
};

const personStatement = prepared((db) =>
  db
    .select(actorColumns)
    .from(people)
    .where(and(eq(people.id, sql.placeholder("personId")), isNull(people.closedAt)))
    .prepare("person"),
);

const since = (days: number) => sql`${sql.placeholder("now")}::timestamptz - ${sql.raw(`interval '${days} days'`)}`;

const isOpen = and(
  isNull(sessions.endedAt),
  gt(sessions.lastSeenAt, since(sessionDays.idle)),
  gt(sessions.createdAt, since(sessionDays.absolute)),
  isNull(people.closedAt),
);

const memberStatement = prepared((db) =>
  db
    .select({ ...actorColumns, verifiedAt: sessions.verifiedAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(eq(sessions.id, sql.placeholder("sessionId")), eq(sessions.personId, sql.placeholder("personId")), isOpen),
    )
    .prepare("member"),
);

const openStatement = prepared((db) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(sql`${sessions.id} = any(${sql.placeholder("ids")}::uuid[])`, isOpen))
    .prepare("open_sessions"),
);

/** Those of these sessions that are open. */
export async function findOpenSessions(db: Db, ids: readonly string[], now: Date): Promise<Set<string>> {
  const rows = await openStatement(db).execute({ ids: `{${ids.join(",")}}`, now: now.toISOString() });
  return new Set(rows.map(({ id }) => id));
}

const operatorList = () =>
  `{${env()
    .OPERATORS.map((address) => JSON.stringify(address))
    .join(",")}}`;

type ActorRow = Omit<Actor, "personId" | "addressConfirmed"> & { id: string; confirmed: boolean };

const toActor = ({ id, confirmed, ...person }: ActorRow): Actor => ({
  ...person,
  personId: id,
  addressConfirmed: confirmed,
});

/**
 * The person with their current rights, in one query; null when the account is closed. Participations and memberships
 * that have ended (by date in Brussels) are left out.
 */
export async function loadActor(db: Db, personId: string, now: Date): Promise<{ actor: Actor } | null> {
  const values = { personId, operators: operatorList(), now: now.toISOString() };
  const [row] = await personStatement(db).execute(values);
  return row ? { actor: toActor(row) } : null;
}

const seenAgainAfterMs = 60 * 60_000;

async function findMember(db: Db, claims: Claims, now: Date): Promise<Member | null> {
  const { personId, sessionId } = claims;
  const values = { personId, sessionId, operators: operatorList(), now: now.toISOString() };
  const [row] = await memberStatement(db).execute(values);
  if (!row) return null;
  const { verifiedAt, lastSeenAt, ...person } = row;
  if (now.getTime() - lastSeenAt.getTime() > seenAgainAfterMs) {
    await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId));
  }
  return { actor: toActor(person), session: { id: sessionId, verifiedAt } };
}

/**
 * Stores the session of a cookie of a release before 0.2 at its first use, with the id of its token, unless it was
 * ended before. The person's identity counts as never verified.
 */
async function adoptEarlierSession(db: Db, claims: Claims, now: Date): Promise<boolean> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const adopted = await db.execute(sql`insert into sessions (id, person_id, verified_at, last_seen_at, created_at)
    select ${claims.sessionId}::uuid, p.id, 'epoch', ${at}, ${at} from people p
    where p.id = ${claims.personId} and p.session_version = ${claims.earlierVersion} and p.closed_at is null
    on conflict do nothing returning id`);
  return adopted.length > 0;
}

/** The signed-in person of a Cookie header with their session, or null when the session has ended. */
export async function memberFromCookieHeader(
  db: Db,
  header: string | null | undefined,
  now: Date,
): Promise<Member | null> {
  const claims = await claimsFromCookieHeader(header);
  if (!claims) return null;
  const member = await findMember(db, claims, now);
  if (member || claims.earlierVersion === null) return member;
  return (await adoptEarlierSession(db, claims, now)) ? findMember(db, claims, now) : null;
}

/** The signed-in person of a Cookie header, or null. */
export async function actorFromCookieHeader(
  db: Db,
  header: string | null | undefined,
  now: Date,
): Promise<Actor | null> {
  return (await memberFromCookieHeader(db, header, now))?.actor ?? null;
}
