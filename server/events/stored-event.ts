import { type ActivityEvent, readEvent } from "@/domain/events/events";
import { log } from "@/server/log";

/** The event of a row of `activity`, or null, with a line in the log, where its type is unknown or its data does not fit. */
export function storedEvent(row: { id: bigint; type: string; data: unknown }): ActivityEvent | null {
  const read = readEvent(row.type, row.data);
  if (read.ok) return read.event;
  log.warn({ activityId: row.id.toString(), type: row.type, problem: read.problem }, "unreadable event");
  return null;
}
