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
  /** Kind of the key, for the log: networks and ids of people are logged, addresses are not. */
  by: "network" | "person" | "address";
  /** Counted in this process only, where a database statement would cost more than the action. */
  inMemory?: true;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Every budget: points for each key and period; the setting RATE_LIMIT_FACTOR multiplies the points. */
export const limits = {
  /** Passwords tried for an address from one network. */
  signInAddress: { points: 10, seconds: 15 * minute, by: "address" },
  /** Passwords tried for an address from all networks: above it attempts are slowed down, never refused. */
  signInSlow: { points: 30, seconds: 15 * minute, by: "address" },
  signInIp: { points: 60, seconds: 15 * minute, by: "network" },
  /** Passwords that a signed-in person enters to verify their identity. */
  identity: { points: 10, seconds: 15 * minute, by: "person" },
  signUpIp: { points: 20, seconds: hour, by: "network" },
  /** Links and confirmations requested by one network, in all and for one address. */
  mailIp: { points: 30, seconds: hour, by: "network" },
  mailAddress: { points: 5, seconds: hour, by: "address" },
  /**
   * Links to one address from all networks. The period is the lifetime of such a link: when a request is refused
   * because of requests by others, the mailbox holds a link that works.
   */
  signInLinks: { points: 5, seconds: 15 * minute, by: "address" },
  resetLinks: { points: 5, seconds: hour, by: "address" },
  /** Confirmations to one address caused by sign-ups of all networks; above it the account is created without one. */
  signUpMails: { points: 10, seconds: day, by: "address" },
  /** Confirmations that a person sends to their own addresses; other people do not count here. */
  ownMails: { points: 10, seconds: hour, by: "person" },
  /** E-mails to one address caused by other people: invitations weigh 3, events and reminders 1. */
  mailFromOthers: { points: 30, seconds: day, by: "address" },
  tokenIp: { points: 60, seconds: 15 * minute, by: "network" },
  /** Links of e-mails that do something without a sign-in; scanners of a network open all of its e-mails. */
  actLinkIp: { points: 300, seconds: 15 * minute, by: "network" },
  invitations: { points: 200, seconds: day, by: "person" },
  organisations: { points: 30, seconds: day, by: "person" },
  projects: { points: 30, seconds: day, by: "person" },
  /** Conversations with the owners of practices. */
  conversations: { points: 20, seconds: day, by: "person" },
  search: { points: 240, seconds: minute, by: "person" },
  lists: { points: 60, seconds: hour, by: "person" },
  uploads: { points: 1_000, seconds: hour, by: "person" },
  writes: { points: 600, seconds: 10 * minute, by: "person" },
  exports: { points: 20, seconds: hour, by: "person" },
  archivesIp: { points: 120, seconds: hour, by: "network" },
  /** Public files: a class behind one address downloads them at the same time. */
  publicFilesIp: { points: 600, seconds: 10 * minute, by: "network" },
  /** Calendar programs of one network, and of one address; some read every few minutes. */
  calendarIp: { points: 1_200, seconds: hour, by: "network" },
  calendarFeed: { points: 60, seconds: hour, by: "address" },
  publicQueries: { points: 600, seconds: minute, by: "network" },
  /** Reports about public pages from one network. */
  reportsIp: { points: 10, seconds: hour, by: "network" },
  programme: { points: 600, seconds: minute, by: "network", inMemory: true },
} as const satisfies Record<string, Budget>;

export type Limit = keyof typeof limits;

// Prepared statements on the same pool: the library's Drizzle store builds each statement anew, which takes longer than
// counting.
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
  const existing = all.get(name);
  if (existing) return existing;
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
        // The daily cleanup deletes expired counters of all limits.
        clearExpiredByTimeout: false,
      });
  all.set(name, made);
  return made;
}

const hashed = (key: string) => createHash("sha256").update(key).digest("base64url");

/** Counts points for the key, across all instances; null while the budget lasts. Keys are stored hashed. */
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

/** Counts an attempt. Errors: `rate.limited`, or the code given, with the minutes to wait. */
export async function limit(name: Limit, key: string, points = 1, code: ErrorCode = "rate.limited"): Promise<void> {
  const refused = await consume(name, key, points);
  if (refused) throw new DomainError(code, { minutes: Math.ceil(refused.msBeforeNext / 60_000) });
}

/** Counts an attempt; false when the budget is used up. */
export async function withinLimit(name: Limit, key: string, points = 1): Promise<boolean> {
  return (await consume(name, key, points)) === null;
}

/**
 * Counts an attempt that finds nothing: for secrets that are sent with each of many requests. Errors: `rate.limited`,
 * also for what would be found, while the budget is used up.
 */
export async function limitMisses<T>(name: Limit, key: string, find: () => Promise<T | null>): Promise<T | null> {
  const counted = await limiter(name).get(hashed(key));
  const isUsedUp = counted !== null && counted.remainingPoints <= 0;
  const found = isUsedUp ? null : await find();
  if (found === null) await limit(name, key);
  return found;
}

const slowStepMs = 250;
const slowestMs = 8_000;

/**
 * Counts an attempt and returns the milliseconds to wait before the response, which grow with each attempt above the
 * budget.
 */
export async function slowDown(name: Limit, key: string): Promise<number> {
  const refused = await consume(name, key, 1);
  if (!refused) return 0;
  const over = refused.consumedPoints - limiter(name).points;
  return Math.min(over * slowStepMs, slowestMs);
}

/** Writes that send e-mails weigh more; marking the home page as seen weighs nothing. */
const weights: Readonly<Record<string, number>> = {
  "people.markSeen": 0,
  "reviews.submit": 10,
  "reviews.give": 5,
  "reviews.decide": 5,
  "practices.submit": 10,
  "organisations.requestToJoin": 20,
};

/** Counts one write of a signed-in person, weighted by its procedure; one counter for all procedures. */
export async function limitWrite(personId: string, procedure: string): Promise<void> {
  const weight = weights[procedure] ?? 1;
  if (weight > 0) await limit("writes", personId, weight);
}

/** Deletes all counters of these keys. */
export async function forgetLimits(tx: Db, keys: string[]): Promise<void> {
  const rows = Object.keys(limits).flatMap((name) => keys.map((key) => `${name}:${hashed(key)}`));
  await tx.delete(rateLimits).where(inArray(rateLimits.key, rows));
}
