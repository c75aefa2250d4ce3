import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

/** The client or a transaction of it, so that functions work with both. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
type Client = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };

/** Maximum number of connections of one process. */
export const poolSize = 12;

/**
 * PostgreSQL limits for each session of the pool, in milliseconds: a statement, a wait for a lock, and an idle
 * transaction. Without them one stuck caller keeps its connection, and callers that wait for it keep theirs.
 */
const limits = { statement_timeout: 15_000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 30_000 };
/** How much of a word a text has to have, from 0 to 1, so that `%>` finds it: with 0.6 a wrong letter is too many. */
const misspelling = { "pg_trgm.word_similarity_threshold": "0.45" };
/** Maximum time of a statement including the wait for a connection, in milliseconds. */
const patienceMs = 15_000;

/** Cancels a query that has no result in time; one that still waits for a connection fails and never runs. */
function bound(query: Promise<unknown> & { cancel: () => void }, ms: number): void {
  const late = setTimeout(() => {
    query.cancel();
  }, ms);
  const settled = () => {
    clearTimeout(late);
  };
  query.then(settled, settled);
}

/** Opens a separate pool; the process-wide one is db(). `limited: false` is for long-running work. */
export function openDb(url: string, options: { max?: number; limited?: boolean; patienceMs?: number } = {}): Client {
  const { max = poolSize, limited = true } = options;
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 10,
    // PostgreSQL sends the notice "already exists, skipping" at every start.
    onnotice: () => undefined,
    connection: { application_name: "consorta", TimeZone: "UTC", ...misspelling, ...(limited ? limits : {}) },
  });
  // Drizzle prepares a statement only when the query has a name. Parsing and planning a query with four joins takes
  // PostgreSQL longer than running it, and an unprepared one needs two round trips.
  const unsafe = client.unsafe.bind(client);
  client.unsafe = <T extends postgres.Row[] = postgres.Row[]>(
    ...[text, values, queryOptions]: Parameters<typeof unsafe>
  ) => {
    const query = unsafe<T>(text, values, { ...queryOptions, prepare: true });
    if (limited) bound(query, options.patienceMs ?? patienceMs);
    return query;
  };
  return drizzle(client, { schema });
}

// On globalThis, because the server's modules and Next's bundle are two module graphs of one process and share one
// pool.
const shared = globalThis as typeof globalThis & { consortaDb?: Client };

/** Opens the pool of this process; called once, at the start. */
export function connectDb(url: string): Client {
  shared.consortaDb ??= openDb(url);
  return shared.consortaDb;
}

/** The pool of this process. */
export function db(): Client {
  if (shared.consortaDb === undefined) throw new Error("The database is not connected: connectDb() comes first.");
  return shared.consortaDb;
}

export async function closeDb(): Promise<void> {
  const open = shared.consortaDb;
  delete shared.consortaDb;
  await open?.$client.end({ timeout: 1 });
}
