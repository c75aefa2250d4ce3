"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { keepFocus } from "./keep-focus";
import { softPath } from "./soft-path";

/** The path of a plain click on a link of this site, else null. */
function pathOf(event: MouseEvent): string | null {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (event.defaultPrevented || !plain || !(event.target instanceof Element)) return null;
  const anchor = event.target.closest("a[href]");
  if (!anchor || anchor.hasAttribute("target") || anchor.hasAttribute("download")) return null;
  return softPath(anchor.getAttribute("href") ?? "", window.location.href);
}

/**
 * Navigates plain anchors of every page without loading a new document, and restores the focus when the navigation
 * removes it.
 */
export function SoftLinks() {
  const router = useRouter();
  const [isGoing, startGoing] = useTransition();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const path = pathOf(event);
      if (path === null) return;
      event.preventDefault();
      startGoing(() => router.push(path as Route));
    };
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [router]);
  useEffect(keepFocus, []);
  // Progress indicator, because on a slow connection the current page stays for a while.
  return isGoing ? <div aria-hidden className="going no-print" /> : null;
}
