import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { payloads, type JobName, type Payload } from "./payloads";

// Backoff is e^attempt seconds, so the twelfth attempt is about a day after the first.
export const maxAttempts = 12;

/**
 * Enqueues a job in the caller's transaction, so that it exists exactly when the change is committed. A later job with
 * the same jobKey replaces one that has not run yet.
 */
export async function enqueue<N extends JobName>(
  tx: Db,
  name: N,
  payload: Payload<N>,
  options: { runAt?: Date; jobKey?: string } = {},
): Promise<void> {
  const checked = payloads[name].parse(payload);
  await tx.execute(sql`select graphile_worker.add_job(
    identifier => ${name}::text,
    payload => ${JSON.stringify(checked)}::json,
    run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
    max_attempts => ${maxAttempts}::int,
    job_key => ${options.jobKey ?? null}::text
  )`);
}
