"use client";

import { useRef, useState } from "react";

/** Where the focus goes when rows of a form come and go: into the new one, and back to the button that adds one. */
export function useRowFocus() {
  const [fresh, setFresh] = useState<string | null>(null);
  const adder = useRef<HTMLButtonElement>(null);
  return { fresh, adder, added: setFresh, removed: () => adder.current?.focus() };
}
