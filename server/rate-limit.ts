import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { getTableName, inArray } from "drizzle-orm";
import { db, type Db } from "@/db/client";
import { rateLimits } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { env } from "@/server/env";

/** Attempts allowed per key and seconds; the setting RATE_LIMIT_FACTOR multiplies the attempts. */
const limits = {
  signInAddress: { points: 10, seconds: 15 * 60 },
  signInIp: { points: 60, seconds: 15 * 60 },
  signUpIp: { points: 20, seconds: 60 * 60 },
  mailAddress: { points: 5, seconds: 60 * 60 },
  mailIp: { points: 30, seconds: 60 * 60 },
  tokenIp: { points: 60, seconds: 15 * 60 },
  invitations: { points: 200, seconds: 24 * 60 * 60 },
  organisations: { points: 30, seconds: 24 * 60 * 60 },
  projects: { points: 30, seconds: 24 * 60 * 60 },
  search: { points: 240, seconds: 60 },
  lists: { points: 60, seconds: 60 * 60 },
  uploads: { points: 1_000, seconds: 60 * 60 },
  writes: { points: 600, seconds: 10 * 60 },
  exports: { points: 20, seconds: 60 * 60 },
  archivesIp: { points: 120, seconds: 60 * 60 },
  publicQueries: { points: 600, seconds: 60 },
} as const;

export type Limit = keyof typeof limits;

// Asked through the same pool, and by statements that PostgreSQL knows already: the library's way through Drizzle builds
// each of them anew, which takes longer than the counting.
const counters = {
  query: async ({ text, values }: { text: string; values: (string | number | null)[] }) => {
    const rows = await db().$client.unsafe(text, values);
    return { rows, rowCount: rows.count };
  },
};

type Limiters = Map<Limit, RateLimiterPostgres>;
const shared = globalThis as typeof globalThis & { consortaLimiters?: Limiters };

function limiter(name: Limit): RateLimiterPostgres {
  const all: Limiters = (shared.consortaLimiters ??= new Map<Limit, RateLimiterPostgres>());
  const known = all.get(name);
  if (known) return known;
  const { points, seconds } = limits[name];
  const made = new RateLimiterPostgres({
    storeClient: counters,
    storeType: "client",
    tableName: getTableName(rateLimits),
    tableCreated: true,
    keyPrefix: name,
    points: Math.ceil(points * env().RATE_LIMIT_FACTOR),
    duration: seconds,
    // The daily tidy-up forgets dead counters, for all limits at once.
    clearExpiredByTimeout: false,
  });
  all.set(name, made);
  return made;
}

const hashed = (key: string) => createHash("sha256").update(key).digest("base64url");

/** Counts one attempt for the key, across all instances; throws `rate.limited` with the minutes to wait. Keys are kept hashed. */
export async function limit(name: Limit, key: string, points = 1): Promise<void> {
  try {
    await limiter(name).consume(hashed(key), points);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new DomainError("rate.limited", { minutes: Math.ceil(refused.msBeforeNext / 60_000) });
  }
}

/** Writes that set others to work by mail weigh more; opening the home page only notes that somebody looked. */
const weights: Readonly<Record<string, number>> = {
  "people.home": 0,
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
