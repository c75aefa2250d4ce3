import type { ReactNode } from "react";

/** Text that a person wrote, in its own language. */
export function Written({ lang, children, className = "" }: { lang: string; children: ReactNode; className?: string }) {
  return (
    <p lang={lang} dir="auto" className={`wrap-anywhere whitespace-pre-line ${className}`}>
      {children}
    </p>
  );
}
