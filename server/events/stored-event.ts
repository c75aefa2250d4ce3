import { type ActivityEvent, readEvent } from "@/domain/events/events";
import { log } from "@/server/log";

/**
 * Parses the event of a row of `activity`; null, with a line in the log, when its type is unknown or its data invalid.
 */
export function storedEvent(row: { id: bigint | string; type: string; data: unknown }): ActivityEvent | null {
  const read = readEvent(row.type, row.data);
  if (read.ok) return read.event;
  log.warn({ activityId: row.id.toString(), type: row.type, problem: read.problem }, "unreadable event");
  return null;
}
