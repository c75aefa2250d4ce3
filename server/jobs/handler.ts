import type { Db } from "@/db/client";
import type { JobName, Payload } from "./payloads";

export interface JobContext {
  db: Db;
  now: Date;
  /** True when the job will not be retried. */
  lastTry?: boolean;
}
export type Handler<N extends JobName> = (context: JobContext, payload: Payload<N>) => Promise<void>;
