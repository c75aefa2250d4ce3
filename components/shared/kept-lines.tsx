"use client";

import { createContext, type ReactNode, use, useCallback, useEffect, useState } from "react";
import { withKept } from "./with-kept";

export type Line = { id: string; section: string; line: ReactNode };

type Keep = (id: string, isKept: boolean) => void;
const KeepContext = createContext<Keep>(() => undefined);

/** Keeps the line with this id on the page while `isKept`, although the server does not list it any more. */
export function useKeptLine(id: string, isKept: boolean): void {
  const keep = use(KeepContext);
  useEffect(() => {
    if (!isKept) return;
    keep(id, true);
    return () => keep(id, false);
  }, [keep, id, isKept]);
}

type Props = {
  lines: readonly Line[];
  /** In their order; those without lines are left out. */
  sections: readonly { id: string; title: string | null }[];
  /** Shown without lines. */
  empty: ReactNode;
};

/**
 * A list of which a line remains while it is kept, so that what was done by mistake can be undone where it was, whatever
 * refreshes the page. Other lines come and go with each refresh.
 */
export function KeptLines({ lines, sections, empty }: Props) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState({ given: lines, all: lines });
  if (shown.given !== lines) setShown({ given: lines, all: withKept(lines, shown.all, kept) });
  const keep = useCallback<Keep>((id, isKept) => {
    setKept((before) => new Set(isKept ? [...before, id] : [...before].filter((one) => one !== id)));
  }, []);
  if (shown.all.length === 0) return empty;
  return (
    <KeepContext value={keep}>
      {sections.map(({ id, title }) => {
        const own = shown.all.filter(({ section }) => section === id);
        if (own.length === 0) return null;
        const list = (
          <ul className="divide-line border-line divide-y border-y">
            {own.map((one) => (
              <li key={one.id} id={one.id} className="grid gap-1.5 py-4">
                {one.line}
              </li>
            ))}
          </ul>
        );
        if (title === null) return <div key={id}>{list}</div>;
        return (
          <section key={id} aria-labelledby={id} className="mb-6">
            <h3 id={id} className="mb-2 font-semibold">
              {title}
            </h3>
            {list}
          </section>
        );
      })}
    </KeepContext>
  );
}
