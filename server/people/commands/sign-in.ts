import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { fixedLimit, prepared } from "@/db/prepared";
import { addresses, identities, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { normaliseAddress } from "@/domain/people";
import { record } from "@/server/activity/record";
import { verifyPassword } from "@/server/auth/password";
import { env } from "@/server/env";
import { isDemo } from "@/server/demo-mode";
import { limit } from "@/server/rate-limit";
import { proveAddress, spendToken } from "./confirm-address";

export type SignedIn = { id: string; sessionVersion: number };

const ownerStatement = prepared((db) =>
  db
    .select({ id: people.id, sessionVersion: people.sessionVersion, passwordHash: people.passwordHash })
    .from(addresses)
    .innerJoin(people, eq(people.id, addresses.personId))
    .where(and(eq(addresses.address, sql.placeholder("email")), isNull(people.closedAt)))
    .orderBy(sql`${addresses.confirmedAt} is null`, desc(addresses.createdAt))
    .limit(fixedLimit(1))
    .prepare("owner"),
);

/** The person whose address and password these are, or null. Always hashes once. Errors: rate.limited. */
export async function signInByPassword(
  db: Db,
  input: { email: string; password: string; ip: string },
): Promise<SignedIn | null> {
  const email = normaliseAddress(input.email);
  await limit("signInIp", input.ip);
  await limit("signInAddress", email);
  const [person] = await ownerStatement(db).execute({ email });
  const matches = await verifyPassword(person?.passwordHash ?? null, input.password);
  return person && matches ? { id: person.id, sessionVersion: person.sessionVersion } : null;
}

/**
 * Redeems a mailed sign-in link, or the token a fresh account got. The mailed one proves the address; when that was
 * still open, the password goes: whoever set it had not shown that the mailbox is theirs.
 */
export async function signInByLink(db: Db, input: { token: string; ip: string; now: Date }): Promise<SignedIn | null> {
  await limit("tokenIp", input.ip);
  return db.transaction(async (tx) => {
    const first = await spend(tx, input, "first_session");
    if (first) return signedIn(tx, first.personId);
    const mailed = await spend(tx, input, "sign_in");
    if (!mailed) return null;
    const [address] = await tx
      .select({ confirmedAt: addresses.confirmedAt })
      .from(addresses)
      .where(eq(addresses.id, mailed.addressId));
    if (!address?.confirmedAt) {
      await tx
        .update(people)
        .set({ passwordHash: null, sessionVersion: sql`${people.sessionVersion} + 1` })
        .where(eq(people.id, mailed.personId));
    }
    const { personId } = await proveAddress(tx, input.now, mailed);
    return signedIn(tx, personId);
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

async function signedIn(tx: Db, personId: string): Promise<SignedIn | null> {
  const [person] = await tx
    .select({ id: people.id, sessionVersion: people.sessionVersion })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.closedAt)));
  return person ?? null;
}

/** One-click sign-in of the demo; null anywhere else. */
export async function signInToDemo(db: Db, role: string): Promise<SignedIn | null> {
  if (!isDemo()) return null;
  const [person] = await db
    .select({ id: people.id, sessionVersion: people.sessionVersion })
    .from(people)
    .where(and(eq(people.demoRole, role), isNull(people.closedAt)));
  return person ?? null;
}

type Identity = { issuer: string; subject: string; email: string; emailVerified: boolean; name: string };

/**
 * The person of a single sign-on identity (issuer and subject). A new identity joins an account only when the provider
 * vouches for an address that is confirmed here; otherwise it makes an account, where sign-up is open.
 */
export async function signInByIdentity(db: Db, identity: Identity, now: Date): Promise<SignedIn | null> {
  const email = normaliseAddress(identity.email);
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${identity.issuer} ${identity.subject}`}, 0))`,
    );
    const [known] = await tx
      .select({ personId: identities.personId })
      .from(identities)
      .where(and(eq(identities.issuer, identity.issuer), eq(identities.subject, identity.subject)));
    if (known) return signedIn(tx, known.personId);
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
    return signedIn(tx, personId);
  });
}
