import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { payloads, type JobName, type Payload } from "./payloads";

// Backoff is e^attempt seconds, so the twelfth try comes about a day after the first.
const maxAttempts = 12;

/**
 * Puts a job into the queue in the caller's transaction: it exists exactly when the act that caused it does. With a
 * jobKey a later job of the same key takes the place of one that has not run yet.
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
