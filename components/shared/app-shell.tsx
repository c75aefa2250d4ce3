"use client";

import type { SafeHtml } from "@remix-run/html-template";
import { usePathname } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { leave } from "../people/enter";
import { compactMarkup } from "../ui/compact-markup";
import { closeAfterChoice } from "../ui/menu-markup";
import { bottomMarkup, type Frame, placesAt, railMarkup, topMarkup } from "./frame-markup";
import { projectSlugOf } from "./shell-places";
import { useThemeSwitches } from "./theme";

type Props = {
  /** A `Frame` as one text: taken apart and put together by the router for each page it would cost more than drawing it. */
  frame: string;
  /** A line above the page, for example "this is the demo". */
  banner?: ReactNode;
  children: ReactNode;
};

type Part = { __html: string };
type Drawn = { text: string; frame: Frame; slug: string | null; rail: Part; top: Part; bottom: Part };

function draw(text: string, pathname: string, before?: Drawn): Drawn {
  const frame = before?.text === text ? before.frame : (JSON.parse(text) as Frame);
  const here = placesAt(frame, pathname);
  // Equal markup stays the same object, so that a refreshed page closes no menu and takes no focus.
  const part = (markup: SafeHtml, old?: Part) => {
    const __html = compactMarkup(markup);
    return old?.__html === __html ? old : { __html };
  };
  return {
    text,
    frame,
    slug: projectSlugOf(pathname),
    rail: part(railMarkup(here), before?.rail),
    top: part(topMarkup(here), before?.top),
    bottom: part(bottomMarkup(here), before?.bottom),
  };
}

// The server draws for everybody, and most of them open the same few pages again.
const kept = new Map<string, Drawn>();
const keptLimit = 200;

function drawnBefore(text: string, pathname: string): Drawn {
  const key = `${pathname} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const drawn = draw(text, pathname);
  if (kept.size >= keptLimit) kept.clear();
  kept.set(key, drawn);
  return drawn;
}

function press({ target }: MouseEvent) {
  closeAfterChoice(target);
  if (target instanceof Element && target.closest("[data-act=leave]")) void leave();
}

/**
 * The frame of a signed-in person: a rail when there is room, a bottom bar when there is not. It is drawn anew when
 * another project is entered; within one only the mark of the current place moves.
 */
export function AppShell({ frame: text, banner, children }: Props) {
  const pathname = usePathname();
  const [drawn, setDrawn] = useState(() => drawnBefore(text, pathname));
  if (drawn.slug !== projectSlugOf(pathname) || drawn.text !== text) setDrawn(draw(text, pathname, drawn));
  const { frame } = drawn;
  const whole = useRef<HTMLDivElement>(null);
  useThemeSwitches(whole, drawn);
  useEffect(() => {
    const href = placesAt(frame, pathname).current?.href;
    for (const link of whole.current?.querySelectorAll("[data-frame] a") ?? []) {
      if (link.getAttribute("href") === href && link.closest("nav")) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }, [frame, pathname, drawn]);
  const { words } = frame;
  return (
    <div ref={whole} className="contents">
      <a
        href="#content"
        className="bg-accent text-accent-ink fixed start-3 top-3 z-50 -translate-y-20 rounded-md px-4 py-2 font-semibold focus:translate-y-0"
      >
        {words.skip}
      </a>
      <div className="lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <aside
          data-frame
          onClick={press}
          className="no-print border-line bg-paper-sunken sticky top-0 hidden h-dvh flex-col overflow-y-auto border-e px-3 py-4 lg:flex"
          dangerouslySetInnerHTML={drawn.rail}
        />
        <div className="min-w-0 pb-[calc(3.5rem+env(safe-area-inset-bottom))] lg:pb-0">
          {banner ? <aside aria-label={words.banner}>{banner}</aside> : null}
          <header
            onClick={press}
            className="no-print border-line bg-paper sticky top-0 z-10 flex h-14 items-center gap-1 border-b ps-3 pe-2 lg:hidden"
            dangerouslySetInnerHTML={drawn.top}
          />
          <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 pt-6 pb-16 outline-none sm:px-8 lg:pt-9">
            {children}
          </main>
        </div>
      </div>
      <nav
        data-frame
        onClick={press}
        aria-label={words.main}
        className="no-print border-line bg-paper-raised fixed inset-x-0 bottom-0 z-20 border-t pb-[env(safe-area-inset-bottom)] lg:hidden"
        dangerouslySetInnerHTML={drawn.bottom}
      />
    </div>
  );
}
