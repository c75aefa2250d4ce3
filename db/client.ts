import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

/** The client or a transaction of it: whoever writes does not care which. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
type Client = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };

/** Connections of one process. */
export const poolSize = 12;

/**
 * Limits of PostgreSQL on each session of the pool, in milliseconds: a statement, a wait for a lock, and a transaction
 * that does nothing. Without them one stuck caller keeps its connection, and all who wait for it keep theirs.
 */
const limits = { statement_timeout: 15_000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 30_000 };
/** How long a statement may wait for a connection and run, in milliseconds. */
const patienceMs = 15_000;

/** Cancels a query that has no answer in time; one that still waits for a connection fails and never runs. */
function bound(query: Promise<unknown> & { cancel: () => void }, ms: number): void {
  const late = setTimeout(() => {
    query.cancel();
  }, ms);
  const settled = () => {
    clearTimeout(late);
  };
  query.then(settled, settled);
}

/** Opens a pool of its own; the process-wide one is db(). `limited: false` is for work that may take as long as it likes. */
export function openDb(url: string, options: { max?: number; limited?: boolean; patienceMs?: number } = {}): Client {
  const { max = poolSize, limited = true } = options;
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 10,
    // PostgreSQL says "already exists, skipping" on every start; that is no news.
    onnotice: () => undefined,
    connection: { application_name: "consorta", TimeZone: "UTC", ...(limited ? limits : {}) },
  });
  // Drizzle asks for a prepared statement only where a query has a name. Parsing and planning a query with four joins
  // costs PostgreSQL more than running it, and an unprepared one takes two ways there and back.
  const unsafe = client.unsafe.bind(client);
  client.unsafe = <T extends postgres.Row[] = postgres.Row[]>(...[text, values, given]: Parameters<typeof unsafe>) => {
    const query = unsafe<T>(text, values, { ...given, prepare: true });
    if (limited) bound(query, options.patienceMs ?? patienceMs);
    return query;
  };
  return drizzle(client, { schema });
}

// The server's modules and Next's bundle are two module graphs of one process: one pool for both.
const shared = globalThis as typeof globalThis & { consortaDb?: Client };

/** Opens the one pool of this process; done once, at the start. */
export function connectDb(url: string): Client {
  shared.consortaDb ??= openDb(url);
  return shared.consortaDb;
}

/** The one pool of this process. */
export function db(): Client {
  if (shared.consortaDb === undefined) throw new Error("The database is not connected: connectDb() comes first.");
  return shared.consortaDb;
}

export async function closeDb(): Promise<void> {
  const open = shared.consortaDb;
  delete shared.consortaDb;
  await open?.$client.end({ timeout: 1 });
}
