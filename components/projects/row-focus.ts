"use client";

import { useRef, useState } from "react";

/** Moves the focus when rows of a form are added or removed: into the new row, or to the button that adds one. */
export function useRowFocus() {
  const [fresh, setFresh] = useState<string | null>(null);
  const adder = useRef<HTMLButtonElement>(null);
  return { fresh, adder, added: setFresh, removed: () => adder.current?.focus() };
}
