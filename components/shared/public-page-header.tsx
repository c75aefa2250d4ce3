import type { ReactNode } from "react";

/** The head of a public page: a title, one sentence about the page, and links that belong to it. */
export function PublicPageHeader({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <header className="grid gap-3">
      <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{title}</h1>
      <p className="text-ink-soft max-w-prose text-lg">{lead}</p>
      {children}
    </header>
  );
}
