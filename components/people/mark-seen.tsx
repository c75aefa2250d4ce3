"use client";

import { useEffect } from "react";
import { trpc } from "../providers/trpc-client";

/**
 * Stores once that the person has seen the news, when the page is visible: prefetched and prerendered pages and
 * background tabs do not count. `until`: when the page was rendered, in milliseconds.
 */
export function MarkSeen({ until }: { until: number }) {
  useEffect(() => {
    const mark = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", mark);
      trpc.people.markSeen.mutate({ until: new Date(until) }).catch(() => {
        // A failure is harmless: the same news is shown as new at the next visit.
      });
    };
    document.addEventListener("visibilitychange", mark);
    mark();
    return () => {
      document.removeEventListener("visibilitychange", mark);
    };
  }, [until]);
  return null;
}
