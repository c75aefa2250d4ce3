"use client";

import { useEffect, useState } from "react";
import type { Drawings } from "./drawings";

type Props = { id: string; html?: string | undefined; className?: string | undefined };

// A page that one returns to is put together anew from what its HTML once brought.
const seen = new Map<string, string>();

/** The markup of a drawing: on the server from the store, in the browser from the page that brought it. */
function markupOf(id: string): string | undefined {
  if (typeof window === "undefined") {
    return (globalThis as typeof globalThis & { consortaDrawings?: Drawings }).consortaDrawings?.get(id);
  }
  const found = seen.get(id) ?? document.querySelector(`[data-drawing="${id}"]`)?.innerHTML;
  if (found !== undefined) seen.set(id, found);
  return found;
}

/** Markup that the server drew and the browser leaves as it came. */
export function KeptMarkup({ id, html, className = "contents" }: Props) {
  const [markup] = useState(() => html ?? markupOf(id));
  useEffect(() => {
    // Left before it had been looked at, and come back to: only the server has it.
    if (markup === undefined) window.location.reload();
  }, [markup]);
  return (
    <div
      data-drawing={id}
      className={className}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: markup ?? "" }}
    />
  );
}
