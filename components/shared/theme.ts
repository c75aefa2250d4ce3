import { useSyncExternalStore } from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const oneYear = 60 * 60 * 24 * 365;

// The theme is an attribute of <html>; every switch on the page observes it.
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** The theme of this browser; null on the server and during hydration, where it is unknown. */
export function useTheme(): Theme | null {
  return useSyncExternalStore(subscribe, currentTheme, () => null);
}

/** Sets the theme of this browser, and the cookie from which the server renders the next page. */
export function setTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const age = theme === "system" ? 0 : oneYear;
  document.cookie = `theme=${theme}; path=/; max-age=${String(age)}; samesite=lax`;
  for (const listener of listeners) listener();
}
