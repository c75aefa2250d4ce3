import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** A link inside a sentence. */
export function TextLink({ href, className, children }: { href: Route; className?: string; children: ReactNode }) {
  return (
    <Link href={href} className={cn("link", className)}>
      {children}
    </Link>
  );
}
