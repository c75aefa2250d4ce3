"use client";

import { useEffect } from "react";
import { trpc } from "../providers/trpc-client";

/**
 * Notes once that the person was shown the news, when the page is visible: a prefetch, a prerendered page or a tab in the
 * background counts as no visit. `until`: when the page was rendered, in milliseconds.
 */
export function MarkSeen({ until }: { until: number }) {
  useEffect(() => {
    const mark = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", mark);
      trpc.people.markSeen.mutate({ until: new Date(until) }).catch(() => {
        // Nothing is lost: the same news is new again at the next visit.
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
