"use client";

import { useTranslations } from "next-intl";
import { useId, useSyncExternalStore } from "react";
import { cn } from "../ui/cn";

const CHOICES = ["system", "light", "dark"] as const;
type Choice = (typeof CHOICES)[number];

const YEAR = 60 * 60 * 24 * 365;

// The attribute on <html> is the truth; every switch on the page listens to it.
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function current(): Choice {
  const kept = document.documentElement.dataset.theme;
  return kept === "light" || kept === "dark" ? kept : "system";
}

function keep(choice: Choice) {
  const root = document.documentElement;
  if (choice === "system") delete root.dataset.theme;
  else root.dataset.theme = choice;
  // Read by the server on the next page, so that it arrives in the right colours.
  const age = choice === "system" ? 0 : YEAR;
  document.cookie = `theme=${choice}; path=/; max-age=${String(age)}; samesite=lax`;
  for (const tell of listeners) tell();
}

/** Light, dark, or as the system says. */
export function ThemeSwitch({ className }: { className?: string }) {
  const t = useTranslations("ui.theme");
  // Two switches on one page are two groups: under one name the browser would leave only one of them checked.
  const name = useId();
  const choice = useSyncExternalStore<Choice>(subscribe, current, () => "system");

  return (
    <fieldset className={cn("border-line flex w-fit overflow-hidden rounded-md border", className)}>
      <legend className="sr-only">{t("label")}</legend>
      {CHOICES.map((value) => (
        <label
          key={value}
          className="has-checked:bg-accent-soft has-checked:text-ink text-ink-soft hover:text-ink has-focus-visible:outline-accent flex min-h-9 cursor-pointer items-center px-3 text-sm -outline-offset-2 has-checked:font-semibold has-focus-visible:outline-2"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={choice === value}
            onChange={() => {
              keep(value);
            }}
            className="sr-only"
          />
          {t(value)}
        </label>
      ))}
    </fieldset>
  );
}
