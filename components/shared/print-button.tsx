"use client";

import { Button } from "../ui/button";

/** Prints the page. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button kind="plain" className="no-print" onClick={() => print()}>
      {label}
    </Button>
  );
}
