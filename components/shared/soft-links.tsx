"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

// Answered by our own server and not by a page.
const notAPage = /^\/(api|files|upload|maps|pictures|_next)(\/|$)|^\/[^/]*\.[a-z]+$/;

/** The path of a plain press on a link to another page of this house, else null. */
function pathOf(event: MouseEvent): string | null {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (event.defaultPrevented || !plain || !(event.target instanceof Element)) return null;
  const anchor = event.target.closest("a[href]");
  const href = anchor?.getAttribute("href");
  if (!href || anchor?.hasAttribute("target") || anchor?.hasAttribute("download")) return null;
  const to = new URL(href, window.location.href);
  const here = window.location;
  const samePage = to.pathname === here.pathname && to.search === here.search && to.hash !== "";
  if (to.origin !== here.origin || samePage || notAPage.test(to.pathname)) return null;
  return to.pathname + to.search + to.hash;
}

/** Follows the plain anchors of every page without loading a new document. */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const path = pathOf(event);
      if (path === null) return;
      event.preventDefault();
      router.push(path as Route);
    };
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [router]);
  return null;
}
