"use client";

import { useRef } from "react";
import { type ThemeWords, themeSwitchMarkup, useThemeSwitches } from "./theme";

/** Light, dark, or as the system says. */
export function ThemeSwitch({ words }: { words: ThemeWords }) {
  const place = useRef<HTMLDivElement>(null);
  useThemeSwitches(place, words);
  return <div ref={place} dangerouslySetInnerHTML={{ __html: String(themeSwitchMarkup("theme", words)) }} />;
}
