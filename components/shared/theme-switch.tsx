"use client";

import { useId } from "react";
import { setTheme, type Theme, themes, useTheme } from "./theme";

export type ThemeLabels = Record<Theme | "label", string>;

/** Light, dark, or the setting of the operating system. */
export function ThemeSwitch({ labels }: { labels: ThemeLabels }) {
  const theme = useTheme();
  // Unique name, because two switches on one page are two radio groups.
  const name = useId();
  return (
    <fieldset className="border-line flex w-fit overflow-hidden rounded-md border">
      <legend className="sr-only">{labels.label}</legend>
      {themes.map((choice) => (
        <label
          key={choice}
          className="has-checked:bg-accent-soft has-checked:text-ink text-ink-soft hover:text-ink has-focus-visible:outline-accent flex min-h-9 cursor-pointer items-center px-3 text-sm -outline-offset-2 has-checked:font-semibold has-focus-visible:outline-2"
        >
          <input
            type="radio"
            name={name}
            value={choice}
            checked={theme === choice}
            onChange={() => setTheme(choice)}
            className="sr-only"
          />
          {labels[choice]}
        </label>
      ))}
    </fieldset>
  );
}
