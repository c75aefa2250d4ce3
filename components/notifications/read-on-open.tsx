"use client";

import type { ReactNode } from "react";
import { trpc } from "../providers/trpc-client";

/** Marks notifications as read when a link inside is opened. */
export function ReadOnOpen({ ids, children }: { ids: readonly string[]; children: ReactNode }) {
  const opened = (target: EventTarget) => target instanceof Element && target.closest("a") !== null;
  return (
    <div
      onClick={({ target }) => {
        if (ids.length === 0 || !opened(target)) return;
        trpc.notifications.read.mutate({ ids: [...ids] }).catch(() => {
          // A failure is harmless: the notification is shown as unread at the next visit.
        });
      }}
    >
      {children}
    </div>
  );
}
