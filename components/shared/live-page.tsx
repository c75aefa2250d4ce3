"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { pagePerson } from "../providers/page-person";
import { useRefresh } from "../providers/page-actions";
import type { followSignals } from "./follow-signals";

type Following = ReturnType<typeof followSignals>;

/**
 * Shows what others do while the page is open. `renderedAt`: when the server began to render the frame, in milliseconds.
 * The code is loaded when the browser has nothing else to do.
 */
export function LivePage({ renderedAt }: { renderedAt: number }) {
  const refresh = useRefresh();
  const path = usePathname();
  // Read by the stream, which remains open when the page is refreshed.
  const page = useRef({ path, renderedAt, refresh });
  const following = useRef<Following | null>(null);

  useEffect(() => {
    page.current = { path, renderedAt, refresh };
    following.current?.look();
  }, [path, renderedAt, refresh]);

  useEffect(() => {
    const person = pagePerson();
    if (person === null) return;
    let left = false;
    const begin = async () => {
      const { followSignals } = await import("./follow-signals");
      if (left) return;
      following.current = followSignals({
        person,
        renderedAt: () => page.current.renderedAt,
        path: () => page.current.path,
        refresh: () => page.current.refresh(),
      });
    };
    const start = () => void begin();
    // Safari has no idle callbacks.
    if ("requestIdleCallback" in window) window.requestIdleCallback(start, { timeout: 2_000 });
    else setTimeout(start, 500);
    return () => {
      left = true;
      following.current?.stop();
      following.current = null;
    };
  }, []);
  return null;
}
