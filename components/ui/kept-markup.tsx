"use client";

import { useRouter } from "next/navigation";
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
  // Empty where the store had let it go before the page was put together.
  if (!found) return undefined;
  seen.set(id, found);
  return found;
}

/** Markup that the server drew and the browser leaves as it came. */
export function KeptMarkup({ id, html, className = "contents" }: Props) {
  const router = useRouter();
  const [first] = useState(() => html ?? markupOf(id));
  const markup = first ?? html;
  useEffect(() => {
    // Left before it had been looked at, and come back to: only the server has it, and brings it as text.
    if (markup === undefined) router.refresh();
  }, [markup, router]);
  return (
    <div
      data-drawing={id}
      className={className}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: markup ?? "" }}
    />
  );
}
