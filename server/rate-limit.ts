import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { getTableName, inArray } from "drizzle-orm";
import { db, type Db } from "@/db/client";
import { rateLimits } from "@/db/schema";
import { DomainError, type ErrorCode } from "@/domain/errors";
import { env } from "@/server/env";
import { logSecurity } from "@/server/security-log";

interface Budget {
  points: number;
  seconds: number;
  /** What the key is, for the log: a network or a person's id may be named there, an address may not. */
  by: "network" | "person" | "address";
  /** Counted in this process alone: for what costs less than a statement of the database. */
  inMemory?: true;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Every budget: points for each key and period; the setting RATE_LIMIT_FACTOR multiplies the points. */
export const limits = {
  /** Passwords tried for an address from one network. */
  signInAddress: { points: 10, seconds: 15 * minute, by: "address" },
  /** Passwords tried for an address from all networks: beyond it attempts are slowed down, never refused. */
  signInSlow: { points: 30, seconds: 15 * minute, by: "address" },
  signInIp: { points: 60, seconds: 15 * minute, by: "network" },
  /** Passwords that a signed-in person gives to verify their identity. */
  identity: { points: 10, seconds: 15 * minute, by: "person" },
  signUpIp: { points: 20, seconds: hour, by: "network" },
  /** Links and confirmations that one network asks for, in all and for one address. */
  mailIp: { points: 30, seconds: hour, by: "network" },
  mailAddress: { points: 5, seconds: hour, by: "address" },
  /**
   * Links to one address from all networks. The period is how long such a link works: who is refused because others
   * asked too often finds one that works in the mailbox.
   */
  signInLinks: { points: 5, seconds: 15 * minute, by: "address" },
  resetLinks: { points: 5, seconds: hour, by: "address" },
  /** Confirmations to one address that sign-ups of all networks cause; beyond it the account is made without one. */
  signUpMails: { points: 10, seconds: day, by: "address" },
  /** Confirmations that a person has sent to their own addresses: nobody else counts here. */
  ownMails: { points: 10, seconds: hour, by: "person" },
  /** E-mails to one address that other people cause: invitations weigh 3, news and reminders 1. */
  mailFromOthers: { points: 30, seconds: day, by: "address" },
  tokenIp: { points: 60, seconds: 15 * minute, by: "network" },
  invitations: { points: 200, seconds: day, by: "person" },
  organisations: { points: 30, seconds: day, by: "person" },
  projects: { points: 30, seconds: day, by: "person" },
  search: { points: 240, seconds: minute, by: "person" },
  lists: { points: 60, seconds: hour, by: "person" },
  uploads: { points: 1_000, seconds: hour, by: "person" },
  writes: { points: 600, seconds: 10 * minute, by: "person" },
  exports: { points: 20, seconds: hour, by: "person" },
  archivesIp: { points: 120, seconds: hour, by: "network" },
  publicQueries: { points: 600, seconds: minute, by: "network" },
  programme: { points: 600, seconds: minute, by: "network", inMemory: true },
} as const satisfies Record<string, Budget>;

export type Limit = keyof typeof limits;

// Asked through the same pool, and by statements that PostgreSQL knows already: the library's way through Drizzle builds
// each of them anew, which takes longer than the counting.
const counters = {
  query: async ({ text, values }: { text: string; values: (string | number | null)[] }) => {
    const rows = await db().$client.unsafe(text, values);
    return { rows, rowCount: rows.count };
  },
};

type Limiter = RateLimiterPostgres | RateLimiterMemory;
type Limiters = Map<Limit, Limiter>;
const shared = globalThis as typeof globalThis & { consortaLimiters?: Limiters };

function limiter(name: Limit): Limiter {
  const all: Limiters = (shared.consortaLimiters ??= new Map<Limit, Limiter>());
  const known = all.get(name);
  if (known) return known;
  const budget: Budget = limits[name];
  const options = {
    keyPrefix: name,
    points: Math.ceil(budget.points * env().RATE_LIMIT_FACTOR),
    duration: budget.seconds,
  };
  const made = budget.inMemory
    ? new RateLimiterMemory(options)
    : new RateLimiterPostgres({
        ...options,
        storeClient: counters,
        storeType: "client",
        tableName: getTableName(rateLimits),
        tableCreated: true,
        // The daily tidy-up forgets dead counters, for all limits at once.
        clearExpiredByTimeout: false,
      });
  all.set(name, made);
  return made;
}

const hashed = (key: string) => createHash("sha256").update(key).digest("base64url");

/** Counts points for the key, across all instances; null while the budget lasts. Keys are kept hashed. */
async function consume(name: Limit, key: string, points: number): Promise<RateLimiterRes | null> {
  try {
    await limiter(name).consume(hashed(key), points);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const { by } = limits[name];
    const about = by === "network" ? { network: key } : by === "person" ? { account: key } : {};
    logSecurity("limit.reached", { ...about, what: name });
    return refused;
  }
}

/** Counts an attempt; throws `rate.limited`, or the code given, with the minutes to wait. */
export async function limit(name: Limit, key: string, points = 1, code: ErrorCode = "rate.limited"): Promise<void> {
  const refused = await consume(name, key, points);
  if (refused) throw new DomainError(code, { minutes: Math.ceil(refused.msBeforeNext / 60_000) });
}

/** Counts an attempt; false when the budget is used up. */
export async function withinLimit(name: Limit, key: string, points = 1): Promise<boolean> {
  return (await consume(name, key, points)) === null;
}

const slowStepMs = 250;
const slowestMs = 8_000;

/** Counts an attempt and returns the milliseconds to wait before it is answered: more with each one beyond the budget. */
export async function slowDown(name: Limit, key: string): Promise<number> {
  const refused = await consume(name, key, 1);
  if (!refused) return 0;
  const over = refused.consumedPoints - limiter(name).points;
  return Math.min(over * slowStepMs, slowestMs);
}

/** Writes that set others to work by mail weigh more; opening the home page counts as none. */
const weights: Readonly<Record<string, number>> = {
  "people.markSeen": 0,
  "reviews.submit": 10,
  "reviews.give": 5,
  "reviews.decide": 5,
  "practices.submit": 10,
  "organisations.requestToJoin": 20,
};

/** Counts one write of a signed-in person, by the name of its procedure: one statement for all of them. */
export async function limitWrite(personId: string, procedure: string): Promise<void> {
  const weight = weights[procedure] ?? 1;
  if (weight > 0) await limit("writes", personId, weight);
}

/** Forgets the counters of these keys, whatever they count. */
export async function forgetLimits(tx: Db, keys: string[]): Promise<void> {
  const rows = Object.keys(limits).flatMap((name) => keys.map((key) => `${name}:${hashed(key)}`));
  await tx.delete(rateLimits).where(inArray(rateLimits.key, rows));
}
