import type { Db } from "@/db/client";
import { purgeUploads } from "@/server/files/purge";
import type { JobName, Payload } from "./payloads";

export interface JobContext {
  db: Db;
  now: Date;
}
export type Handler<N extends JobName> = (context: JobContext, payload: Payload<N>) => Promise<void>;

/** Every job and what it does. Handlers may run twice for one job, so they must come to the same end. */
export const handlers: { [N in JobName]?: Handler<N> } = {
  purge_uploads: purgeUploads,
};

/** Jobs that come by the clock (minute hour day month weekday, UTC); one missed while the house was down is not made up for. */
export const schedule: { job: JobName; at: string }[] = [{ job: "purge_uploads", at: "17 * * * *" }];
