import type { Route } from "next";
import Link from "next/link";
import { cn } from "./cn";

export type Tab = { href: Route; label: string; count?: number; current: boolean };

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="border-line relative -mx-4 overflow-x-auto border-b px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className={cn(
                "-mb-px flex min-h-10 items-center gap-1.5 border-b-2 whitespace-nowrap",
                tab.current
                  ? "border-accent text-ink font-semibold"
                  : "text-ink-soft hover:border-line-strong hover:text-ink border-transparent",
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="tabular text-ink-faint text-sm">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
