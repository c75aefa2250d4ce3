import type { Route } from "next";
import type { ReactNode } from "react";
import { Anchor } from "./anchor";
import { cn } from "./cn";

/** A link inside a sentence. */
export function TextLink({ href, className, children }: { href: Route; className?: string; children: ReactNode }) {
  return (
    <Anchor href={href} className={cn("link", className)}>
      {children}
    </Anchor>
  );
}
