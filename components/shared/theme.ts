import { html, type SafeHtml } from "@remix-run/html-template";
import { type RefObject, useEffect } from "react";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];
export type ThemeWords = Record<Theme | "label", string>;

const YEAR = 60 * 60 * 24 * 365;

// The attribute on <html> is the truth; every switch on the page listens to it.
const listeners = new Set<() => void>();

function current(): Theme {
  const kept = document.documentElement.dataset.theme;
  return kept === "light" || kept === "dark" ? kept : "system";
}

function keep(theme: Theme) {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  // Read by the server on the next page, so that it arrives in the right colours.
  const age = theme === "system" ? 0 : YEAR;
  document.cookie = `theme=${theme}; path=/; max-age=${String(age)}; samesite=lax`;
  for (const tell of listeners) tell();
}

/** Light, dark, or as the system says. Two switches on one page are two groups, so each has a name of its own. */
export function themeSwitchMarkup(name: string, words: ThemeWords): SafeHtml {
  const choice = (theme: Theme) =>
    html`<label
      class="has-checked:bg-accent-soft has-checked:text-ink text-ink-soft hover:text-ink has-focus-visible:outline-accent flex min-h-9 cursor-pointer items-center px-3 text-sm -outline-offset-2 has-checked:font-semibold has-focus-visible:outline-2"
      ><input type="radio" name="${name}" value="${theme}" data-theme-choice class="sr-only" />${words[theme]}</label
    >`;
  return html`<fieldset class="border-line flex w-fit overflow-hidden rounded-md border">
    <legend class="sr-only">${words.label}</legend>
    ${themes.map(choice)}
  </fieldset>`;
}

/** Makes the switches inside an element work; `drawn` changes when they were drawn anew. */
export function useThemeSwitches(within: RefObject<HTMLElement | null>, drawn: unknown) {
  useEffect(() => {
    const element = within.current;
    if (!element) return;
    const show = () => {
      for (const input of element.querySelectorAll<HTMLInputElement>("input[data-theme-choice]")) {
        input.checked = input.value === current();
      }
    };
    const choose = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || !target.matches("[data-theme-choice]")) return;
      const chosen = themes.find((theme) => theme === target.value);
      if (chosen) keep(chosen);
    };
    show();
    listeners.add(show);
    element.addEventListener("change", choose);
    return () => {
      listeners.delete(show);
      element.removeEventListener("change", choose);
    };
  }, [within, drawn]);
}
