import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import pLimit from "p-limit";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { fixedLimit, prepared } from "@/db/prepared";
import { addresses, identities, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { normaliseAddress } from "@/domain/addresses";
import { record } from "@/server/events/record";
import { verifyPassword } from "@/server/auth/password";
import { type Device, endSessions, type SignedIn, startSession } from "@/server/auth/session-rows";
import { env } from "@/server/env";
import { isDemo } from "@/server/demo-mode";
import { limit, slowDown } from "@/server/rate-limit";
import { logSecurity } from "@/server/security-log";
import { proveAddress, spendToken } from "./confirm-address";

/** Device and network of a sign-in. */
export type From = { ip: string; device: Device; now: Date };

// Concurrent password hashes are limited, because more would delay all pages without finishing sooner. Slowed-down
// attempts wait before they queue.
const hashing = pLimit(3 * availableParallelism());

/** Several accounts may hold the same unconfirmed address; the password is checked against at most this many. */
const claimsTried = 5;

const claimsStatement = prepared((db) =>
  db
    .select({ id: people.id, passwordHash: people.passwordHash, confirmedAt: addresses.confirmedAt })
    .from(addresses)
    .innerJoin(people, eq(people.id, addresses.personId))
    .where(and(eq(addresses.address, sql.placeholder("email")), isNull(people.closedAt)))
    .orderBy(sql`${addresses.confirmedAt} is null`, asc(addresses.createdAt))
    .limit(fixedLimit(claimsTried))
    .prepare("claims"),
);

/**
 * The account with this address and password, or null. A confirmed address belongs to one account; of several accounts
 * with an unconfirmed address, the oldest with this password. Hashes once even for an unknown address, so that response
 * times do not show whether there is an account.
 */
async function findByPassword(db: Db, email: string, password: string): Promise<string | null> {
  const claims = await claimsStatement(db).execute({ email });
  const [first] = claims;
  if (!first || first.confirmedAt) {
    return (await verifyPassword(first?.passwordHash ?? null, password)) ? (first?.id ?? null) : null;
  }
  for (const claim of claims) if (await verifyPassword(claim.passwordHash, password)) return claim.id;
  return null;
}

/**
 * Signs in with an address and a password; null when they do not match. Many wrong passwords from one network are
 * refused; from many networks they slow down sign-in for the address, so that nobody can lock out its owner. Errors:
 * rate.limited.
 */
export async function signInByPassword(
  db: Db,
  input: { email: string; password: string } & From,
): Promise<SignedIn | null> {
  const email = normaliseAddress(input.email);
  await limit("signInIp", input.ip);
  await limit("signInAddress", `${email} ${input.ip}`);
  await pause(await slowDown("signInSlow", email));
  const personId = await hashing(() => findByPassword(db, email, input.password));
  if (personId === null) logSecurity("sign_in.failed", { network: input.ip, what: "password" });
  return personId === null ? null : startSession(db, input.now, personId, input.device);
}

/**
 * Redeems an e-mailed sign-in link, or the token of a new account. An e-mailed link confirms the address; when that was
 * not confirmed before, the password is removed, because the person who set it has not proved access to the mailbox.
 */
export async function signInByLink(db: Db, input: { token: string } & From): Promise<SignedIn | null> {
  await limit("tokenIp", input.ip);
  return db.transaction(async (tx) => {
    const first = await spend(tx, input, "first_session");
    if (first) return startOpenSession(tx, first.personId, input);
    const mailed = await spend(tx, input, "sign_in");
    if (!mailed) {
      logSecurity("sign_in.failed", { network: input.ip, what: "link" });
      return null;
    }
    const [address] = await tx
      .select({ confirmedAt: addresses.confirmedAt })
      .from(addresses)
      .where(eq(addresses.id, mailed.addressId));
    if (!address?.confirmedAt) {
      await tx.update(people).set({ passwordHash: null }).where(eq(people.id, mailed.personId));
      await endSessions(tx, input.now, mailed.personId);
    }
    const { personId } = await proveAddress(tx, input.now, mailed);
    return startOpenSession(tx, personId, input);
  });
}

async function spend(tx: Db, input: { token: string; now: Date }, purpose: "first_session" | "sign_in") {
  try {
    return await spendToken(tx, input.now, input.token, purpose);
  } catch (refused) {
    if (refused instanceof DomainError) return null;
    throw refused;
  }
}

/** Starts a session unless the account is closed. */
async function startOpenSession(tx: Db, personId: string, from: Omit<From, "ip">): Promise<SignedIn | null> {
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.closedAt)));
  return person ? startSession(tx, from.now, person.id, from.device) : null;
}

/** One-click sign-in of the demo; null elsewhere. */
export async function signInToDemo(db: Db, role: string, from: Omit<From, "ip">): Promise<SignedIn | null> {
  if (!isDemo()) return null;
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.demoRole, role), isNull(people.closedAt)));
  return person ? startSession(db, from.now, person.id, from.device) : null;
}

type Identity = { issuer: string; subject: string; email: string; emailVerified: boolean; name: string };

/**
 * The person of a single sign-on identity (issuer and subject). A new identity is linked to an account only when the
 * provider has verified an address that is confirmed here; otherwise it creates an account, where sign-up is open.
 */
export async function signInByIdentity(db: Db, identity: Identity, from: Omit<From, "ip">): Promise<SignedIn | null> {
  const { now } = from;
  const email = normaliseAddress(identity.email);
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${identity.issuer} ${identity.subject}`}, 0))`,
    );
    const [existing] = await tx
      .select({ personId: identities.personId })
      .from(identities)
      .where(and(eq(identities.issuer, identity.issuer), eq(identities.subject, identity.subject)));
    if (existing) return startOpenSession(tx, existing.personId, from);
    if (!identity.emailVerified) return null;
    const [owner] = await tx
      .select({ personId: addresses.personId })
      .from(addresses)
      .innerJoin(people, eq(people.id, addresses.personId))
      .where(and(eq(addresses.address, email), isNotNull(addresses.confirmedAt), isNull(people.closedAt)));
    const personId = owner?.personId ?? uuid();
    if (!owner) {
      if (env().SIGN_UP === "invitation") return null;
      await tx.insert(people).values({ id: personId, name: identity.name, createdAt: now });
      await tx.insert(addresses).values({ id: uuid(), personId, address: email, isPrimary: true, confirmedAt: now });
      await record(tx, { actor: null, personId, now }, {}, { type: "person.signed_up", data: {} });
    }
    await tx.insert(identities).values({ id: uuid(), personId, issuer: identity.issuer, subject: identity.subject });
    const linked = { type: "person.identity_linked" as const, data: { issuer: identity.issuer } };
    await record(tx, { actor: null, personId, now }, {}, linked);
    return startOpenSession(tx, personId, from);
  });
}
