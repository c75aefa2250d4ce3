"use client";

import { type ReactNode, useId, useState } from "react";
import { buttonStyle } from "./button-style";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";
import { useHydrated } from "./use-hydrated";

/** Closed here, because navigating loads no new document and would leave the menu open. */
function closeAfterChoice(pressed: EventTarget): void {
  if (!(pressed instanceof Element) || !pressed.closest("a, button")) return;
  pressed.closest<HTMLElement>(".menu[popover]")?.hidePopover();
}

type Props = {
  label: string;
  /** Shows only the icon; the label is kept for screen readers. */
  iconOnly?: boolean;
  icon?: IconName;
  align?: "start" | "end" | "above";
  className?: string;
  /** What the button shows instead of its label. */
  face?: ReactNode;
  /** Renders the entries when the menu is first opened: for the many menus of a table, whose buttons need scripts. */
  lazy?: boolean;
  children: ReactNode;
};

/** A popover of links and buttons; the browser handles opening, Escape and clicks outside. */
export function Menu({
  label,
  icon = "dots",
  iconOnly = false,
  align = "end",
  className,
  face,
  lazy,
  children,
}: Props) {
  const id = useId();
  const hydrated = useHydrated();
  const [rendered, setRendered] = useState(lazy !== true);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        // Its entries are rendered by scripts.
        disabled={!rendered && !hydrated}
        aria-label={iconOnly || face ? label : undefined}
        title={iconOnly ? label : undefined}
        className={className ?? cn(buttonStyle("plain"), iconOnly && "w-10 px-0")}
      >
        {face ?? (
          <>
            {iconOnly ? null : label}
            <Icon name={iconOnly ? icon : "chevron-down"} size={iconOnly ? 20 : 16} />
          </>
        )}
      </button>
      <div
        id={id}
        popover="auto"
        onBeforeToggle={() => setRendered(true)}
        onClick={({ target }) => {
          closeAfterChoice(target);
        }}
        className="float menu"
        data-align={align}
      >
        {rendered ? children : null}
      </div>
    </>
  );
}
