import type { NotificationSubject } from "@/domain/notifications";

/** Groups a page of notifications by subject, in the order of the newest of each. */
export function groupNotifications<T extends { subject: NotificationSubject }>(items: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = `${item.subject.type} ${item.subject.id}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
